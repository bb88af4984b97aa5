import type { DocumentModel, ModelInput, ModelLine, ModelMultiplier } from '../../../document/model.ts';
import type { ModelValueKind } from '../../../document/model-value-kind.ts';
import type { PlanNumbers, ScenarioMultipliers } from '../../../schema/business-plan.ts';
import type { ModelOutcome } from '../../../document/model-outcome.ts';
import type { BusinessPlanResult } from '../compute.ts';
import type { Forecast, PlanScenarios } from '../forecast.ts';
import { groupOfKey, groupTitle, WHOLE_PLAN } from './group-title.ts';
import { wordsOfInput } from './input-words.ts';
import type { PlanInput } from './plan-inputs.ts';
import type { PlanLine } from './plan-lines.ts';
import { RESULT_LINES, resultLineValues, type ResultLine } from './result-lines.ts';
import { sourceWords, startingOf, type SourceSetting } from './source-words.ts';

const SCENARIO_TITLES = { base: 'Base', conservative: 'Conservative', stretch: 'Stretch' } as const;

const MULTIPLIER_LABELS: Readonly<Record<keyof ScenarioMultipliers, string>> = {
  deals: 'New deals or customers',
  deal_size: 'Deal size or seats',
  ramp_months: 'Months to full pace',
  services_attach: 'Services sold with deals',
  recurring_attach: 'Customers who take the recurring service',
  churn: 'Customers lost a month',
  margins: 'Margins before registration and rebate',
  mdf_funded_share: 'Marketing paid by MDF',
};

/** Lines that are sums of others. */
const STRONG: ReadonlySet<string> = new Set(['revenue', 'gross_profit', 'net', 'cumulative']);

/** The plan's model as its page carries it, for workbooks that write it live. */
export function documentModel(result: BusinessPlanResult, outcome: ModelOutcome): DocumentModel {
  const {
    model,
    numbers,
    currency,
    starts,
    scenarios,
    base,
    conservative,
    stretch,
    input: { planAssumptions: assumptions },
  } = result;
  return {
    currency,
    months: model.months,
    starts,
    scenarios: [base, conservative, stretch].map(({ scenario, inputs, values }) => ({
      id: scenario,
      title: SCENARIO_TITLES[scenario],
      values: withResultLines({ inputs, values }, model.months),
      inputs,
      own: ownKeys(model.inputs, scenarios.numbers?.[scenario]),
    })),
    inputs: model.inputs.map((input) =>
      modelInput(input, { numbers, assumptions, currency, starting: startingOf(result) }),
    ),
    multipliers: multipliersOf(scenarios),
    lines: [...model.lines.map((line) => planLine(line, numbers)), ...RESULT_LINES.map(helperLine)],
    outcome,
  };
}

function withResultLines({ inputs, values }: Pick<Forecast, 'inputs' | 'values'>, months: number): Forecast['values'] {
  return new Map([...values, ...resultLineValues(values, inputs, months)]);
}

function planLine(line: PlanLine, numbers: PlanNumbers): ModelLine {
  return {
    key: line.key,
    title: line.title,
    kind: kindOf(line),
    formula: line.formula,
    heading: line.group === undefined ? WHOLE_PLAN : groupTitle(line.group, numbers),
    ...(line.group !== undefined && { group: line.group }),
    ...(line.key === 'cumulative' && { start: { input: 'initial_investment', sign: -1 as const } }),
    ...(STRONG.has(line.key) && { emphasis: 'strong' as const }),
  };
}

function helperLine({ key, title, formula, startsFrom }: ResultLine): ModelLine {
  const isMoney = startsFrom === 'investment';
  return {
    key,
    title,
    formula,
    kind: isMoney ? 'amount' : 'months',
    heading: 'How the results are found',
    ...(startsFrom && {
      start: { input: 'initial_investment', sign: -1 as const, ...(!isMoney && { isDirection: true as const }) },
    }),
  };
}

function ownKeys(inputs: readonly PlanInput[], own: Readonly<Record<string, number>> = {}): ReadonlySet<string> {
  return new Set(inputs.filter(({ at }) => own[at] !== undefined).map(({ key }) => key));
}

function multipliersOf({ multipliers }: PlanScenarios): ModelMultiplier[] {
  return (Object.keys(MULTIPLIER_LABELS) as (keyof ScenarioMultipliers)[]).map((id) => ({
    id,
    label: MULTIPLIER_LABELS[id],
    values: {
      base: multipliers.base[id],
      conservative: multipliers.conservative[id],
      stretch: multipliers.stretch[id],
    },
  }));
}

interface Setting extends SourceSetting {
  readonly currency: string;
}

function modelInput(input: PlanInput, { numbers, currency, ...sources }: Setting): ModelInput {
  const { key, value, multiplier, isShare, at } = input;
  return {
    key,
    at,
    group: groupTitle(groupOfKey(key) ?? '', numbers),
    ...wordsOfInput(input, currency),
    source: sourceWords(at, { numbers, ...sources }).text,
    base: value,
    ...(multiplier && { multiplier }),
    ...(isShare && { isShare }),
  };
}

function kindOf({ key }: PlanLine): ModelValueKind {
  if (/(^|\.)(ramp|ramp_place|season|price)$/.test(key)) return 'factor';
  if (key.endsWith('.ramp_step')) return 'months';
  return /(^|\.)(new_deals|customers|seats|working|fte)$/.test(key) ? 'number' : 'amount';
}
