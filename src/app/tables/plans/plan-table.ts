import { editYaml } from '../../../output/edit-yaml.ts';
import { planRowSchema, type BusinessPlan } from '../../../schema/business-plan-file.ts';
import { cellOf, fileValue, splitList } from '../cell-values.ts';
import { listValueEdits } from '../edit-entries.ts';
import type { CellValue, ColumnKind, FileChange, Table, TableColumn, TableRow } from '../table.ts';
import { yamlColumns } from '../yaml-tables.ts';
import { PLAN_FILES, planFileOf, planReader, plansOf } from './plan-files.ts';

const DUTIES = ['awareness', 'lead_generation', 'closing', 'service'] as const;

/** Who agreed to what and when is not typed into a sheet: with an agreement the commitments of the plan go to the ledger. */
const COLUMNS: readonly TableColumn[] = [
  ...yamlColumns(planRowSchema, [{ name: 'fiscal_year', kind: 'period' }]),
  reading('status', 'text', 'draft, agreed, in-progress or completed'),
  reading('starts', 'date', 'First day of its first month'),
  reading('currency', 'text', 'Of all its amounts'),
  reading('begun', 'date', 'The day it was first written'),
  reading('started_from', 'text', 'What its numbers were at first'),
  reading('agreed', 'date', 'The day both sides agreed to it'),
  reading('agreed_by_partner', 'text', 'Who agreed for the partner'),
  reading('agreed_by_vendor', 'text', 'Who agreed for you'),
  reading('completed', 'date', 'The day it was closed'),
  ...yamlColumns(planRowSchema, [
    { name: 'goals', kind: 'list' },
    { name: 'strategies', kind: 'list' },
    { name: 'product_focus', kind: 'list' },
    ...DUTIES.map((name) => ({ name, kind: 'choice' as const })),
    { name: 'actuals_shared', kind: 'yes-no' },
    { name: 'notes', kind: 'text' },
  ]),
];

/** The business plans, one row each; their numbers are a table of their own. */
export const PLANS: Table = {
  id: 'plans',
  title: 'Plans',
  storage: { kind: 'files', of: 'partner', file: PLAN_FILES, files: { fileOf: planFileOf, edit: editPlan } },
  schema: planRowSchema,
  columns: COLUMNS,
  key: ['fiscal_year'],
  rowsStay: true,
  check: (territory) => {
    const planOf = planReader(territory);
    return (row) => {
      const found = planOf(row);
      return 'why' in found ? [found] : [];
    };
  },
  rowsOf: (territory) => plansOf(territory).map(({ partner, plan, year }) => rowOfPlan(plan, { partner, year })),
};

function rowOfPlan(
  { agreed, who_does_what: duties, ...plan }: BusinessPlan,
  { partner, year }: { readonly partner: string; readonly year: string },
): TableRow {
  const held = new Map<string, unknown>(
    Object.entries({
      ...plan,
      ...duties,
      fiscal_year: year,
      agreed: agreed?.on,
      agreed_by_partner: agreed?.partner,
      agreed_by_vendor: agreed?.vendor,
    }),
  );
  const cells = COLUMNS.map(({ name, kind }) => [name, cellOf(held.get(name), kind)] as const);
  return { partner, values: Object.fromEntries(cells.filter(isKnown)) };
}

function isKnown(cell: readonly [string, CellValue | undefined]): cell is readonly [string, CellValue] {
  return cell[1] !== undefined;
}

function editPlan(text: string, { rows }: FileChange): string {
  const edits = rows.flatMap(({ before = {}, after = {} }) =>
    COLUMNS.filter(({ name, computed }) => !computed && before[name] !== after[name]).flatMap(({ name, kind }) => {
      const value = after[name];
      if (kind === 'list') return listValueEdits(splitList(String(before[name] ?? '')), [name], value);
      const path = DUTIES.some((duty) => duty === name) ? ['who_does_what', name] : [name];
      return [{ path, value: value === undefined ? undefined : fileValue(value, kind) }];
    }),
  );
  return editYaml(text, edits);
}

function reading(name: string, kind: ColumnKind, note: string): TableColumn {
  return { name, kind, note, computed: true };
}
