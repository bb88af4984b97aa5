import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { planInputs, scenarioInputs } from '../../../src/artifacts/business-plan/model/plan-inputs.ts';
import { planLines } from '../../../src/artifacts/business-plan/model/plan-lines.ts';
import { planResults, type PlanResults } from '../../../src/artifacts/business-plan/results.ts';
import { evaluateMonths, type MonthValues } from '../../../src/domain/month-model/evaluate-months.ts';
import { planAssumptionsSchema, type PlanNumbers, type ScenarioName } from '../../../src/schema/business-plan.ts';

export const TEMPLATE = readFileSync(
  new URL('../../../templates/business-plan-assumptions.yaml', import.meta.url),
  'utf8',
);
export const ASSUMPTIONS = planAssumptionsSchema.parse(parse(TEMPLATE));

/** The plan of some numbers in a scenario. */
export function planned(
  numbers: PlanNumbers,
  scenario: ScenarioName = 'base',
): { readonly values: MonthValues; readonly results: PlanResults } {
  const inputs = scenarioInputs(planInputs(numbers), ASSUMPTIONS.scenarios.multipliers[scenario]);
  const values = evaluateMonths({ months: 36, inputs, lines: planLines(numbers) });
  const rate = numbers.annual_discount_rate_percent / 100;
  return { values, results: planResults(values, { rate, initial: numbers.initial_investment }) };
}
