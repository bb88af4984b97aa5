import { describe, expect, it } from 'vitest';
import { dealsAt, selectDeals, sum } from '../../src/domain/deals-at.ts';
import type { Deal } from '../../src/schema/deal.ts';
import { day, givenConfig, givenDeal, lost, open, won } from './given.ts';

function at(deal: Deal, on = '2026-02-28', config = givenConfig(), currency = 'USD') {
  return dealsAt([deal], { on: day(on), currency, config })[0]!;
}

const rates = [
  { from: 'EUR', to: 'USD', rate: 1.1, date: '2025-01-01' },
  { from: 'EUR', to: 'USD', rate: 1.2, date: '2026-01-01' },
];

describe('a deal as it stood on a day', () => {
  it('did not exist before it was created', () => {
    expect(at(open('2026-05-01', 10, { created_date: '2026-03-01' })).state).toBe('not yet created');
    expect(at(open('2026-05-01', 10, { created_date: '2026-02-28' })).state).toBe('open');
    expect(at(open('2026-05-01', 10)).state).toBe('open');
  });

  it('was still open on a day before it was won or lost', () => {
    expect(at(won('2026-03-01', 10)).state).toBe('open');
    expect(at(lost('2026-03-01', 10)).state).toBe('open');
    expect(at(won('2026-02-28', 10)).state).toBe('won');
    expect(at(lost('2026-02-28', 10)).state).toBe('lost');
  });

  it('that is closed without a date keeps its state, as nobody can say since when', () => {
    expect(at(givenDeal({ status: 'won' })).state).toBe('won');
  });

  it('is not put into the stage it was closed in later', () => {
    expect(at(won('2026-03-01', 10, { stage: 'Closed Won' })).deal.stage).toBeUndefined();
    expect(at(won('2026-02-01', 10, { stage: 'Closed Won' })).deal.stage).toBe('Closed Won');
    expect(at(open('2026-05-01', 10, { stage: 'Proposal' })).deal.stage).toBe('Proposal');
  });
});

describe('what a deal is worth', () => {
  it('is its amount; unknown, not zero, without one', () => {
    expect(at(open('2026-05-01', 10)).amount).toBe(10);
    expect(at(open('2026-05-01', 0)).amount).toBe(0);
    expect(at(open('2026-05-01', undefined)).amount).toEqual({ missing: 'no amount' });
  });

  it('is its annual value where the program books that, its amount where it has none', () => {
    const config = givenConfig({ bookings: { value: 'annual_value' } });
    expect(at(open('2026-05-01', 300, { annual_value: 100 }), '2026-02-28', config).amount).toBe(100);
    expect(at(open('2026-05-01', 300), '2026-02-28', config).amount).toBe(300);
    expect(at(open('2026-05-01', 300, { annual_value: 100 })).amount).toBe(300);
  });

  it("is in the partner's currency, at the rate of its closing day or, while it is open, of the day", () => {
    const config = givenConfig({ rates });
    expect(at(won('2025-11-30', 1000, { currency: 'EUR' }), '2026-02-28', config).amount).toBeCloseTo(1100, 9);
    expect(at(won('2026-01-05', 1000, { currency: 'EUR' }), '2026-02-28', config).amount).toBeCloseTo(1200, 9);
    expect(at(open('2026-05-01', 1000, { currency: 'EUR' }), '2025-12-31', config).amount).toBeCloseTo(1100, 9);
  });

  it('is unknown in a currency without a stated rate', () => {
    const { amount } = at(open('2026-05-01', 1000, { currency: 'JPY' }), '2026-02-28', givenConfig({ rates }));
    expect(amount).toEqual({ missing: 'no rate from JPY to USD in cam.yaml' });
  });

  it("is taken to be in the partner's currency where it names none", () => {
    expect(at(open('2026-05-01', 1000), '2026-02-28', givenConfig(), 'EUR').amount).toBe(1000);
  });
});

describe('what counts as a booking', () => {
  const onlyNew = givenConfig({ bookings: { count: ['new'] } });

  it('is what the program counts; a deal of no stated kind counts', () => {
    expect(at(won('2026-02-01', 1, { type: 'renewal' }), '2026-02-28', onlyNew).counts).toBe(false);
    expect(at(won('2026-02-01', 1, { type: 'new' }), '2026-02-28', onlyNew).counts).toBe(true);
    expect(at(won('2026-02-01', 1), '2026-02-28', onlyNew).counts).toBe(true);
    expect(at(won('2026-02-01', 1, { type: 'renewal' })).counts).toBe(true);
  });
});

describe('a selection of deals', () => {
  const deals = dealsAt([open('2026-03-01', 5), open('2026-03-02', undefined), lost('2026-01-01', 7)], {
    on: day('2026-02-28'),
    currency: 'USD',
    config: givenConfig(),
  });

  it('keeps every deal: counted, or left out with the reason', () => {
    const chosen = selectDeals(deals, ({ state }) => (state === 'open' ? true : state));
    expect(chosen.counted).toHaveLength(2);
    expect(chosen.leftOut.map(({ reason, deals: left }) => [reason, left.length])).toEqual([['lost', 1]]);
    expect(chosen).toMatchObject({ amount: 5, withoutAmount: 1 });
  });

  it('is worth zero when it is empty, and unknown when no row in it has an amount', () => {
    expect(selectDeals(deals, () => 'none of them').amount).toBe(0);
    const unknown = selectDeals(deals, ({ amount }) => (typeof amount === 'number' ? 'has one' : true));
    expect(unknown.amount).toEqual({ missing: 'no deal has an amount' });
    expect(unknown.withoutAmount).toBe(1);
  });

  it('adds nothing up to plain zero', () => {
    expect(Object.is(sum([]), 0)).toBe(true);
    expect(Object.is(sum([-0]), 0)).toBe(true);
  });
});
