const NOTHING = new Set(['', '-', '–', '—', 'n/a', '#n/a', 'na', 'null', 'none', 'nil', 'tbd', '?']);

/** Whether a cell of a number or date column says that nothing is known. */
export function saysNothing(cell: string): boolean {
  return NOTHING.has(cell.trim().toLowerCase());
}
