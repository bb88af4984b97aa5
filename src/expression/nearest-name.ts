/** The candidate nearest to what was written, ignoring case; undefined when none is near enough to be meant. */
export function nearestName(written: string, candidates: Iterable<string>): string | undefined {
  const allowed = Math.max(1, Math.floor(written.length / 3));
  const ranked = [...candidates]
    .map((candidate) => ({ candidate, edits: editDistance(written.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits);
  return ranked[0] && ranked[0].edits <= allowed ? ranked[0].candidate : undefined;
}

/** Letters to insert, remove or replace to get from one word to the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
