import type { Cell } from '../tabular/table-of-text.ts';

const NOTHING = new Set(['', '-', '–', '—', 'n/a', 'na', 'null', 'none', 'nil', 'tbd', '?']);

/** Whether a cell of a number or date column says that nothing is known. The error `#N/A` says that a formula failed: it is no such word. */
export function saysNothing(cell: Cell): boolean {
  return typeof cell === 'string' && NOTHING.has(cell.trim().toLowerCase());
}
