import type { TableChanges, TableRow } from '../tables/table.ts';
import { nameOfRow } from './pair-rows.ts';
import { rowWords } from './changed-name.ts';
import { placeIn, type SheetTable } from './sheet-tables.ts';
import type { WorkbookChange } from './workbook-changes.ts';

export interface OrderedState {
  readonly sheet: SheetTable;
  /** The rows as they were when the workbook was written; undefined where nothing remembers them. */
  readonly base: readonly TableRow[] | undefined;
  readonly standing: readonly TableRow[];
  readonly changes: TableChanges['changes'];
}

/** Another order of rows: for their file, and as it is shown. */
export interface RowsInOrder {
  readonly order: readonly number[];
  readonly change: WorkbookChange;
}

/**
 * The order that a sheet gives to rows whose order means something, such as the stages of a deal: a new row goes behind the one it stands
 * behind in the sheet. Where nobody moved a row in the sheet, those of the file keep their order.
 * @returns undefined where the changes to the rows alone come to that order already
 */
export function rowsInOrder({ sheet, base, standing, changes }: OrderedState): RowsInOrder | undefined {
  const { table } = sheet;
  const named = new Map([...standing, ...sheet.rows].map((row) => [nameOfRow(table, row), rowWords(row, table.key)]));
  const namesOf = (rows: readonly Pick<TableRow, 'values'>[]) => rows.map((row) => nameOfRow(table, row));
  const removed = new Set(changes.flatMap((change) => (change.kind === 'remove' ? [change.index] : [])));
  const staying = namesOf(standing.filter((_, index) => !removed.has(index)));
  const present = [...staying, ...namesOf(changes.flatMap((change) => (change.kind === 'add' ? [change] : [])))];
  const inSheet = [...new Set(namesOf(sheet.rows))].filter((name) => present.includes(name));
  const before = namesOf(base ?? standing);
  const wasMoved = !isSame(only(inSheet, before), only(before, inSheet));
  const wanted = wasMoved ? withOthers(inSheet, present) : withOthers(staying, inSheet);
  if (isSame(wanted, present)) return undefined;
  const words = (names: readonly string[]) => names.map((name) => named.get(name)).join(', ');
  const [first] = sheet.rows;
  return {
    order: wanted.map((name) => present.indexOf(name)),
    change: {
      kind: 'set',
      sheet: table.title,
      where: first ? placeIn(sheet, first.line) : table.title,
      row: '',
      column: 'order',
      before: words(namesOf(standing)),
      after: words(wanted),
    },
  };
}

/** Names with those that they lack of another list, each behind the one it follows there. */
function withOthers(names: readonly string[], others: readonly string[]): readonly string[] {
  const all = [...names];
  others.forEach((name, at) => {
    if (!all.includes(name)) all.splice(at === 0 ? 0 : all.indexOf(others[at - 1]!) + 1, 0, name);
  });
  return all;
}

function only(names: readonly string[], allowed: readonly string[]): readonly string[] {
  return names.filter((name) => allowed.includes(name));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
