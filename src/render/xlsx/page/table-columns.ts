import type { Cell, Column, Row, Table } from '../../../document/block.ts';
import { STATUS_SYMBOLS } from '../../../document/status-symbol.ts';
import type { Status } from '../../../units/value.ts';

/** One column of a sheet. A cell of Excel holds one thing, so a figure with a status becomes two columns. */
export interface GridColumn {
  readonly column: Column;
  readonly holds: 'value' | 'status';
  readonly label: string;
}

/** The columns of a table on a sheet: every one of them, those that pages have no room for included. */
export function gridColumns({ columns, rows }: Table): GridColumn[] {
  return columns.flatMap((column, index): GridColumn[] => {
    const cells = rows.flatMap(({ cells }) => cells[column.key] ?? []);
    const hasStatus = cells.some(({ status }) => status);
    const hasValue = cells.some(({ value }) => value.kind !== 'none');
    if (!hasStatus) return [{ column, holds: 'value', label: column.label }];
    const label = column.label === '' && index > 0 ? 'Status' : column.label;
    if (!hasValue) return [{ column, holds: 'status', label }];
    return [
      { column, holds: 'value', label: column.label },
      { column, holds: 'status', label: 'Status' },
    ];
  });
}

/** The cell of a row. Every row of a group carries its name, so that it stays with it when rows are sorted or filtered. */
export function gridCell(row: Row, { column }: GridColumn, isFirst: boolean): Cell | undefined {
  const cell = row.cells[column.key];
  if (cell !== undefined || !isFirst || row.group === undefined) return cell;
  return { value: { kind: 'text', text: row.group } };
}

/** A status in words with its sign before it: it reads without colour, and its colour follows when the sign is changed. */
export function statusText({ meaning, word }: Status): string {
  return word === '' ? STATUS_SYMBOLS[meaning] : `${STATUS_SYMBOLS[meaning]} ${word}`;
}
