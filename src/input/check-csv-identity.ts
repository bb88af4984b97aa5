import type { Problem, ProblemDetails } from './problem.ts';

interface RowPlaces {
  problemAt(row: number, column: string, details: ProblemDetails): Problem;
  lineOf(row: number): number;
}

/** Two rows with the same identity: a problem at the second, naming the line of the first. */
export function checkIdentity(
  rows: readonly Readonly<Record<string, unknown>>[],
  identity: readonly string[],
  places: RowPlaces,
): Problem[] {
  const firstRow = new Map<string, number>();
  const problems: Problem[] = [];
  rows.forEach((row, index) => {
    const key = identity.map((column) => String(row[column])).join(':');
    const first = firstRow.get(key);
    if (first === undefined) firstRow.set(key, index);
    else {
      const message = `"${key}" is already in line ${places.lineOf(first)}; ${identity.join(' and ')} name one row`;
      problems.push(places.problemAt(index, identity.at(-1)!, { message, written: key }));
    }
  });
  return problems;
}
