import { describe, expect, it } from 'vitest';
import { givenConfig, givenTarget, performanceOf, plain, won, type Case } from '../given.ts';

/** Figures by name, as bare numbers. */
function figures(given: Case) {
  const { figures: found } = performanceOf(given);
  return (name: keyof typeof found) => plain(found[name].value);
}

describe('a partner in another currency', () => {
  it('has its figures in its own, deals in dollars converted at the rate of their closing day', () => {
    const config = givenConfig({ rates: [{ from: 'EUR', to: 'USD', rate: 1.25, date: '2025-07-01' }] });
    const deals = [won('2026-01-10', 1000), won('2026-01-11', 1000, { currency: 'USD' })];
    const { figures: found, currency } = performanceOf({ deals, config, partner: { currency: 'EUR' } });
    expect(currency).toBe('EUR');
    expect(found.bookings_ytd.value).toEqual({ kind: 'amount', amount: 1800, currency: 'EUR' });
  });

  it('has unknown bookings where every deal is in a currency without a rate: not zero', () => {
    const deals = [won('2026-01-11', 1000, { currency: 'JPY' })];
    expect(figures({ deals })('bookings_ytd')).toBe('missing: no rate from JPY to USD in cam.yaml');
    expect(figures({ deals })('change_vs_last_year')).toMatch(/^missing/);
  });

  it('leaves out single deals without a rate and says so', () => {
    const deals = [won('2026-01-11', 1000, { currency: 'JPY' }), won('2026-01-12', 10)];
    const found = performanceOf({ deals }).figures.bookings_ytd;
    expect(plain(found.value)).toBe(10);
    expect(found.evidence.selection!.leftOut.map(({ reason }) => reason)).toEqual([
      'no rate from JPY to USD in cam.yaml',
    ]);
  });
});

describe('unknown amounts', () => {
  it('of all won deals leave the bookings unknown', () => {
    const figure = figures({ deals: [won('2026-01-10', undefined)], targets: [givenTarget({ annual: 1000 })] });
    expect(figure('bookings_ytd')).toBe('missing: no deal has an amount');
    expect(figure('pace')).toBe('missing: no deal has an amount');
    expect(figure('remaining_target')).toBe('missing: no deal has an amount');
    expect(figure('forecast')).toBe('missing: no deal has an amount');
    expect(figure('largest_deal_share')).toMatch(/^missing/);
  });

  it('of some won deals are counted as rows and named, and add nothing', () => {
    const found = performanceOf({ deals: [won('2026-01-10', undefined), won('2026-01-11', 70)] }).figures.bookings_ytd;
    expect(plain(found.value)).toBe(70);
    expect(found.evidence.selection).toMatchObject({ withoutAmount: 1 });
    expect(found.evidence.selection!.counted).toHaveLength(2);
  });

  it('say so, rather than that nothing was won', () => {
    expect(figures({ deals: [won('2026-01-10', undefined)] })('average_deal')).toBe(
      'missing: no won deal has an amount',
    );
    expect(figures({ deals: [] })('average_deal')).toBe('missing: no deal won in the period');
  });
});
