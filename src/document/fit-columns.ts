/** What a column of a table needs, in any unit of width. */
export interface ColumnNeed {
  /** Width at which nothing in the column is cut. */
  readonly natural: number;
  /** Width below which the column says nothing any more; the natural width where it must not be cut. */
  readonly least: number;
  /** A column of second rank leaves first where there is no room for all. */
  readonly soft: boolean;
}

/**
 * Widths for the columns of a table that is `width` wide with `gap` between its columns; undefined for a column that has to be
 * left out. Columns that may be cut give way, the widest first; only where that is not enough, columns go: soft ones, then from
 * the right, never the first.
 */
export function fitColumns(
  columns: readonly ColumnNeed[],
  width: number,
  gap: number,
): readonly (number | undefined)[] {
  const kept = new Set(columns.keys());
  const total = (of: (column: ColumnNeed) => number) =>
    [...kept].reduce((sum, index) => sum + of(columns[index]!), Math.max(0, kept.size - 1) * gap);
  while (kept.size > 1 && total(({ least }) => least) > width) kept.delete(nextToLeave(columns, kept));
  const widths = columns.map(({ natural }, index) => (kept.has(index) ? Math.min(natural, width) : undefined));
  let excess = [...kept].reduce((sum, index) => sum + widths[index]!, Math.max(0, kept.size - 1) * gap) - width;
  while (excess > 0) {
    const [widest, second] = [...kept]
      .filter((index) => widths[index]! > columns[index]!.least)
      .sort((a, b) => widths[b]! - widths[a]!);
    if (widest === undefined) break;
    const lead = Math.max(1, widths[widest]! - (second === undefined ? 0 : widths[second]!));
    const step = Math.min(lead, excess, widths[widest]! - columns[widest]!.least);
    widths[widest] = widths[widest]! - step;
    excess -= step;
  }
  return widths;
}

function nextToLeave(columns: readonly ColumnNeed[], kept: ReadonlySet<number>): number {
  const candidates = [...kept].slice(1).reverse();
  return candidates.find((index) => columns[index]!.soft) ?? candidates[0]!;
}
