import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planModel } from '../../../src/artifacts/business-plan/forecast.ts';
import { only } from './one-offer.ts';
import { ASSUMPTIONS, planned } from './starting-numbers.ts';

const dealsOf = (numbers: Parameters<typeof planned>[0], scenario?: Parameters<typeof planned>[1]) =>
  planned(numbers, scenario).values.get('new_deals')!;

describe('a ramp along a given curve', () => {
  it('sells each month its share of full pace, and the last one from then on', () => {
    const deals = dealsOf(only({ deals_per_month: 10, ramp_curve_percent: [5, 20, 20, 60, 100] }));
    expect(deals.slice(1, 8)).toEqual([0.5, 2, 2, 6, 10, 10, 10]);
    expect(deals[36]).toBe(10);
  });

  it('is read more slowly in the conservative case: between two months in proportion', () => {
    // 1.4 times as slow, 0.7 of the deals: month 7 stands at month 5 of the curve, month 3 at 2 1/7.
    const numbers = only({ deals_per_month: 10, ramp_curve_percent: [10, 20, 30, 50, 100] });
    const deals = dealsOf(numbers, 'conservative');
    expect(deals[3]).toBeCloseTo(7 * (0.2 + 0.1 / 7), 12);
    expect(deals[7]).toBeCloseTo(7, 12);
  });

  it('may rise above full pace and fall back', () => {
    expect(dealsOf(only({ ramp_curve_percent: [50, 150, 100] })).slice(1, 5)).toEqual([0.5, 1.5, 1, 1]);
  });

  it('that is a straight line sells what months of ramp sell, in every scenario', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 36 }),
        fc.constantFrom('base' as const, 'conservative' as const, 'stretch' as const),
        (months, scenario) => {
          const line = Array.from({ length: months }, (_, index) => ((index + 1) / months) * 100);
          const curved = dealsOf(only({ ramp_curve_percent: line }), scenario);
          const straight = dealsOf(only({ ramp_months: months }), scenario);
          curved.forEach((deals, month) => expect(deals).toBeCloseTo(straight[month]!, 12));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is one of the numbers a what-if moves as the time to full pace', () => {
    const model = planModel(only({ ramp_curve_percent: [10, 50, 100] }), ASSUMPTIONS);
    const end = (factor: number) =>
      model.forecast('base', ({ multiplier }) => (multiplier === 'ramp_months' ? factor : 1)).results.endCumulative;
    expect(end(2)).toBeLessThan(end(1));
  });
});

describe('the seasons of a year', () => {
  const months = [50, 50, 100, 100, 100, 100, 100, 100, 100, 100, 100, 200];

  it('return every year from the month in which the plan starts, on top of its growth', () => {
    const numbers = only({ deals_per_month: 2, seasonality_percent: months, annual_deal_growth_percent: 10 });
    const deals = dealsOf(numbers);
    expect([1, 3, 12].map((month) => deals[month])).toEqual([1, 2, 4]);
    expect([13, 15, 24].map((month) => deals[month])).toEqual([1.1, 2.2, 4.4]);
  });

  it('sell in a year at full pace what it would sell without them', () => {
    const total = (numbers: Parameters<typeof planned>[0]) =>
      dealsOf(numbers)
        .slice(1)
        .reduce((sum, deals) => sum + deals, 0);
    expect(total(only({ seasonality_percent: months }))).toBeCloseTo(total(only({})), 9);
  });

  it('delay what services earn by their own months, not by those of the season', () => {
    const service = {
      title: 'Migration',
      sold_with: 'product',
      attach_percent: 100,
      value_per_deal: 100,
      margin_percent: 50,
      lag_months: 1,
    };
    const { values } = planned(only({ seasonality_percent: months }, { services: { migration: service } }));
    expect([1, 2, 13].map((month) => values.get('services_revenue')![month])).toEqual([0, 50, 200]);
  });
});
