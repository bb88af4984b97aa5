import { evaluateMonths, type MonthValues } from '../../domain/month-model/evaluate-months.ts';
import type { PlanNumbers, ScenarioMultipliers, ScenarioName } from '../../schema/business-plan.ts';
import { planInputs, scenarioInputs, type PlanInput } from './model/plan-inputs.ts';
import { planLines, type PlanLine } from './model/plan-lines.ts';
import { planResults, type PlanResults } from './results.ts';

/** A plan worked out for one scenario. */
export interface Forecast {
  readonly scenario: ScenarioName;
  readonly inputs: ReadonlyMap<string, number>;
  readonly values: MonthValues;
  readonly results: PlanResults;
}

/** A plan ready to be worked out as often as wanted: for scenarios, for what-ifs. */
export interface PlanModel {
  readonly inputs: readonly PlanInput[];
  readonly lines: readonly PlanLine[];
  readonly months: number;
  forecast(scenario: ScenarioName, change?: InputChange): Forecast;
}

/** By how much a number of the plan is multiplied for a what-if; 1 leaves it as it is. */
export type InputChange = (input: PlanInput) => number;

/** What the scenarios change. */
export interface PlanScenarios {
  readonly multipliers: Readonly<Record<ScenarioName, ScenarioMultipliers>>;
  /** Numbers a scenario has of its own, by their place in the plan and as they are written there. */
  readonly numbers?: Readonly<Partial<Record<ScenarioName, Readonly<Record<string, number>>>>>;
}

/** The model of a plan's numbers under its scenarios. */
export function planModel(
  numbers: PlanNumbers,
  { scenarios, months }: { readonly scenarios: PlanScenarios; readonly months: number },
): PlanModel {
  const inputs = planInputs(numbers);
  const lines = planLines(numbers);
  const rate = numbers.annual_discount_rate_percent / 100;
  return {
    inputs,
    lines,
    months,
    forecast(scenario, change) {
      const changed = change ? inputs.map((input) => ({ ...input, value: input.value * change(input) })) : inputs;
      const chosen = scenarioInputs(changed, scenarios.multipliers[scenario], scenarios.numbers?.[scenario]);
      const values = evaluateMonths({ months, inputs: chosen, lines });
      return {
        scenario,
        inputs: chosen,
        values,
        results: planResults(values, { rate, initial: numbers.initial_investment }),
      };
    },
  };
}
