import type { CellValue, Table, TableRow } from '../tables/table.ts';
import type { ReadRow } from './read-rows.ts';
import { plainText } from './same-value.ts';

export interface UnpairedRows {
  /** Columns that are in the sheet. */
  readonly columns: readonly string[];
  /** Rows of the sheet that were not in the workbook as it was written. */
  readonly added: readonly ReadRow[];
  /** Rows of that workbook which the sheet has no more. */
  readonly gone: readonly TableRow[];
}

/** New rows that say what a missing one said, but for what names it: somebody changed the name. Each missing row stands for one new row. */
export function renamedRows(
  { key }: Pick<Table, 'key'>,
  { columns, added, gone }: UnpairedRows,
): ReadonlyMap<ReadRow, TableRow> {
  const rest = columns.filter((column) => !key.includes(column));
  const said = ({ values }: { readonly values: Readonly<Record<string, CellValue | undefined>> }): string =>
    JSON.stringify(rest.map((column) => plainText(values[column])));
  const nothing = said({ values: {} });
  const waiting = new Map<string, TableRow[]>();
  for (const row of gone) waiting.set(said(row), [...(waiting.get(said(row)) ?? []), row]);
  const renamed = new Map<ReadRow, TableRow>();
  for (const row of added) {
    const before = said(row) === nothing ? undefined : waiting.get(said(row))?.shift();
    if (before) renamed.set(row, before);
  }
  return renamed;
}
