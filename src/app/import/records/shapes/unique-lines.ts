import { linesNamed } from '../../lines-named.ts';
import type { PlacedRow, RefusedRow } from '../record-kind.ts';

export interface UniqueLines {
  readonly kept: readonly PlacedRow[];
  /** Lines with one number and different contents: nobody can say which is right. */
  readonly rejected: readonly RefusedRow[];
  /** Lines that repeat a numbered one word for word; each is counted once. */
  readonly repeated: number;
  readonly warnings: readonly string[];
}

/** Settles invoice lines that share their numbers. Where lines have no numbers, equal ones are two sales, and that is said. */
export function uniqueLines(rows: readonly PlacedRow[]): UniqueLines {
  const groups = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const { invoice, line } = row.values;
    const key =
      invoice !== undefined && line !== undefined ? JSON.stringify([row.partner, invoice, line]) : `#${row.line}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const [kept, rejected]: [PlacedRow[], RefusedRow[]] = [[], []];
  let repeated = 0;
  for (const sharing of groups.values()) {
    const [first] = sharing;
    if (sharing.every((row) => contentsOf(row) === contentsOf(first!))) {
      kept.push(first!);
      repeated += sharing.length - 1;
    } else rejected.push(...sharing.map((row) => conflict(row, sharing)));
  }
  return { kept, rejected, repeated, warnings: equalLines(kept) };
}

function conflict({ line, values }: PlacedRow, sharing: readonly PlacedRow[]): RefusedRow {
  const others = sharing.filter((other) => other.line !== line).map((other) => other.line);
  return {
    line,
    why: `line ${values['line']} of invoice ${values['invoice']} stands also in ${linesNamed(others)} of the file, with other contents`,
    amount: values['amount'] as number | undefined,
    currency: values['currency'] as string | undefined,
  };
}

function equalLines(kept: readonly PlacedRow[]): string[] {
  const seen = new Set<string>();
  let equal = 0;
  for (const row of kept) {
    const contents = contentsOf(row);
    if (seen.has(contents)) equal += 1;
    else seen.add(contents);
  }
  if (equal === 0) return [];
  return [
    `${equal === 1 ? '1 line is' : `${equal} lines are`} word for word like another and counted as further sales; take copies out of the file`,
  ];
}

function contentsOf({ partner, values }: PlacedRow): string {
  return JSON.stringify([partner, Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
