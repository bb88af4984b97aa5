import type { Column, Row, Table } from '../../../document/block.ts';
import { countLines } from '../fit-text.ts';
import { HEADING_HEIGHT, type BlockPlace } from '../block-plan.ts';
import { cellMargins, columnsThatFit, columnWidths } from './column-widths.ts';
import type { PrintedRow, PrintedTable } from './printed-rows.ts';

const HEADER_HEIGHT = { alone: 0.34, underHeading: 0.28 } as const;
/** Height of the "+ n more" line. */
export const OVERFLOW_HEIGHT = 0.3;
const TWO_LINES = { least: 0.44, most: 0.5 } as const;

/** A table settled for the height it has: what is shown, how high the rows are, how many lines a cell may take. */
export interface RowLayout {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  readonly rows: readonly PrintedRow[];
  readonly hidden: readonly Row[];
  readonly blankRows: number;
  readonly rowHeight: number;
  readonly lines: 1 | 2;
}

/** Settles a table for the height under its heading. Rows go first, then words; type is never shrunk. */
export function layOutRows(printed: PrintedTable, height: number, place: BlockPlace): RowLayout {
  const { table } = printed;
  const free = height - headerHeight(table);
  const listed = printed.rows.length;
  const capacity = (room: number) => Math.max(1, Math.floor(room / place.rowLeast + 1e-6));
  const isFull = listed < table.rows.length || listed > capacity(free);
  const room = isFull ? free - OVERFLOW_HEIGHT : free;
  const shown = Math.min(listed, capacity(room));
  const shownRows = printed.rows.slice(0, shown);
  const { kept, columns, widths } = settleColumns(place.columnsOf ?? { ...printed, rows: shownRows }, place.width);
  const rows = pickColumns(shownRows, kept);
  const blankRows = Math.min(table.blankRows ?? 0, Math.max(0, capacity(room) - shown));
  const share = room / Math.max(1, shown + blankRows);
  const isTwoLined = share >= TWO_LINES.least && needsTwoLines(columns, rows, widths);
  const most = isTwoLined ? Math.max(place.rowMost, TWO_LINES.most) : place.rowMost;
  return {
    columns,
    widths,
    rows,
    hidden: table.rows.slice(shown),
    blankRows,
    rowHeight: Math.min(share, most),
    lines: isTwoLined ? 2 : 1,
  };
}

/** Which columns are shown and how wide. */
function settleColumns(
  { columns: all, rows }: Pick<PrintedTable, 'columns' | 'rows'>,
  width: number,
): { readonly kept: readonly number[]; readonly columns: readonly Column[]; readonly widths: readonly number[] } {
  const kept = columnsThatFit(all, rows, width);
  const columns = kept.map((i) => all[i]!);
  return { kept, columns, widths: columnWidths(columns, pickColumns(rows, kept), width) };
}

function pickColumns(rows: readonly PrintedRow[], kept: readonly number[]): readonly PrintedRow[] {
  if (kept.length === rows[0]?.cells.length) return rows;
  return rows.map((row) => ({ ...row, cells: kept.map((i) => row.cells[i]!), shares: kept.map((i) => row.shares[i]) }));
}

/** Height a table would like to have at this width, the least that shows something, and the least that shows every row. */
export function tableHeights(
  { table, columns, rows: printed }: PrintedTable,
  place: BlockPlace,
): { least: number; wish: number; whole: number } {
  const listed = printed.length;
  const top = (table.heading ? HEADING_HEIGHT : 0) + headerHeight(table);
  const overflow = listed < table.rows.length ? OVERFLOW_HEIGHT : 0;
  const isLong = needsTwoLines(columns, printed, columnWidths(columns, printed, place.width));
  const rowMost = isLong ? Math.max(place.rowMost, TWO_LINES.most) : place.rowMost;
  const rows = listed + (table.blankRows ?? 0);
  return {
    least: top + Math.min(rows, 3) * place.rowLeast + overflow,
    wish: top + Math.max(rows, 1) * rowMost + overflow,
    whole: top + Math.max(rows, 1) * place.rowLeast + overflow,
  };
}

/** Height of the row of column names. */
export function headerHeight(table: Table): number {
  return table.heading ? HEADER_HEIGHT.underHeading : HEADER_HEIGHT.alone;
}

function needsTwoLines(columns: readonly Column[], rows: readonly PrintedRow[], widths: readonly number[]): boolean {
  const margins = cellMargins(columns);
  return rows.some((row) =>
    columns.some((column, i) => {
      const inside = widths[i]! - margins[i]!.left - margins[i]!.right;
      return column.cut !== 'fixed' && countLines(row.cells[i]!, inside) > 1;
    }),
  );
}
