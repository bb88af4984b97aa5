import { formatAmount, formatValue, type FormatOptions } from '../units/format.ts';
import type { Cell, Column, Row, Table } from './block.ts';

/** The part of a table there is room for, and one line that says what was left out. */
export interface ShownRows {
  /** The first column and those that say something in one of the rows. */
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** "+ 33 more ($257M) in the appendix". */
  readonly more?: string;
}

/** The first rows of a table, and its total: at most `limit`, and never more than the table itself allows. */
export function shownRows(table: Table, format: FormatOptions, limit = Infinity): ShownRows {
  const { rows, left } = divided(table, Math.max(0, Math.min(limit, table.most ?? Infinity)));
  const isWritten = (table.blankRows ?? 0) > 0 || rows.length === 0;
  const columns = table.columns.filter(
    ({ key, detail }, index) =>
      !detail && (isWritten || index === 0 || rows.some(({ cells }) => cells[key] !== undefined)),
  );
  return { columns, rows, ...(left.length > 0 && { more: moreLine(table, left, format) }) };
}

function divided(
  { rows, endsInTotal }: Table,
  room: number,
): { readonly rows: readonly Row[]; readonly left: readonly Row[] } {
  // A total alone would stand for rows nobody sees.
  if (!endsInTotal || room < 2 || room >= rows.length) return { rows: rows.slice(0, room), left: rows.slice(room) };
  return { rows: [...rows.slice(0, room - 1), rows.at(-1)!], left: rows.slice(room - 1, -1) };
}

/** The cell of a row as it is printed: the name of a group stands only in the group's first row. */
export function printedCell(table: Table, rows: readonly Row[], index: number, key: string): Cell | undefined {
  const row = rows[index]!;
  const cell = row.cells[key];
  if (row.group === undefined || key !== table.columns[0]?.key) return cell;
  if (rows[index - 1]?.group === row.group) return undefined;
  return cell ?? { value: { kind: 'text', text: row.group } };
}

function moreLine(table: Table, left: readonly Row[], format: FormatOptions): string {
  const count = formatValue({ kind: 'count', count: left.length }, format);
  const sum = table.overflow?.sumColumn && sumOf(left, table.overflow.sumColumn, format);
  return [`+ ${count} more`, sum && `(${sum})`, table.overflow?.where].filter(Boolean).join(' ');
}

/** The sum is said only when every row left out has an amount in one currency: a part of it would look like all of it. */
function sumOf(rows: readonly Row[], key: string, format: FormatOptions): string | undefined {
  const amounts = rows.flatMap(({ cells }) => (cells[key]?.value.kind === 'amount' ? [cells[key].value] : []));
  const currency = amounts[0]?.currency;
  if (!currency || amounts.length < rows.length || amounts.some((value) => value.currency !== currency))
    return undefined;
  return formatAmount(
    amounts.reduce((sum, value) => sum + value.amount, 0),
    currency,
    format,
  );
}
