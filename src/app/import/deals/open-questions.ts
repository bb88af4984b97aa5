import { guessStatus, labelKey } from '../../../input/import-columns/stage-words.ts';
import type { Cell, TextTable } from '../../../input/tabular/table-of-text.ts';
import type { Deal } from '../../../schema/deal.ts';
import type { StatusReading } from './read-status.ts';
import type { ColumnReading, MissingField } from './understand-table.ts';

/** A label of the export that means neither open, won nor lost by itself. */
export interface UnknownLabel {
  readonly label: string;
  readonly rows: number;
  /** Offered for confirmation, never used as it is. */
  readonly guess: Deal['status'];
}

/** What a person has to settle before an export can be imported. */
export interface OpenQuestions {
  readonly fields: readonly MissingField[];
  readonly labels: readonly UnknownLabel[];
}

/** Finds everything about an export that only a person can say; undefined when all is clear. */
export function openQuestions(
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

/** The questions as sentences. */
export function sayQuestions({ file }: Pick<TextTable, 'file'>, { fields, labels }: OpenQuestions): string[] {
  return [
    ...fields.map(({ field, hint }) => {
      const like = hint === undefined ? '' : `; "${hint}" looks like it`;
      return field === 'partner'
        ? `${file}: which column names the partner is not clear${like}. --partner-column NAME says it, --partner ID gives all rows to one partner`
        : `${file}: which column says whether a deal is open, won or lost is not clear${like}`;
    }),
    ...labels.map(
      ({ label, rows }) =>
        `${file}: "${label}" (${rows} ${rows === 1 ? 'row' : 'rows'}) is neither open, won nor lost by its name`,
    ),
  ];
}
