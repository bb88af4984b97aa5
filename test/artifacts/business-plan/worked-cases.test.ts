import { describe, expect, it } from 'vitest';
import { businessPlan } from '../../../src/artifacts/business-plan/index.ts';
import { blocksInOrder } from '../../../src/document/page-order.ts';
import type { PlanNumbers } from '../../../src/schema/business-plan.ts';
import { formatSentence, formatValue } from '../../../src/units/format.ts';
import { givenInput } from '../given-input.ts';
import { only } from './one-offer.ts';
import { planned } from './starting-numbers.ts';

const fixed = (fte: number, cost: number) => ({
  title: 'People',
  fte,
  annual_loaded_cost: cost,
  from_month: 1,
  to_month: 36,
});

/** Months 1 to `count` of a line, without the noise of binary fractions. */
function months(values: ReturnType<typeof planned>['values'], key: string, count: number): number[] {
  return values
    .get(key)!
    .slice(1, count + 1)
    .map((value) => Number(value.toFixed(6)));
}

/** What the page of a plan says first, and of its payback. */
function said(numbers: PlanNumbers): { readonly headline: string; readonly payback: string } {
  const input = givenInput();
  const { planAssumptions: assumptions } = input;
  const types = { ...assumptions.types, var: { ...numbers, title: 'Value-added reseller' } };
  const result = businessPlan.compute({ ...input, planAssumptions: { ...assumptions, types } }, undefined);
  const [answer] = businessPlan.toDocument(result, 'partner').sections;
  const figures = blocksInOrder(answer!).flatMap((block) => (block.kind === 'key-figures' ? block.figures : []));
  const payback = figures.find(({ label }) => formatSentence(label, { locale: 'en-GB' }) === 'Payback')!;
  return {
    headline: formatSentence(answer!.headline, { locale: 'en-GB' }),
    payback: formatValue(payback.value, { locale: 'en-GB' }),
  };
}

describe('a managed service provider, counted in seats', () => {
  // 2 new customers a month of 10 seats, a tenth lost a month. A seat: 30, less 12 for the vendor and 5 for delivery.
  // Tickets: half a ticket a customer at 100, 40 % of it margin. A customer so brings 130 + 20 = 150 a month. People: 500 a month.
  const numbers: PlanNumbers = {
    ...only({}),
    product_lines: {
      seats: {
        kind: 'seats',
        title: 'Managed seats',
        ramp_months: 1,
        annual_deal_growth_percent: 0,
        annual_price_uplift_percent: 0,
        new_customers_per_month: 2,
        seats_per_customer: 10,
        price_per_seat_month: 30,
        vendor_price_per_seat_month: 12,
        delivery_cost_per_seat_month: 5,
        monthly_churn_percent: 10,
        tickets_per_customer_month: 0.5,
        ticket_price: 100,
        ticket_margin_percent: 40,
      },
    },
    staff: { people: fixed(0.1, 60_000) },
    initial_investment: 200,
  };
  const { values, results } = planned(numbers);

  it('earns by the customers that stay', () => {
    expect(months(values, 'customers', 4)).toEqual([2, 3.8, 5.42, 6.878]);
    expect(months(values, 'recurring_revenue', 3)).toEqual([600, 1_140, 1_626]);
    expect(months(values, 'recurring_profit', 3)).toEqual([260, 494, 704.6]);
    expect(months(values, 'services_revenue', 3)).toEqual([100, 190, 271]);
    expect(months(values, 'gross_profit', 4)).toEqual([300, 570, 813, 1_031.7]);
  });

  it('pays back in month 4, needs 400 at most, and adds 1.92 to every dollar of product', () => {
    expect(months(values, 'cumulative', 4)).toEqual([-400, -330, -17, 514.7]);
    expect(results.payback).toMatchObject({ kind: 'month', month: 4 });
    expect((results.payback as { exact: number }).exact).toBeCloseTo(3 + 17 / 531.7, 9);
    expect(results.peakFunding).toEqual({ amount: 400, month: 1 });
    expect(results.breakeven).toEqual({ first: 2, lasting: 2 });
    // (30 − 12) × 10 + 50 of own work against 120 for the vendor.
    expect(results.ownPerProductDollar).toBeCloseTo(230 / 120, 9);
  });
});

