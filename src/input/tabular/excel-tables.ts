import type { Area } from '../../ooxml/workbook/cell-reference.ts';
import type { Sheet } from '../../ooxml/workbook/open-workbook.ts';
import type { ExcelTable } from '../../ooxml/workbook/sheet-areas.ts';
import type { SheetRow } from '../../ooxml/workbook/sheet-rows.ts';
import type { Block } from './sheet-blocks.ts';
import type { Cell, TextRow } from './table-of-text.ts';

/** The ranges of a sheet that are formatted as tables: those that are read as one, and where the others stand. */
export interface TablesOfSheet {
  readonly read: readonly ExcelTable[];
  readonly others: readonly Area[];
}

/**
 * Of several tables on a sheet the one with most cells is read. Others beneath it are no rows of it, unless they have the same columns
 * under the same names, as when each partner has a table of their own.
 */
export function tablesOfSheet({ tables, rows }: Sheet): TablesOfSheet {
  if (tables.length < 2) return { read: tables, others: [] };
  const filled = tables.map(({ area }) => filledIn(rows, area));
  const main = tables[filled.indexOf(Math.max(...filled))]!;
  const isAlike = ({ area, columns }: ExcelTable): boolean =>
    area.left === main.area.left && columns.join('\n') === main.columns.join('\n');
  const read = tables.filter(isAlike);
  return { read, others: tables.filter((table) => !read.includes(table)).map(({ area }) => area) };
}

/**
 * The lines of totals that Excel shows under a table, by line. It calls them by a word of its own language, or by none; the file says
 * which they are. Averages and counts are left out of their cells, and several totals say nothing about all rows.
 */
export function totalLines(
  rows: readonly TextRow[],
  tables: readonly ExcelTable[],
  { left }: Block,
): ReadonlyMap<number, readonly Cell[]> {
  const withTotals = tables.filter(({ totalLines: lines }) => lines > 0);
  const marked = withTotals.flatMap(({ area, notSummed }) => {
    const row = rows.find(({ line }) => line === area.bottom + 1);
    const isSum = (column: number): boolean => !notSummed.includes(column + left - area.left);
    return row ? [[row.line, row.cells.map((cell, column) => (isSum(column) ? cell : ''))] as const] : [];
  });
  return new Map(marked.length === 1 ? marked : marked.map(([line]) => [line, []]));
}

function filledIn(rows: readonly SheetRow[], { top, bottom, left, right }: Area): number {
  const within = rows.filter(({ line }) => line > top && line <= bottom + 1);
  return within.reduce((sum, row) => sum + row.columns.filter((at) => at >= left && at <= right).length, 0);
}
