import { checkCampaigns } from '../../../input/check-campaigns.ts';
import type { Problem, ProblemDetails } from '../../../input/problem.ts';
import { editYaml, type YamlEdit } from '../../../output/edit-yaml.ts';
import { yamlChanges } from '../../../output/yaml-changes.ts';
import type { MarketingPlan } from '../../../schema/marketing-plan-file.ts';
import { goalOfText, goalText, marketingPlanRowSchema } from '../../../schema/marketing-plan-rows.ts';
import type { Territory } from '../../../schema/territory.ts';
import { parseFiscalQuarter } from '../../../units/fiscal-quarter.ts';
import { planText } from '../../marketing-plan/plan-text.ts';
import { fileValue, splitList } from '../cell-values.ts';
import { listValueEdits } from '../edit-entries.ts';
import type { ColumnKind, FileChange, RowProblem, Table, TableColumn, TableRow } from '../table.ts';
import { rowOfEntry, yamlColumns } from '../yaml-tables.ts';
import { rowProblem } from './check-campaign-row.ts';
import { MARKETING_FILES, marketingFileOf, marketingPlansOf, namedPlans } from './marketing-files.ts';
import { blockEdits, writtenValues } from './plan-values.ts';
import { recordingChanges } from './record-changes.ts';

/** What of a plan is typed into a sheet; who agreed to it and when is not: it is agreed with its own command. */
const COLUMNS: readonly TableColumn[] = [
  ...yamlColumns(marketingPlanRowSchema, [{ name: 'quarter', kind: 'period' }]),
  reading('status', 'text', 'draft, agreed, running or verified'),
  ...yamlColumns(marketingPlanRowSchema, [
    { name: 'currency', kind: 'text' },
    { name: 'goals', kind: 'list' },
    { name: 'target_revenue', kind: 'amount' },
    { name: 'budget', kind: 'amount' },
    { name: 'reviews_owner', kind: 'text' },
    { name: 'review_dates', kind: 'list' },
  ]),
  reading('begun', 'date', 'The day it was first written'),
  reading('started_from', 'text', 'The quarter or the partner whose plan it was at first'),
  reading('agreed', 'date', 'The day both sides agreed to it'),
  reading('agreed_by_partner', 'text', 'Who agreed for the partner'),
  reading('agreed_by_vendor', 'text', 'Who agreed for you'),
  ...yamlColumns(marketingPlanRowSchema, [{ name: 'notes', kind: 'text' }]),
];

/** Columns that are keys of the file. */
const PLAIN = ['currency', 'target_revenue', 'budget', 'notes'];

/** The marketing plans, one row each; a new row begins one. Their campaigns are a table of their own. */
export const MARKETING_PLANS: Table = {
  id: 'marketing-plans',
  title: 'Marketing plans',
  storage: {
    kind: 'files',
    of: 'partner',
    file: MARKETING_FILES,
    files: { fileOf: marketingFileOf, edit: recordingChanges(editMarketingPlan) },
  },
  schema: marketingPlanRowSchema,
  columns: COLUMNS,
  key: ['quarter'],
  rowsStay: true,
  check: planChecker,
  rowsOf: (territory) => marketingPlansOf(territory).map(({ partner, plan }) => rowOfPlan(plan, partner)),
};

function rowOfPlan({ agreed, goals, reviews, ...plan }: MarketingPlan, partner: string): TableRow {
  const entry = {
    ...plan,
    goals: goals.map(goalText),
    reviews_owner: reviews.owner,
    review_dates: reviews.dates,
    agreed: agreed?.on,
    agreed_by_partner: agreed?.partner,
    agreed_by_vendor: agreed?.vendor,
  };
  return rowOfEntry(entry, { columns: COLUMNS }, partner);
}

function planChecker(territory: Territory): (row: TableRow) => readonly RowProblem[] {
  const plans = namedPlans(territory, []);
  const { marketingTactics: tactics, funds } = territory;
  return (row) => {
    const value = {
      goals: goalsOf(row.values),
      campaigns: [] as MarketingPlan['campaigns'],
    } as unknown as MarketingPlan;
    const problemAt = (_: readonly PropertyKey[], details: ProblemDetails): Problem => ({
      severity: 'error',
      file: '',
      ...details,
      path: 'goals',
    });
    return [
      ...(plans.plan(row) && row.values['currency'] === undefined
        ? [{ column: 'currency', why: 'currency is missing' }]
        : []),
      ...checkCampaigns({ id: row.partner!, marketingPlans: [{ value, problemAt }] }, { tactics, funds }).map(
        rowProblem,
      ),
    ];
  };
}

function goalsOf({ goals = '' }: TableRow['values']): MarketingPlan['goals'] {
  return splitList(String(goals)).flatMap((goal) => goalOfText(goal) ?? []);
}

/** The file of a plan with what changed in its row; a new row begins a draft. */
function editMarketingPlan(text: string, change: FileChange): string {
  const { before = {}, after = {} } = change.rows[0]!;
  if (text === '') return planText(newPlan(after, change));
  const present = writtenValues(text, change.path);
  const changed = COLUMNS.filter(({ name, computed }) => !computed && before[name] !== after[name]);
  return editYaml(text, [
    ...changed.flatMap(({ name, kind }) => {
      const value = after[name];
      return PLAIN.includes(name)
        ? [{ path: [name], value: value === undefined ? undefined : fileValue(value, kind) }]
        : [];
    }),
    ...(changed.some(({ name }) => name === 'goals')
      ? yamlChanges({ goals: present['goals'] }, { goals: emptyAsNothing(goalsOf(after)) })
      : []),
    ...reviewEdits(present['reviews'] ?? undefined, { before, after }),
  ]);
}

function reviewEdits(
  present: unknown,
  { before, after }: { readonly before: TableRow['values']; readonly after: TableRow['values'] },
): readonly YamlEdit[] {
  const { reviews_owner: owner, review_dates: dates } = after;
  const standing = (present as { readonly dates?: unknown } | undefined)?.dates;
  const hasOther = dates !== before['review_dates'];
  const inPlace = hasOther && dates !== undefined && standing !== undefined;
  const values = {
    ...(owner !== before['reviews_owner'] && { owner }),
    ...(hasOther && !inPlace && { dates: dates === undefined ? undefined : splitList(String(dates)) }),
  };
  return [
    ...(Object.keys(values).length > 0 ? blockEdits(present, ['reviews'], values) : []),
    ...(inPlace ? listValueEdits(standing, ['reviews', 'dates'], dates) : []),
  ];
}

function newPlan(values: TableRow['values'], { territory, partner, day }: FileChange): MarketingPlan {
  const text = (name: string) => (values[name] === undefined ? undefined : String(values[name]));
  const amount = (name: string) => (values[name] === undefined ? undefined : Number(values[name]));
  const dates = splitList(text('review_dates') ?? '') as MarketingPlan['reviews']['dates'];
  return {
    quarter: parseFiscalQuarter(String(values['quarter']))!,
    status: 'draft',
    begun: day,
    currency: text('currency') ?? partner.currency ?? territory.config.currency,
    goals: goalsOf(values),
    target_revenue: amount('target_revenue'),
    budget: amount('budget'),
    campaigns: [],
    reviews: { owner: text('reviews_owner'), dates },
    changes: [],
    notes: text('notes'),
  };
}

function emptyAsNothing<Entry>(list: readonly Entry[]): readonly Entry[] | undefined {
  return list.length === 0 ? undefined : list;
}

function reading(name: string, kind: ColumnKind, note: string): TableColumn {
  return { name, kind, note, computed: true };
}
