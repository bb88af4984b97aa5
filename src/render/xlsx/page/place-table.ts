import type { Table } from '../../../document/block.ts';
import { type ColumnHeader, placeHeader } from './place-header.ts';
import { cellName, columnRange, type SheetDraft } from './sheet-draft.ts';
import { statusColours } from './status-colours.ts';
import { longText, tableCell, tableCellRoom } from './table-cell.ts';
import { gridColumns, type GridColumn } from './table-columns.ts';
import { placeTotal } from './table-total.ts';
import { BOLD, heightOf, linesOf } from './text-room.ts';
import type { PageMoney } from './value-cell.ts';

/** Where a table begins on a sheet, and how its values are shown. */
export interface TablePlace {
  readonly row: number;
  readonly column: number;
  readonly money: PageMoney;
  /** Whether its headers carry the buttons of a filter. */
  readonly hasFilter?: boolean;
}

/** What a table takes of its sheet. */
export interface PlacedTable {
  /** Header and rows, without a total. */
  readonly range: string;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** Puts a table onto a sheet: its header, its rows with live formulas where the page declares them, and the sum of what adds up. */
export function placeTable(draft: SheetDraft, table: Table, place: TablePlace): PlacedTable {
  const columns = gridColumns(table);
  for (const [index, row] of table.rows.entries()) {
    for (const [at, column] of columns.entries()) {
      const cell = tableCell(row, { table, columns, at, index, place });
      draft.put(place.row + 1 + index, place.column + at, cell);
      draft.widen(place.column + at, tableCellRoom(row, column, { isFirst: at === 0, money: place.money }));
    }
  }
  placeHeader(draft, columns.map(headerOf), place);
  breakLongTexts(draft, table, { columns, place });
  addConditions(draft, columns, table, place);
  const lastRow = place.row + table.rows.length;
  const lastColumn = place.column + columns.length - 1;
  return {
    range: `${cellName(place.column, place.row)}:${cellName(lastColumn, lastRow)}`,
    lastRow: placeTotal(draft, table, { columns, place }) ?? lastRow,
    lastColumn,
  };
}

/** Rows whose texts are wider than their columns are made high enough for all their lines. */
function breakLongTexts(
  draft: SheetDraft,
  { rows }: Table,
  { columns, place }: { readonly columns: readonly GridColumn[]; readonly place: TablePlace },
): void {
  const widths = columns.map((_, at) => draft.widthOf(place.column + at, place.column + at));
  for (const [index, row] of rows.entries()) {
    const lines = columns.map((column, at) => {
      const text = longText(row, column, at === 0);
      const isBold = row.emphasis === 'strong' || column.column.tone === 'strong';
      return text === undefined ? 1 : linesOf(text, widths[at]! - 1, isBold ? BOLD : 1);
    });
    const most = Math.max(1, ...lines);
    if (most > 1) draft.setHeight(place.row + 1 + index, heightOf(most));
  }
}

function headerOf({ label, column: { align, isCentred }, holds }: GridColumn): ColumnHeader {
  if (holds === 'status') return { label, align: 'left', indent: 1 };
  return { label, align: isCentred ? 'center' : align };
}

function addConditions(draft: SheetDraft, columns: readonly GridColumn[], { rows }: Table, place: TablePlace): void {
  if (rows.length === 0) return;
  for (const [at, { column, holds }] of columns.entries()) {
    const range = columnRange(place.column + at, place.row + 1, place.row + rows.length);
    if (holds === 'status') draft.conditions.push(statusColours(range));
    else if (column.bar) {
      draft.conditions.push({ range, kind: 'bar', from: 0, to: 1 });
    }
  }
}
