import type { Cell, Column, Row, Table } from '../../../document/block.ts';
import { singleLine } from '../../../units/clean-text.ts';
import type { Run } from '../fit-text.ts';
import { STATUS } from '../theme.ts';
import { STYLE } from '../type-styles.ts';
import { statusWords, type Words } from '../words.ts';

/** A row as it is printed: the words of its cells in their styles, not yet cut. */
export interface PrintedRow {
  readonly cells: readonly (readonly Run[])[];
  /** Shares that are drawn as bars, by column. */
  readonly shares: readonly (number | undefined)[];
  readonly isIndented: boolean;
}

/** A table in words: printed once, however often its place is settled. */
export interface PrintedTable {
  readonly table: Table;
  /** The columns, those that hold a status marked as never to be cut. */
  readonly columns: readonly Column[];
  /** The rows that may be shown at all. */
  readonly rows: readonly PrintedRow[];
}

/** Prints a table. The name of a group stands on the first of its rows only. */
export function printTable(whole: Table, words: Words): PrintedTable {
  const table: Table = { ...whole, columns: whole.columns.filter(({ detail }) => !detail) };
  const rows = table.most === undefined ? table.rows : table.rows.slice(0, table.most);
  return {
    table,
    columns: table.columns.map((column) => {
      const holdsStatus = table.rows.some((row) => row.cells[column.key]?.status);
      return { ...column, label: singleLine(column.label), cut: holdsStatus ? 'fixed' : column.cut };
    }),
    rows: rows.map((row, r) => ({
      cells: table.columns.map((column, c) => {
        if (c === 0 && row.group !== undefined) {
          return r > 0 && rows[r - 1]!.group === row.group ? [] : printGroup(row, column, words);
        }
        return printCell(row.cells[column.key], column, row, words);
      }),
      shares: table.columns.map((column) => shareIn(row.cells[column.key], column)),
      isIndented: row.emphasis === 'indent',
    })),
  };
}

function shareIn(cell: Cell | undefined, { bar }: Column): number | undefined {
  return bar && cell?.value.kind === 'share' ? cell.value.ratio : undefined;
}

function printGroup(row: Row, column: Column, words: Words): Run[] {
  const cell = row.cells[column.key];
  return cell ? printCell(cell, column, row, words) : [{ ...STYLE.strong, text: words.plain(row.group ?? '') }];
}

function printCell(cell: Cell | undefined, column: Column, row: Row, words: Words): Run[] {
  if (!cell) return [];
  const runs: Run[] = [];
  const text = words.print(cell.value);
  const isOnlyStatus =
    cell.status && (cell.value.kind === 'none' || text === '' || text === words.plain(cell.status.word));
  if (!isOnlyStatus && text) runs.push({ ...styleOf(cell, column, row), text });
  if (cell.status) {
    const status = { ...STYLE.strong, colour: STATUS[cell.status.meaning].text, text: statusWords(cell.status) };
    runs.push(runs.length > 0 ? { ...status, text: `  ${status.text}` } : status);
  }
  return runs;
}

function styleOf(cell: Cell, column: Column, row: Row): Omit<Run, 'text'> {
  if (cell.meaning) return { ...STYLE.strong, colour: STATUS[cell.meaning].text };
  if (row.emphasis === 'strong') return STYLE.strong;
  if (row.emphasis === 'indent') return STYLE.soft;
  if (column.tone === 'strong') return STYLE.strong;
  return column.tone === 'soft' || cell.value.kind === 'none' || cell.value.kind === 'missing'
    ? STYLE.soft
    : STYLE.detail;
}
