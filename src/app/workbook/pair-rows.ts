import type { CellValue, Table } from '../tables/table.ts';
import { fittingText, sameValue } from './same-value.ts';

/** A row by what names it. */
export interface NamedRow {
  readonly partner?: string | undefined;
  readonly values: Readonly<Record<string, CellValue>>;
}

/**
 * Pairs the rows of two states of a table by what names them. Rows that share a name, such as two contacts called alike, are paired
 * where they say the same, the rest in their order.
 * @returns for each row of `first` its partner in `second`, and the rows of `second` that have none
 */
export function pairRows<A extends NamedRow, B extends NamedRow>(
  table: Table,
  first: readonly A[],
  second: readonly B[],
): { readonly pairs: ReadonlyMap<A, B>; readonly left: readonly B[] } {
  const waiting = rowsByName(table, second);
  const pairs = new Map<A, B>();
  const take = (row: A, isMatch: (other: B) => boolean): void => {
    const sharing = pairs.has(row) ? undefined : waiting.get(nameOfRow(table, row));
    const at = sharing?.findIndex(isMatch) ?? -1;
    if (at >= 0) pairs.set(row, sharing!.splice(at, 1)[0]!);
  };
  for (const row of first) take(row, (other) => saysTheSame(table, row, other));
  for (const row of first) take(row, () => true);
  const taken = new Set(pairs.values());
  return { pairs, left: second.filter((row) => !taken.has(row)) };
}

/** Rows by what names them. */
export function rowsByName<R extends NamedRow>(table: Table, rows: readonly R[]): Map<string, R[]> {
  const byName = new Map<string, R[]>();
  for (const row of rows) {
    const name = nameOfRow(table, row);
    const sharing = byName.get(name);
    if (sharing) sharing.push(row);
    else byName.set(name, [row]);
  }
  return byName;
}

/** What names a row, as one text. */
export function nameOfRow({ key }: Pick<Table, 'key'>, { partner, values }: NamedRow): string {
  return JSON.stringify([partner ?? null, ...key.map((name) => keyText(values[name]))]);
}

function keyText(value: CellValue | undefined): string | null {
  return value === undefined ? null : fittingText(value);
}

function saysTheSame({ columns }: Table, a: NamedRow, b: NamedRow): boolean {
  return columns.every(({ name, computed }) => computed || sameValue(a.values[name], b.values[name]));
}
