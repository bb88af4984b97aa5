import { readCsvRow } from '../../../input/split-csv.ts';
import { singleLine } from '../../../units/clean-text.ts';

/** A CSV text as it stands: what each cell says, to the letter. */
export interface RawRows {
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
}

/** A row by its columns. */
export type RawRow = Readonly<Record<string, string>>;

/** Two tables made one. */
export interface MergedRows extends RawRows {
  /** Rows that came from the second table. */
  readonly added: readonly RawRow[];
  /** Rows that both have: the first table's stays. */
  readonly both: readonly SharedRow[];
  /** Columns the first table did not have: its rows now say that nothing is there. */
  readonly newColumns: readonly string[];
  /** Columns the second table does not have. */
  readonly lackingColumns: readonly string[];
}

export interface SharedRow {
  /** What names the row: `crm:17`. */
  readonly key: string;
  readonly kept: RawRow;
  readonly left: RawRow;
}

/** Reads a CSV text that was found sound before; blank lines are passed over. */
export function rawRows(text: string): RawRows {
  const lines: (readonly string[])[] = [];
  for (let at = 0; at < text.length;) {
    const { cells, next } = readCsvRow(text, at);
    if (cells.length > 1 || cells[0] !== '') lines.push(cells);
    at = next;
  }
  const [header = [], ...rest] = lines;
  const columns = header.map((column) => column.trim());
  const rows = rest.map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])));
  return { columns, rows };
}

/** Puts the rows of one table behind those of another. A row whose identity is there already is not added. */
export function mergeRows(into: RawRows, from: RawRows, identity: readonly string[]): MergedRows {
  const known = new Map(into.rows.map((row) => [keyOf(row, identity), row]));
  const newColumns = from.columns.filter((column) => !into.columns.includes(column));
  const both: SharedRow[] = [];
  const added: RawRow[] = [];
  for (const row of from.rows) {
    const key = keyOf(row, identity);
    const present = known.get(key);
    if (present) both.push({ key, kept: present, left: row });
    else added.push(row);
  }
  return {
    columns: [...into.columns, ...newColumns],
    rows: [...into.rows, ...added],
    added,
    both,
    newColumns,
    lackingColumns: into.columns.filter((column) => !from.columns.includes(column)),
  };
}

/** The rows as cells, the header first. */
export function cellsOf({ columns, rows }: RawRows): string[][] {
  return [[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
}

/** What two rows say differently, in words: `amount 1000, stage Won`; undefined when they say the same. */
export function differences({ kept, left }: SharedRow): { readonly kept: string; readonly left: string } | undefined {
  const columns = [...new Set([...Object.keys(kept), ...Object.keys(left)])];
  const differing = columns.filter((column) => (kept[column] ?? '').trim() !== (left[column] ?? '').trim());
  if (differing.length === 0) return undefined;
  const words = (row: RawRow): string =>
    differing.map((column) => `${column} ${(row[column] ?? '').trim() || 'empty'}`).join(', ');
  return { kept: words(kept), left: words(left) };
}

function keyOf(row: RawRow, identity: readonly string[]): string {
  return identity.map((column) => singleLine(row[column] ?? '')).join(':');
}
