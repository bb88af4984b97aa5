import { editYaml, type YamlEdit } from '../../../output/edit-yaml.ts';
import { nearest } from '../../../input/nearest.ts';
import { quote } from '../../../input/check-values.ts';
import type { Campaign } from '../../../schema/marketing-plan-file.ts';
import { campaignNumberRowSchema } from '../../../schema/marketing-plan-rows.ts';
import type { Territory } from '../../../schema/territory.ts';
import type { CellValue, FileChange, RowProblem, Table, TableChanges, TableRow } from '../table.ts';
import { yamlColumns } from '../yaml-tables.ts';
import { MARKETING_FILES, marketingFileOf, marketingPlansOf, namedPlans } from './marketing-files.ts';
import { blockEdits, writtenCampaigns } from './plan-values.ts';
import { recordingChanges } from './record-changes.ts';

/** What campaigns cost line by line, and the leads that somebody says came to each stage. */
export const CAMPAIGN_NUMBERS: Table = {
  id: 'campaign-numbers',
  title: 'Campaign numbers',
  storage: {
    kind: 'files',
    of: 'partner',
    file: MARKETING_FILES,
    files: { fileOf: marketingFileOf, edit: recordingChanges(editCampaignNumbers) },
  },
  schema: campaignNumberRowSchema,
  columns: [
    ...yamlColumns(campaignNumberRowSchema, [
      { name: 'quarter', kind: 'period' },
      { name: 'campaign', kind: 'text' },
      { name: 'kind', kind: 'choice' },
      { name: 'name', kind: 'text' },
      { name: 'value', kind: 'number' },
    ]),
    { name: 'unit', kind: 'text', note: 'In which the value is written', computed: true },
  ],
  key: ['quarter', 'campaign', 'kind', 'name'],
  check: numberChecker,
  wordsFor: (territory) => {
    const stages = stagesOf(territory);
    return (column, { kind }) => (column === 'name' && kind === 'leads' ? stages : undefined);
  },
  rowsOf: (territory) =>
    marketingPlansOf(territory).flatMap(({ partner, plan, quarter }) =>
      plan.campaigns.flatMap((campaign) =>
        numbersOf(campaign, plan.currency).map((values): TableRow => ({
          partner,
          values: { quarter, campaign: campaign.id, ...values },
        })),
      ),
    ),
};

function numbersOf({ cost_lines: costs = {}, actual }: Campaign, currency: string): Record<string, CellValue>[] {
  return [
    ...Object.entries(costs).map(([name, value]) => ({ kind: 'cost', name, value, unit: currency })),
    ...Object.entries(actual?.counts ?? {}).map(([name, value]) => ({ kind: 'leads', name, value, unit: 'leads' })),
  ];
}

function numberChecker(
  territory: Territory,
  accepted: readonly TableChanges[],
): (row: TableRow) => readonly RowProblem[] {
  const plans = namedPlans(territory, accepted);
  const stages = stagesOf(territory);
  return (row) => {
    const { campaign, kind, name } = row.values;
    const problems = [...plans.planProblems(row)];
    if (problems.length === 0) problems.push(...plans.campaignProblems(row, String(campaign)));
    if (kind === 'leads' && !stages.includes(String(name))) {
      const near = nearest(String(name), stages);
      const hint = near === undefined ? `: ${stages.join(', ')}` : `; did you mean ${near}?`;
      problems.push({ column: 'name', why: `${quote(String(name))} is not a stage of the waterfall${hint}` });
    }
    return problems;
  };
}

function stagesOf({ marketingTactics: { waterfall } }: Territory): readonly string[] {
  return waterfall.stages.map(({ id }) => id);
}

/** The file of a plan with cost lines and counted leads changed; the first leads of a campaign are of the day they came in. */
function editCampaignNumbers(text: string, { path, rows, day }: FileChange): string {
  const present = writtenCampaigns(text, path);
  const edits = present.flatMap(({ id, cost_lines: costs, actual }, index): readonly YamlEdit[] => {
    const valuesOf = (kind: string) =>
      Object.fromEntries(
        rows.flatMap(({ before, after }) => {
          const { campaign, kind: own, name } = (after ?? before)!;
          return campaign === id && own === kind ? [[String(name), after?.['value']] as const] : [];
        }),
      );
    const at = ['campaigns', index];
    return [
      ...someEdits(costs, [...at, 'cost_lines'], valuesOf('cost')),
      ...leadEdits(actual as Actual | undefined, [...at, 'actual'], { counts: valuesOf('leads'), day }),
    ];
  });
  return editYaml(text, edits);
}

type Actual = Readonly<Record<string, unknown>>;
type Numbers = Readonly<Record<string, CellValue | undefined>>;

function leadEdits(
  actual: Actual | undefined,
  path: YamlEdit['path'],
  { counts, day }: { readonly counts: Numbers } & Pick<FileChange, 'day'>,
): readonly YamlEdit[] {
  if (actual) return someEdits(actual['counts'], [...path, 'counts'], counts);
  if (Object.keys(counts).length === 0) return [];
  if (day === undefined) throw new Error('Leads that came are recorded with their day.');
  return [{ path, value: { on: day, counts } }];
}

function someEdits(present: unknown, path: YamlEdit['path'], values: Numbers): readonly YamlEdit[] {
  return Object.keys(values).length === 0 ? [] : blockEdits(present, path, values);
}
