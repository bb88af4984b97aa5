import { wordsOfInput } from '../../../artifacts/business-plan/model/input-words.ts';
import { planInputs, type PlanInput } from '../../../artifacts/business-plan/model/plan-inputs.ts';
import { planNumberRowSchema, type BusinessPlan } from '../../../schema/business-plan-file.ts';
import type { PlanAssumptions } from '../../../schema/business-plan.ts';
import type { CellValue, Table, TableColumn } from '../table.ts';
import { yamlColumns } from '../yaml-tables.ts';
import { planNumberChecker } from './check-plan-number.ts';
import { editPlanNumbers } from './edit-plan-numbers.ts';
import { PLAN_FILES, planFileOf, plansOf } from './plan-files.ts';
import { numbersOfPlan, entryAt } from './plan-places.ts';

const COLUMNS: readonly TableColumn[] = [
  ...yamlColumns(planNumberRowSchema, [
    { name: 'fiscal_year', kind: 'period' },
    { name: 'number', kind: 'text' },
  ]),
  reading('of', 'The offer, service, role or investment it belongs to; or the scenario'),
  reading('label', 'What it says'),
  ...yamlColumns(planNumberRowSchema, [{ name: 'value', kind: 'number' }]),
  reading('unit', 'In which the value is written'),
  reading('source', 'Where the number is from'),
];

/** The numbers of the business plans, those of their scenarios too. Once a plan is agreed, a change is recorded with its day. */
export const PLAN_NUMBERS: Table = {
  id: 'plan-numbers',
  title: 'Plan numbers',
  storage: { kind: 'files', of: 'partner', file: PLAN_FILES, files: { fileOf: planFileOf, edit: editPlanNumbers } },
  schema: planNumberRowSchema,
  columns: COLUMNS,
  key: ['fiscal_year', 'number'],
  rowsStay: true,
  check: planNumberChecker,
  rowsOf: (territory) =>
    plansOf(territory).flatMap(({ partner, plan, year }) => {
      const words = wordsByNumber(plan, territory.planAssumptions);
      return [...numbersOfPlan(plan)].map(([number, value]) => ({
        partner,
        values: { fiscal_year: year, number, value, ...words(number) },
      }));
    }),
};

type Words = Readonly<Record<string, CellValue>>;

/** What helps to read a number: the words that the plan's own page has for it. */
function wordsByNumber(plan: BusinessPlan, assumptions: PlanAssumptions): (number: string) => Words {
  const inputs = new Map(planInputs(plan.numbers).map((input) => [input.at, input]));
  return (number): Words => {
    const [, scenario, part, ...rest] = /^scenarios\.([a-z]+)\.(multipliers|numbers)\.(.+)$/.exec(number) ?? [];
    const place = rest[0] ?? number;
    const input = part === 'multipliers' ? undefined : inputs.get(place);
    const title = entryAt(plan.numbers, place)?.title ?? 'The whole plan';
    const of = scenario === undefined ? title : `${capitalised(scenario)}${input ? `: ${title}` : ''}`;
    if (part === 'multipliers') return { of, label: capitalised(place.replaceAll('_', ' ')), unit: 'times base' };
    return input ? { of, ...wordsOf(input, plan, assumptions) } : { of };
  };
}

function wordsOf(input: PlanInput, { numbers, currency }: BusinessPlan, assumptions: PlanAssumptions): Words {
  const { label, unit, kind } = wordsOfInput(input, currency);
  const name = entryAt(numbers, input.at)?.source_of?.[input.at.split('.')[2] ?? ''] ?? assumptions.default_source;
  return {
    label,
    unit: kind === 'share' ? `% ${unit}` : unit,
    source: assumptions.sources[name]?.short ?? name,
  };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function reading(name: string, note: string): TableColumn {
  return { name, kind: 'text', note, computed: true };
}
