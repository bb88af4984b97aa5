import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planModel } from '../../../src/artifacts/business-plan/forecast.ts';
import { strongestDrivers } from '../../../src/artifacts/business-plan/sensitivity.ts';
import { endsOf, sumsBy } from '../../../src/domain/month-model/periods.ts';
import { only } from './one-offer.ts';
import { ASSUMPTIONS, planned } from './starting-numbers.ts';

const TYPES = Object.entries(ASSUMPTIONS.types);

describe('a month of a plan', () => {
  it('ramps in a straight line, then grows once a year', () => {
    const { values } = planned(only({ ramp_months: 10, annual_deal_growth_percent: 10, deals_per_month: 2 }));
    const deals = values.get('new_deals')!;
    expect([1, 5, 10, 12, 13, 25].map((month) => deals[month])).toEqual([0.2, 1, 2, 2, 2.2, 2 * 1.1 ** 2]);
  });

  it('counts customers that stay: those of last month without the lost ones, and the new ones that take the service', () => {
    const line = { recurring_attach_percent: 50, monthly_churn_percent: 10, monthly_recurring_per_customer: 100 };
    const { values } = planned(only({ ...line, deals_per_month: 4, recurring_margin_percent: 30 }));
    // 2, then 2 × 0.9 + 2 = 3.8, then 3.8 × 0.9 + 2 = 5.42
    expect(
      values
        .get('customers')!
        .slice(1, 4)
        .map((count) => Number(count.toFixed(6))),
    ).toEqual([2, 3.8, 5.42]);
    expect(values.get('recurring_revenue')![3]).toBeCloseTo(542, 9);
    expect(values.get('recurring_profit')![3]).toBeCloseTo(162.6, 9);
  });

  it('delivers services later at the price of the sale; what falls after the last month is lost', () => {
    const service = {
      title: 'Migration',
      sold_with: 'product',
      attach_percent: 50,
      value_per_deal: 800,
      margin_percent: 40,
      lag_months: 2,
    };
    const { values } = planned(only({}, { services: { migration: service } }));
    const delivered = values.get('services_revenue')!;
    expect(delivered.slice(1, 5)).toEqual([0, 0, 400, 400]);
    expect(sumsBy(36, delivered)).toEqual([34 * 400]);
  });

  it('hires in steps, never below the minimum, only while the role lasts, and pays more each year', () => {
    const seller = {
      title: 'Seller',
      driver: 'deals' as const,
      per_step: 2,
      fte_per_step: 0.5,
      minimum_fte: 0.2,
      annual_loaded_cost: 120_000,
      from_month: 2,
      to_month: 14,
    };
    const numbers = only({ deals_per_month: 5 }, { staff: { seller }, annual_pay_rise_percent: 10 });
    const { values } = planned(numbers);
    // 5 deals: 3 steps of 2, 1.5 people at 10,000 a month; 11,000 in the second year
    expect([1, 2, 12, 13, 14, 15].map((month) => values.get('staff_cost')![month])).toEqual([
      0, 15_000, 15_000, 16_500, 16_500, 0,
    ]);
    expect(planned(only({ deals_per_month: 0 }, { staff: { seller } })).values.get('fte')![2]).toBe(0.2);
  });

  it('does not hire for the noise of binary fractions', () => {
    const seller = {
      title: 'Seller',
      driver: 'deals' as const,
      per_step: 0.05,
      fte_per_step: 1,
      minimum_fte: 0,
      annual_loaded_cost: 12,
      from_month: 1,
      to_month: 36,
    };
    // 0.65 ÷ 0.05 is 13.000000000000002 in a computer
    expect(planned(only({ deals_per_month: 0.65 }, { staff: { seller } })).values.get('fte')![1]).toBe(13);
  });

  it('adds registration margin, rebate and MDF, and takes off marketing, overhead and investments', () => {
    const numbers = only(
      { registered_share_percent: 60, registration_margin_percent: 5, rebate_percent: 1 },
      {
        marketing: { fixed_per_month: 100, share_of_revenue_percent: 2, mdf_funded_percent: 50 },
        overhead_percent_of_revenue: 3,
        investments: { kit: { title: 'Kit', month: 1, amount: 40 } },
        initial_investment: 500,
      },
    );
    const { values } = planned(numbers);
    // 200 + 30 + 10 − 120 + 60 − 40 − 30 = 110
    expect(values.get('net')![1]).toBeCloseTo(110, 9);
    expect(values.get('cumulative')!.slice(0, 2)).toEqual([-500, -390]);
  });
});

