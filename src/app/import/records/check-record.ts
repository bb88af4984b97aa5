import { cellText } from '../../tables/cell-values.ts';
import { entryOf } from '../../tables/edit-entries.ts';
import type { Table } from '../../tables/table.ts';
import type { RowValues } from './record-kind.ts';

/**
 * Why a record cannot stand in its table, in one clause; undefined where it can. A column that must be there and is empty comes first.
 * @param headerOf header of the file's column for a column of the table
 */
export function recordProblem(
  table: Table,
  values: RowValues,
  headerOf: (column: string) => string,
): string | undefined {
  const empty = table.columns.find(
    ({ name, required, fallback }) => required && fallback === undefined && values[name] === undefined,
  );
  if (empty) return `${headerOf(empty.name)}: must not be empty`;
  if (table.storage.kind === 'profile') return undefined;
  const issue = table.schema.safeParse(asItsFileHoldsIt(table, values)).error?.issues[0];
  return issue && `${headerOf(columnOf(table, issue))}: ${issue.message}`;
}

function asItsFileHoldsIt(table: Table, values: RowValues): unknown {
  if (table.storage.kind !== 'csv') return entryOf(table, values);
  const cells = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(cells.map(([name, value]) => [name, cellText(value)]));
}

function columnOf({ columns }: Table, { path }: { readonly path: readonly PropertyKey[] }): string {
  const [first, second] = path;
  const column = columns.find(({ name, at = [name] }) => at[0] === first && (at[1] === undefined || at[1] === second));
  return column?.name ?? String(first ?? 'row');
}
