import type { Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { FORMER_NAMES, PARTNERS } from '../tables/partner-tables.ts';
import { TABLES } from '../tables/registry.ts';
import type { RowChange, Table, TableChanges, TableRow } from '../tables/table.ts';
import type { Baseline } from './baseline.ts';
import { namesGivenUp, type NamesGivenUp } from './names-given-up.ts';
import { checkReferences } from './check-references.ts';
import { checkRow } from './check-row.ts';
import { compareTable, type CompareOptions, type StandingRow, type TableFindings } from './compare-table.ts';
import { rowsInOrder } from './rows-in-order.ts';
import { refuseSharedDeals } from './shared-deals.ts';
import {
  knownPartners,
  namesOf,
  preparePartners,
  prepareRows,
  withParents,
  type KnownPartners,
  type PreparedRows,
} from './prepare-rows.ts';
import type { PlacedWords, SheetTable } from './sheet-tables.ts';
import { isUntouched } from './untouched-sheet.ts';
import type { WorkbookFindings } from './workbook-changes.ts';

/** What a workbook, or a CSV file of ours, holds. */
export interface WorkbookContent {
  /** Name of the file. */
  readonly file: string;
  readonly tables: readonly SheetTable[];
  readonly notes: readonly PlacedWords[];
  /** What it held when it was written. */
  readonly baseline?: Baseline;
}

export interface PlanOptions {
  readonly force: boolean;
  readonly remove: boolean;
  readonly isWhole?: boolean;
  /** The day of the changes: the last one of a name that is given up. */
  readonly day?: PlainDate | undefined;
}

/** What bringing a workbook back comes to, with the changes to make. */
export interface WorkbookPlan extends WorkbookFindings {
  readonly tableChanges: readonly TableChanges[];
}

const NO_NAMES: NamesGivenUp = { rowChanges: [], changes: [] };

/** Compares every sheet with what it was and with the files as they are; nothing is written. */
export function planWorkbook(territory: Territory, content: WorkbookContent, options: PlanOptions): WorkbookPlan {
  const ordered = content.tables.toSorted((a, b) => TABLES.indexOf(a.table) - TABLES.indexOf(b.table));
  const present = namesOf(PARTNERS.rowsOf(territory));
  const listed = ordered
    .filter(({ table }) => table === PARTNERS)
    .map(({ rows }) => preparePartners(rows, knownPartners(present)));
  let known = knownPartners(present);
  const all = knownPartners([...present, ...listed.flatMap(({ rows }) => namesOf(rows))]);
  const accepted: TableChanges[] = [];
  const findings = ordered.map((sheet): TableFindings & { readonly table: Table } => {
    const { table } = sheet;
    if (table !== PARTNERS && isUntouched(sheet, content.baseline)) return untouched(sheet);
    const standing = table.rowsOf(territory);
    const prepared =
      table === PARTNERS
        ? withParents(listed[0]!, all)
        : prepareRows(table, sheet.rows, { known, territory, standing });
    const { baseline } = content;
    const found = compareSheet({ sheet, prepared, standing, territory, all, accepted, baseline, options });
    // Only partners that can be taken have rows in the sheets behind.
    if (table === PARTNERS) known = knownPartners([...present, ...namesOf(added(found))]);
    const base = baseline?.tables.find(({ id }) => id === table.id)?.rows;
    const moved = table.isOrdered && rowsInOrder({ sheet, base, standing, changes: found.rowChanges });
    if (found.rowChanges.length > 0 || moved)
      accepted.push({ table, changes: found.rowChanges, ...(moved && { order: moved.order }) });
    return { ...found, table, ...(moved && { changes: [...found.changes, moved.change] }) };
  });
  const shown = findings.flatMap(({ changes }) => changes);
  const { day } = options;
  const former = day ? namesGivenUp(territory, { accepted, shown, day }) : NO_NAMES;
  return {
    rows: findings.reduce((sum, { rows }) => sum + rows, 0),
    unchanged: findings.reduce((sum, { unchanged }) => sum + unchanged, 0),
    changes: [...shown, ...former.changes],
    conflicts: findings.flatMap(({ conflicts }) => conflicts),
    rejected: findings.flatMap(({ rejected }) => rejected),
    kept: findings.flatMap(({ kept }) => kept),
    notes: [...content.notes, ...missingSheets(content)],
    tableChanges: withNamesGivenUp(accepted, former),
  };
}

/** With the names given up behind what the workbook itself says of former names. */
function withNamesGivenUp(accepted: readonly TableChanges[], { rowChanges }: NamesGivenUp): readonly TableChanges[] {
  if (rowChanges.length === 0) return accepted;
  const own = accepted.find(({ table }) => table === FORMER_NAMES)?.changes ?? [];
  const others = accepted.filter(({ table }) => table !== FORMER_NAMES);
  return [...others, { table: FORMER_NAMES, changes: [...own, ...rowChanges] }];
}

function added({ rowChanges }: TableFindings): readonly (RowChange & { readonly kind: 'add' })[] {
  return rowChanges.flatMap((change) => (change.kind === 'add' ? [change] : []));
}

function untouched({ table, rows: { length } }: SheetTable): TableFindings & { readonly table: Table } {
  return { table, rows: length, unchanged: length, changes: [], conflicts: [], rejected: [], kept: [], rowChanges: [] };
}

interface SheetSetting {
  readonly sheet: SheetTable;
  readonly prepared: PreparedRows;
  /** The table's rows in the territory. */
  readonly standing: readonly TableRow[];
  readonly territory: Territory;
  /** With the partners that the sheet of partners names, sound or not. */
  readonly all: KnownPartners;
  /** What is taken of the sheets before. */
  readonly accepted: readonly TableChanges[];
  readonly baseline: Baseline | undefined;
  readonly options: PlanOptions;
}

function compareSheet(setting: SheetSetting): TableFindings {
  const { sheet, standing, baseline, options } = setting;
  const { table } = sheet;
  const { rows, refused } = setting.prepared;
  const base = baseline?.tables.find(({ id }) => id === table.id)?.rows;
  const current = placedRows(standing);
  const state = { sheet, edited: rows, ...(base && { base }), current };
  const shared = table.id === 'deals' ? refuseSharedDeals(state, options) : new Map();
  return compareTable(state, {
    ...options,
    check: rowChecker(table, setting),
    refused,
    taken: shared,
  });
}

/** What the schema says comes first: what is missing need not be looked up. */
function rowChecker(
  table: Table,
  { territory, all: partners, accepted }: Pick<SheetSetting, 'territory' | 'all' | 'accepted'>,
): CompareOptions['check'] {
  const checkMore = table.check?.(territory, accepted);
  return (row) => {
    const problems = [...checkRow(table, row.values), ...checkReferences(table, row.values, { territory, partners })];
    return problems.length > 0 || !checkMore ? problems : checkMore(row);
  };
}

function placedRows(standing: readonly TableRow[]): readonly StandingRow[] {
  const counts = new Map<string | undefined, number>();
  return standing.map((row) => {
    const index = counts.get(row.partner) ?? 0;
    counts.set(row.partner, index + 1);
    return { ...row, index };
  });
}

/** Sheets that were in the workbook and are not any more: nothing is taken out for that. */
function missingSheets({ file, tables, notes, baseline }: WorkbookContent): readonly PlacedWords[] {
  // A sheet that could not be read is there: why it was not has been said.
  const isUnread = (title: string) => notes.some(({ where }) => where === `${file} ${title}`);
  const gone = (baseline?.tables ?? []).filter(({ id }) => !tables.some(({ table }) => table.id === id));
  return gone.flatMap(({ id }) => {
    const table = TABLES.find((candidate) => candidate.id === id);
    return table && !isUnread(table.title)
      ? [{ where: table.title, message: 'the sheet is not in the workbook any more: its rows stay as they are' }]
      : [];
  });
}
