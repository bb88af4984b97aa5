import type { TextTable } from '../../input/tabular/table-of-text.ts';

/** Lines of a file that are no rows, for one reason. */
export interface SkippedLines {
  readonly file: string;
  readonly why: string;
  readonly lines: readonly number[];
}

/** Titles, totals, repeated headers and footers of a file, by the reason why they are no rows. */
export function skippedLines({ file, skipped }: Pick<TextTable, 'file' | 'skipped'>): SkippedLines[] {
  const byReason = new Map<string, number[]>();
  for (const { line, why } of skipped) {
    const lines = byReason.get(why);
    if (lines) lines.push(line);
    else byReason.set(why, [line]);
  }
  return Array.from(byReason, ([why, lines]) => ({ file, why, lines }));
}
