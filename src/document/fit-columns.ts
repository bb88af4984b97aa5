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
 * left out. Columns that may be cut give way: soft ones up to half of their width, then the widest of all; only where that is not
 * enough, columns go: soft ones, then from the right, never the first.
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
  const excess = [...kept].reduce((sum, index) => sum + widths[index]!, Math.max(0, kept.size - 1) * gap) - width;
  const half = columns.map((column, index) => ({ ...column, least: Math.max(column.least, (widths[index] ?? 0) / 2) }));
  const soft = [...kept].filter((index) => columns[index]!.soft);
  const rest = giveWay(half, widths, { candidates: soft, excess });
  giveWay(columns, widths, { candidates: [...kept], excess: rest });
  return widths;
}

/** Narrows the candidates, always the widest, until `excess` is gone or nothing is left to give; returns what remains of it. */
function giveWay(
  columns: readonly ColumnNeed[],
  widths: (number | undefined)[],
  { candidates, excess }: { readonly candidates: readonly number[]; readonly excess: number },
): number {
  let rest = excess;
  while (rest > 0) {
    const [widest, second] = candidates
      .filter((index) => widths[index]! > columns[index]!.least)
      .sort((a, b) => widths[b]! - widths[a]!);
    if (widest === undefined) break;
    const lead = Math.max(1, widths[widest]! - (second === undefined ? 0 : widths[second]!));
    const step = Math.min(lead, rest, widths[widest]! - columns[widest]!.least);
    widths[widest] = widths[widest]! - step;
    rest -= step;
  }
  return rest;
}

function nextToLeave(columns: readonly ColumnNeed[], kept: ReadonlySet<number>): number {
  const candidates = [...kept].slice(1).reverse();
  return candidates.find((index) => columns[index]!.soft) ?? candidates[0]!;
}
