import { guessStatus, labelKey } from '../../../input/import-columns/stage-words.ts';
import type { Cell, TextTable } from '../../../input/tabular/table-of-text.ts';
import type { OpenQuestions } from '../mapping/open-questions.ts';
import type { StatusReading } from './read-status.ts';
import type { ColumnReading } from './understand-table.ts';

/** Finds everything about an export of deals that only a person can say; undefined when all is clear. */
export function findQuestions(
  table: TextTable,
  { missing }: ColumnReading,
  statusOf: (cells: readonly Cell[]) => StatusReading,
): OpenQuestions | undefined {
  const labels = new Map<string, { label: string; rows: number }>();
  for (const { cells } of table.rows) {
    const reading = statusOf(cells);
    if (!reading || !('label' in reading)) continue;
    const seen = labels.get(labelKey(reading.label));
    if (seen) seen.rows += 1;
    else labels.set(labelKey(reading.label), { label: reading.label, rows: 1 });
  }
  if (missing.length === 0 && labels.size === 0) return undefined;
  const asked = Array.from(labels.values(), (seen) => ({ ...seen, guess: guessStatus(seen.label) }));
  return { fields: missing, labels: asked.sort((a, b) => b.rows - a.rows || (a.label < b.label ? -1 : 1)) };
}
