import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../src/schema/deal.ts';
import { givenConfig, lost, open, performanceOf, plain, won } from '../given.ts';

/** `count` deals of one amount, closed inside the last four completed quarters: January to December 2025. */
const several = (count: number, make: () => Deal) => Array.from({ length: count }, make);
const wins = (count: number, amount = 100) => several(count, () => won('2025-05-10', amount));
const losses = (count: number, amount = 100) => several(count, () => lost('2025-11-10', amount));

function rates(deals: readonly Deal[], config = givenConfig()) {
  const { figures } = performanceOf({ deals, config });
  return {
    rate: plain(figures.win_rate_by_value.value),
    required: plain(figures.required_coverage.value),
    counts: plain(figures.forecast_rate.value),
    few: plain(figures.few_losses_logged.value),
    closed: plain(figures.closed_deals.value),
  };
}

describe('the own win rate', () => {
  it('is by value: one large win weighs more than many small losses', () => {
    // 6 × 100 won, 4 × 600 lost: 600 / 3,000 = 20 %; one in five needs 5.0x.
    expect(rates([...wins(6), ...losses(4, 600)])).toEqual({
      rate: 0.2,
      required: 5,
      counts: 0.2,
      few: false,
      closed: 10,
    });
  });

  it('counts the four completed quarters: the first and the last day of them, not the days beside', () => {
    const beside = [won('2024-12-31', 1e6), lost('2026-01-01', 1e6), won('2026-02-01', 1e6)];
    const inside = [won('2025-01-01', 100), lost('2025-12-31', 100)];
    expect(rates([...wins(4), ...losses(4), ...inside, ...beside])).toMatchObject({ rate: 0.5, closed: 10 });
  });

  it('counts no kinds that are no bookings', () => {
    const config = givenConfig({ bookings: { count: ['new'] } });
    const renewals = several(20, () => won('2025-05-10', 100, { type: 'renewal' }));
    expect(rates([...renewals, ...wins(5), ...losses(5)], config)).toMatchObject({ rate: 0.5, closed: 10 });
  });

  it('counts a deal without an amount as closed, but it has no weight', () => {
    const blank = several(4, () => won('2025-05-10', undefined));
    expect(rates([...blank, ...wins(3), ...losses(3)])).toMatchObject({ rate: 0.5, closed: 10, required: 2 });
  });
});

describe('the required coverage', () => {
  it('is one over the win rate', () => {
    // 400 of 1,000.
    expect(rates([...wins(4), ...losses(6)])).toMatchObject({ rate: 0.4, required: 2.5, counts: 0.4 });
  });

  it('is never below the floor: a win rate of 56 % needs 2.0x, while the forecast counts 56 %', () => {
    const found = rates([...wins(14), ...losses(11)]);
    expect(found).toEqual({ rate: 0.56, required: 2, counts: 0.56, few: false, closed: 25 });
  });

  it('is the fallback with fewer than ten closed deals, and the forecast counts one third', () => {
    const found = rates([...wins(4), ...losses(5)]);
    expect(found).toMatchObject({ required: 3, few: false, closed: 9 });
    expect(found.counts).toBeCloseTo(1 / 3, 12);
    // The rate itself is known and shown, though it is not used.
    expect(found.rate).toBeCloseTo(4 / 9, 12);
  });

  it('is the fallback where few losses are logged: a rate above 60 %', () => {
    expect(rates([...wins(61), ...losses(39)])).toMatchObject({ few: true, required: 3 });
    // Exactly 60 % is believed: 1 / 0.6 is below the floor.
    expect(rates([...wins(60), ...losses(40)])).toMatchObject({ few: false, required: 2 });
  });

  it('is the fallback where few losses are logged: fewer than three of them, however large', () => {
    expect(rates([...wins(9), ...losses(2, 5000)])).toMatchObject({ few: true, required: 3 });
    expect(rates([...wins(9), ...losses(3, 5000)])).toMatchObject({ few: false });
  });

  it.each([
    ['of zero', 0],
    ['left empty', undefined],
  ])('is the fallback where the losses have amounts %s, and says that instead of few losses', (_, amount) => {
    const blank = several(200, () => lost('2025-11-10', amount));
    const deals = [...wins(10), ...blank];
    expect(rates(deals)).toMatchObject({ rate: 1, few: true, required: 3, closed: 210 });
    const { figures } = performanceOf({ deals });
    expect(plain(figures.losses_without_amounts.value)).toBe(true);
    expect(figures.win_rate_by_value.evidence.beside!.map(({ pattern }) => pattern)).toEqual([
      'the losses carry no amounts, so by value they tell nothing',
    ]);
    expect(figures.required_coverage.evidence.workings!.values['basis']).toEqual({
      kind: 'text',
      text: 'losses without amounts',
    });
    expect(figures.forecast.evidence.rule).toBe('one over the fallback coverage, because of losses without amounts');
    // Two losses are few, whatever their amounts.
    const { losses_without_amounts: few } = performanceOf({ deals: [...wins(10), ...blank.slice(0, 2)] }).figures;
    expect(plain(few.value)).toBe(false);
  });

  it('does not call losses few with fewer than ten closed deals', () => {
    expect(rates(wins(9))).toMatchObject({ few: false, required: 3, rate: 1 });
  });

  it('is the fallback where nothing was won: not Infinity', () => {
    const found = rates(losses(12));
    expect(found).toMatchObject({ rate: 0, required: 3 });
    expect(found.counts).toBeCloseTo(1 / 3, 12);
  });

  it('is the fallback where returns outweigh what was won: a share of open value is never negative', () => {
    const found = rates([...wins(4), won('2025-06-01', -900), ...losses(10)]);
    expect(found.required).toBe(3);
    expect(found.counts).toBeCloseTo(1 / 3, 12);
  });

  it('is the fallback where no closed deal has an amount, and says why', () => {
    const { figures } = performanceOf({ deals: several(12, () => won('2025-05-10', undefined)) });
    expect(plain(figures.required_coverage.value)).toBe(3);
    expect(plain(figures.win_rate_by_value.value)).toBe(
      'missing: no closed deals with an amount in the last four quarters',
    );
    expect(figures.required_coverage.evidence.workings!.values['basis']).toEqual({
      kind: 'text',
      text: 'closed deals without amounts',
    });
  });

  it('follows the thresholds of the territory', () => {
    const config = givenConfig({ thresholds: { coverage: { fallback: 4, minimum_closed_deals: 20, floor: 2.5 } } });
    expect(rates([...wins(5), ...losses(5)], config)).toMatchObject({ required: 4, counts: 0.25 });
    expect(rates([...wins(10), ...losses(10)], config)).toMatchObject({ required: 2.5, counts: 0.5 });
    const { forecast } = performanceOf({ deals: [...wins(5), open('2026-04-01', 10)], config }).figures;
    expect(forecast.evidence.rule).toBe('one over the fallback coverage, because of fewer closed deals than needed');
  });
});
