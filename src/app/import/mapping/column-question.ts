import { cellText, isBlank } from '../../../input/tabular/cell-text.ts';
import type { TextTable } from '../../../input/tabular/table-of-text.ts';
import type { ImportMapping } from '../../../schema/import-mapping.ts';
import { cutText } from '../../../units/cut-text.ts';
import { singleLine } from '../../../units/clean-text.ts';
import type { ColumnStyles } from '../columns/read-columns.ts';
import { likelyColumn } from './likely-column.ts';
import { COLUMN_QUESTION, type MissingField, type WishedField } from './open-questions.ts';
import type { MappingChoice, MappingItem } from './question.ts';

interface ColumnSetting {
  readonly table: TextTable;
  readonly mapping: ImportMapping;
  readonly reading: Pick<ColumnStyles<string>, 'columns' | 'unused'>;
  /** Whether a partner of the territory is called so. */
  isPartner(name: string): boolean;
}

const NONE = 'none';
const SAMPLES = 3;

/**
 * Which column holds a field: those nothing is read from first, then those known as something else by their header, since an export may
 * name its partners as accounts or owners. Undefined where there is none to choose from.
 */
export function columnQuestion(
  { field, hint }: MissingField,
  { table, mapping, reading, isPartner }: ColumnSetting,
): MappingItem | undefined {
  const spare = reading.unused.filter((header) => samplesOf(table, header) !== '');
  const taken = [...reading.columns]
    .filter(([, { stated }]) => !stated)
    .map(([as, { header, index }]) => ({ as, header, index }))
    .sort((a, b) => a.index - b.index);
  const headers = [...spare, ...taken.map(({ header }) => header)];
  if (headers.length === 0) return undefined;
  const asked = COLUMN_QUESTION[field] ?? `which column holds ${field.replaceAll('_', ' ')}`;
  const looking = { field, table, spare, taken: taken.map(({ header }) => header), isPartner };
  const likely = headers.find((header) => header === hint) ?? likelyColumn(looking);
  return {
    question: {
      message: `${table.file}: ${asked}?`,
      choices: choicesOf(headers, table, new Map(taken.map(({ header, as }) => [header, as]))),
      proposal: likely === undefined ? NONE : String(headers.indexOf(likely)),
    },
    take: (answer) => {
      const header = headers[Number(answer)];
      return header === undefined ? undefined : { columns: { ...mapping.columns, [field]: header } };
    },
  };
}

/** Which of the columns that could hold a field does; none is an answer, and is not asked for again. */
export function wishQuestion({ field, among }: WishedField, table: TextTable, mapping: ImportMapping): MappingItem {
  return {
    question: {
      message: `${table.file}: ${COLUMN_QUESTION[field] ?? field}?`,
      choices: choicesOf(among, table),
      // A wrong amount is worse than none: of several nothing is proposed.
      proposal: among.length === 1 ? '0' : NONE,
    },
    take: (answer) => ({ columns: { ...mapping.columns, [field]: among[Number(answer)] ?? null } }),
  };
}

/** @param readAs what columns are read as so far, by their headers */
function choicesOf(
  headers: readonly string[],
  table: TextTable,
  readAs: ReadonlyMap<string, string> = new Map(),
): MappingChoice[] {
  const choices = headers.map((header, place): MappingChoice => {
    const field = readAs.get(header)?.replaceAll('_', ' ');
    const samples = samplesOf(table, header);
    const description = field === undefined ? samples : `taken for the ${field} so far: ${samples}`;
    return { value: String(place), name: singleLine(header), ...(samples !== '' && { description }) };
  });
  return [...choices, { value: NONE, name: 'None of these' }];
}

/** What the column says in its first rows. */
function samplesOf({ headers, rows }: TextTable, header: string): string {
  const index = headers.indexOf(header);
  const seen = new Set<string>();
  for (const { cells } of rows) {
    const cell = cells[index] ?? '';
    if (!isBlank(cell)) seen.add(cutText(singleLine(cellText(cell)), 30));
    if (seen.size === SAMPLES) break;
  }
  return [...seen].join(', ');
}
