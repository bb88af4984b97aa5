import type { Layout } from '../../document/document.ts';

/**
 * Measures of the page in CSS pixels (96 an inch). Style sheet and fitting read the same ones, so that the height of a page is
 * known before it is printed.
 */
export const PAGE_WIDTH = 703;
/** Letter without its margins, less the 15 mm that stay free. */
export const PAGE_HEIGHT = 923;
export const LINE = 16;
export const ROW = 19;
/** Two lines of a cell. */
export const TALL_ROW = 32;
/** A row of scores: a page holds some thirty of them and what is to be done. */
export const SCORE_ROW = 16;
export const HEADING_LINE = 22;
export const COLUMN_GAP = 26;
export const BLOCK_GAP = 8;
export const SECTION_GAP = 14;
export const CHIP = 19;
/** The line that says what the marks of a chart are. */
export const LEGEND = 19;
export const CELL_PADDING = 4;
/** A share drawn inside a cell of a table. */
export const BAR_WIDTH = 40;

/** Widths of the columns of a layout, left to right; they and the gaps between them make up the page. */
export function columnWidths(layout: Layout, count: number): readonly number[] {
  const room = PAGE_WIDTH - COLUMN_GAP * (count - 1);
  if (count === 2 && layout === 'side-main') return [room * 0.43, room * 0.57];
  if (count === 2 && layout !== 'two-columns' && layout !== 'panels') return [room * 0.63, room * 0.37];
  return Array<number>(count).fill(room / count);
}

/** The columns of a table that is as wide as they are together, as shares: the table may be scaled. */
export function columnShares(widths: readonly number[]): string {
  const whole = widths.reduce((sum, width) => sum + width, 0) || 1;
  return widths.map((width) => `<col style="width:${((width / whole) * 100).toFixed(2)}%">`).join('');
}
