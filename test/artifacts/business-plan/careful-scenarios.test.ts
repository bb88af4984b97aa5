import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planModel } from '../../../src/artifacts/business-plan/forecast.ts';
import type { PlanNumbers, ScenarioMultipliers } from '../../../src/schema/business-plan.ts';
import { only } from './one-offer.ts';
import { ASSUMPTIONS } from './starting-numbers.ts';

const { base, conservative } = ASSUMPTIONS.scenarios.multipliers;

/** The way from the base case to the conservative one: 0 is base, 1 conservative. */
function between(part: number): ScenarioMultipliers {
  const names = Object.keys(base) as (keyof ScenarioMultipliers)[];
  return Object.fromEntries(
    names.map((name) => [name, base[name] + part * (conservative[name] - base[name])]),
  ) as ScenarioMultipliers;
}

function endAt(numbers: PlanNumbers, part: number): number {
  const multipliers = { ...ASSUMPTIONS.scenarios.multipliers, conservative: between(part) };
  return planModel(numbers, { scenarios: { multipliers }, months: 36 }).forecast('conservative').results.endCumulative;
}

const share = fc.integer({ min: 0, max: 100 });

/** Plans whose people do not follow the deals: fewer deals never save a whole person. */
const plans = fc
  .record({
    deals: fc.integer({ min: 0, max: 20 }),
    ramp: fc.integer({ min: 1, max: 36 }),
    margin: share,
    attach: share,
    churn: fc.integer({ min: 0, max: 30 }),
    funded: share,
    lag: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ deals, ramp, margin, attach, churn, funded, lag }) =>
    only(
      {
        deals_per_month: deals,
        ramp_months: ramp,
        product_margin_percent: margin,
        recurring_attach_percent: attach,
        monthly_recurring_per_customer: 50,
        recurring_margin_percent: margin,
        monthly_churn_percent: churn,
      },
      {
        services: {
          work: {
            title: 'Work',
            sold_with: 'product',
            attach_percent: attach,
            value_per_deal: 400,
            margin_percent: margin,
            lag_months: lag,
          },
        },
        marketing: { fixed_per_month: 100, share_of_revenue_percent: 0, mdf_funded_percent: funded },
      },
    ),
  );

/** Sums in another order differ in their last bits. */
const NOISE = 1e-6;

describe('a more careful case', () => {
  it('never ends higher than a bolder one', () => {
    fc.assert(
      fc.property(plans, share, share, (numbers, one, other) => {
        const [bold, careful] = [Math.min(one, other) / 100, Math.max(one, other) / 100];
        expect(endAt(numbers, careful)).toBeLessThanOrEqual(endAt(numbers, bold) + NOISE);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps conservative, base and stretch in their order', () => {
    fc.assert(
      fc.property(plans, (numbers) => {
        const model = planModel(numbers, ASSUMPTIONS);
        const [low, middle, high] = (['conservative', 'base', 'stretch'] as const).map(
          (scenario) => model.forecast(scenario).results.endCumulative,
        );
        expect(low!).toBeLessThanOrEqual(middle! + NOISE);
        expect(middle!).toBeLessThanOrEqual(high! + NOISE);
      }),
      { numRuns: 30 },
    );
  });
});
