import type { ArtifactInput } from '../../../src/artifacts/artifact.ts';
import { businessPlanFileSchema, type BusinessPlan } from '../../../src/schema/business-plan-file.ts';
import { givenInput, type PartnerCase } from '../given-input.ts';
import { ASSUMPTIONS } from './starting-numbers.ts';

const { conservative, stretch } = ASSUMPTIONS.scenarios.multipliers;

/** A plan from July 2025 that sells one deal of 10,000 a month at 20 %, and services of 1,000 with each at 50 %: 2,500 a month, 5,000 put in first. */
export function givenPlan(changes: Readonly<Record<string, unknown>> = {}): BusinessPlan {
  const platform = {
    title: 'Platform',
    kind: 'deals',
    ramp_months: 1,
    deals_per_month: 1,
    average_product_deal: 10_000,
    product_margin_percent: 20,
  };
  const setUp = {
    title: 'Set-up',
    sold_with: 'platform',
    attach_percent: 100,
    value_per_deal: 1_000,
    margin_percent: 50,
  };
  return businessPlanFileSchema.parse({
    fiscal_year: 'FY26',
    starts: '2025-07-01',
    status: 'agreed',
    agreed: { on: '2025-07-08', partner: 'Mara Quellin', vendor: 'Ines Albrecht' },
    currency: 'USD',
    actuals_shared: true,
    numbers: { product_lines: { platform }, services: { setup: setUp }, initial_investment: 5_000 },
    scenarios: { conservative: { multipliers: conservative }, stretch: { multipliers: stretch } },
    ...changes,
  });
}

/** A partner with that plan on 28 February 2026, the end of its month 8. */
export function givenPlanned(given: PartnerCase = {}, changes: Readonly<Record<string, unknown>> = {}): ArtifactInput {
  const input = givenInput(given);
  return { ...input, files: { ...input.files, businessPlans: [givenPlan(changes)] } };
}