describe('the worked cases', () => {
  it('nothing but people never pays back', () => {
    const agent = { title: 'Agent', fte: 1, annual_loaded_cost: 12_000, from_month: 1, to_month: 36 };
    const { results } = planned(only({ deals_per_month: 0 }, { staff: { agent } }));
    expect(results).toMatchObject({
      payback: { kind: 'never' },
      endCumulative: -36_000,
      grossMargin: { missing: 'no revenue' },
      internalRate: { missing: 'no money comes back' },
      returnOnInvestment: { missing: 'nothing is invested' },
    });
  });

  it('money from the first month on and nothing put in has no payback and no rate', () => {
    const { results } = planned(only({}));
    expect(results.payback).toEqual({ kind: 'nothing to pay back' });
    expect(results.internalRate).toEqual({ missing: 'no money is put in' });
  });

  it('a slow ramp, many lost customers and late services pay back late', () => {
    const line = {
      ramp_months: 24,
      recurring_attach_percent: 100,
      monthly_recurring_per_customer: 50,
      recurring_margin_percent: 40,
      monthly_churn_percent: 8,
    };
    const service = {
      title: 'Set-up',
      sold_with: 'product',
      attach_percent: 100,
      value_per_deal: 500,
      margin_percent: 50,
      lag_months: 6,
    };
    const slow = planned(only(line, { services: { setup: service }, initial_investment: 6_000 })).results.payback;
    const fast = planned(
      only(
        { ...line, ramp_months: 3, monthly_churn_percent: 1 },
        { services: { setup: { ...service, lag_months: 0 } }, initial_investment: 6_000 },
      ),
    ).results.payback;
    expect([slow, fast]).toMatchObject([
      { kind: 'month', month: 25 },
      { kind: 'month', month: 12 },
    ]);
  });
});

describe('the survey of 500 partners', () => {
  const GROSS = (product: number, services: number) => {
    const service = {
      title: 'Services',
      sold_with: 'product',
      attach_percent: 100,
      value_per_deal: services * 10,
      margin_percent: 60.2,
      lag_months: 0,
    };
    const numbers = only(
      { average_product_deal: product * 10, product_margin_percent: 12.8 },
      { services: { work: service } },
    );
    return (sumsBy(36, planned(numbers).values.get('gross_profit')!)[0]! / (36 * 1_000)) * 100;
  };

  it.each([
    { product: 78, services: 20, margin: 22 },
    { product: 59, services: 34, margin: 28 },
    { product: 32, services: 68, margin: 45 },
  ])('$product % product and $services % services give $margin % gross margin', ({ product, services, margin }) => {
    expect(Math.round(GROSS(product, services))).toBe(margin);
  });
});

describe('every plan', () => {
  it.each(TYPES)(
    'of a %s: months add up to quarters, quarters to years, and the end stands in the last',
    (_, numbers) => {
      const { values } = planned(numbers);
      for (const [key, line] of values) {
        const total = line.slice(1).reduce((sum, value) => sum + value, 0);
        for (const months of [3, 12]) {
          const sums = sumsBy(months, line);
          expect(sums, key).toHaveLength(36 / months);
          expect(
            sums.reduce((sum, value) => sum + value, 0),
            key,
          ).toBeCloseTo(total, 6);
        }
      }
      expect(endsOf(12, values.get('cumulative')!)[2]).toBe(planned(numbers).results.endCumulative);
    },
  );

  it.each(TYPES)('of a %s ends lower in the conservative and higher in the stretch scenario', (_, numbers) => {
    const ends = (['conservative', 'base', 'stretch'] as const).map(
      (name) => planned(numbers, name).results.endCumulative,
    );
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  });

  it('never earns less with more margin', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (margin, more, deals) => {
          const end = (percent: number) =>
            planned(only({ deals_per_month: deals, product_margin_percent: percent })).results.endCumulative;
          return end(margin + more) >= end(margin);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('what moves a plan', () => {
  const numbers = ASSUMPTIONS.types['msp']!;
  const model = planModel(numbers, ASSUMPTIONS);

  it('is shown for the five strongest drivers, the strongest first', () => {
    const drivers = strongestDrivers(model, 0.2);
    expect(drivers).toHaveLength(5);
    const spans = drivers.map(({ lower, higher }) => Math.abs(higher - lower));
    expect(spans).toEqual(spans.toSorted((a, b) => b - a));
    expect(drivers[0]!.id).toBe('deals');
  });

  it('leaves out what the plan does not have', () => {
    const bare = planModel(only({}), ASSUMPTIONS);
    expect(strongestDrivers(bare, 0.2).map(({ id }) => id)).toEqual(['deals', 'deal-size', 'ramp']);
  });
});