describe('a slow ramp, many lost customers and late services', () => {
  // 2 deals a month after 4 months, 1,000 each at 10 %; services of 300 at 50 %, two months later; half the customers take a service of
  // 100 a month at 50 %, a fifth of them is lost a month. People: 400 a month.
  const service = {
    title: 'Set-up',
    sold_with: 'product',
    attach_percent: 100,
    value_per_deal: 300,
    margin_percent: 50,
    lag_months: 2,
  };
  const { values, results } = planned(
    only(
      {
        deals_per_month: 2,
        ramp_months: 4,
        product_margin_percent: 10,
        recurring_attach_percent: 50,
        monthly_recurring_per_customer: 100,
        recurring_margin_percent: 50,
        monthly_churn_percent: 20,
      },
      { services: { setup: service }, staff: { people: fixed(0.1, 48_000) } },
    ),
  );

  it('has the months of the table worked out by hand', () => {
    expect(months(values, 'product_profit', 6)).toEqual([50, 100, 150, 200, 200, 200]);
    expect(months(values, 'services_profit', 6)).toEqual([0, 0, 75, 150, 225, 300]);
    expect(months(values, 'customers', 6)).toEqual([0.25, 0.7, 1.31, 2.048, 2.6384, 3.11072]);
    expect(months(values, 'recurring_profit', 6)).toEqual([12.5, 35, 65.5, 102.4, 131.92, 155.536]);
    expect(months(values, 'net', 6)).toEqual([-337.5, -265, -109.5, 52.4, 156.92, 255.536]);
  });

  it('breaks even from month 4 on and pays back in month 7', () => {
    expect(results.breakeven).toEqual({ first: 4, lasting: 4 });
    expect(results.peakFunding).toEqual({ amount: 712, month: 3 });
    expect(results.payback).toMatchObject({ kind: 'month', month: 7 });
    expect((results.payback as { exact: number }).exact).toBeCloseTo(6 + 247.144 / 274.4288, 9);
  });
});

describe('a plan that never pays back', () => {
  it('though it earns every month: the rate is negative and the page says so', () => {
    const numbers = only({}, { initial_investment: 10_000 });
    const { results } = planned(numbers);
    // 36 × 200 of 10,000.
    expect(results).toMatchObject({ payback: { kind: 'never' }, endCumulative: -2_800, breakeven: { lasting: 1 } });
    expect(results.internalRate).toBeLessThan(0);
    expect(said(numbers)).toEqual({
      headline: 'The base case does not pay back within 36 months; it needs up to $10K',
      payback: 'not within 36 months',
    });
  });
});

describe('a plan that earns from the first month, with nothing put in', () => {
  it('has no payback and no rate, and words for both', () => {
    const numbers = only({});
    expect(planned(numbers).results).toMatchObject({
      payback: { kind: 'nothing to pay back' },
      internalRate: { missing: 'no money is put in' },
      returnOnInvestment: { missing: 'nothing is invested' },
      peakFunding: { amount: 0, month: 0 },
    });
    expect(said(numbers)).toEqual({
      headline: 'The plan earns from the first month and reaches $7.2K after 36',
      payback: 'the money never is below zero',
    });
  });
});

describe('a payback that is lost again', () => {
  // 1,000 put in, 200 a month; in the last month 6,500 are spent: 36 × 200 − 1,000 − 6,500 = −300.
  const numbers = only(
    {},
    { initial_investment: 1_000, investments: { rebuild: { title: 'Rebuild', month: 36, amount: 6_500 } } },
  );

  it('is no success: the page names the month in which it is lost', () => {
    expect(planned(numbers).results).toMatchObject({
      payback: { kind: 'lost again', month: 5, lostIn: 36 },
      endCumulative: -300,
    });
    expect(said(numbers)).toEqual({
      headline: 'The money is back once and lost again in month 36: −$300 after 36 months',
      payback: 'back in month 5 and lost again in month 36',
    });
  });

  it('has two rates that fit, so none is given', () => {
    expect(planned(numbers).results.internalRate).toEqual({
      missing: '2 rates would fit, because the money changes direction more than once',
    });
  });
});
