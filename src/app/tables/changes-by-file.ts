import { PARTNERS_FOLDER } from '../../input/partner-folders.ts';
import type { Territory } from '../../schema/territory.ts';
import type { CellValue, ChangedRow, RowChange, Table, TableRow } from './table.ts';

/** The changes to one file of a table. */
export interface ChangesOfFile {
  /** Relative to the territory, with forward slashes. */
  readonly path: string;
  /** Whose file it is; undefined for one of the territory. */
  readonly partner: string | undefined;
  readonly changes: readonly RowChange[];
  /** The same changes with what stood in the rows before, for a table whose rows name their files. */
  readonly rows: readonly ChangedRow[];
}

/** Changes to a table by the file they are in, the files in the order in which they are first named. */
export function changesByFile(
  table: Table,
  changes: readonly RowChange[],
  territory: Territory,
): readonly ChangesOfFile[] {
  const standing = rowsByPartner(table.storage.kind === 'files' ? table.rowsOf(territory) : []);
  const files = new Map<string, { partner: string | undefined; changes: RowChange[]; rows: ChangedRow[] }>();
  for (const change of changes) {
    const row = changedRow(change, standing.get(change.partner) ?? []);
    const path = pathOf(table, change.partner, row);
    const file = files.get(path) ?? { partner: change.partner, changes: [], rows: [] };
    file.changes.push(change);
    file.rows.push(row);
    files.set(path, file);
  }
  return [...files].map(([path, file]) => ({ path, ...file }));
}

function rowsByPartner(rows: readonly TableRow[]): ReadonlyMap<string | undefined, readonly TableRow[]> {
  const groups = new Map<string | undefined, TableRow[]>();
  for (const row of rows) {
    const group = groups.get(row.partner);
    if (group) group.push(row);
    else groups.set(row.partner, [row]);
  }
  return groups;
}

function changedRow(change: RowChange, standing: readonly TableRow[]): ChangedRow {
  if (change.kind === 'add') return { after: change.values };
  const before = standing[change.index]?.values;
  if (change.kind === 'remove') return { ...(before && { before }) };
  return { ...(before && { before }), after: known({ ...before, ...change.values }) };
}

/** The values that are there: one that was emptied is not. */
function known(values: Readonly<Record<string, CellValue | undefined>>): TableRow['values'] {
  const entries = Object.entries(values).filter((entry): entry is [string, CellValue] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

function pathOf({ id, storage }: Table, partner: string | undefined, { before, after }: ChangedRow): string {
  if (storage.of === 'territory') return storage.file;
  if (partner === undefined) throw new Error(`A row of ${id} belongs to a partner.`);
  const file = storage.kind === 'files' ? storage.files.fileOf((before ?? after)!) : storage.file;
  return `${PARTNERS_FOLDER}/${partner}/${file}`;
}
