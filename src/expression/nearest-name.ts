/** The candidate nearest to what was written, ignoring case; undefined when none is near enough to be meant. */
export function nearestName(written: string, candidates: Iterable<string>): string | undefined {
  const allowed = Math.max(1, Math.floor(written.length / 3));
  const ranked = [...candidates]
    .map((candidate) => ({ candidate, edits: editDistance(written.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits);
  return ranked[0] && ranked[0].edits <= allowed ? ranked[0].candidate : undefined;
}

/** Letters to insert, remove, replace or swap with their neighbour to get from one word to the other. */
function editDistance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  const cost = (i: number, j: number): number => rows[i]![j]!;
  for (let i = 1; i <= from.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = cost(i - 1, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const shifted = Math.min(cost(i - 1, j), cost(i, j - 1)) + 1;
      rows[i]!.push(Math.min(replaced, shifted, swapped ? cost(i - 2, j - 2) + 1 : Infinity));
    }
  }
  return cost(from.length, to.length);
}
