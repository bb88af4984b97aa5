import { cellText, isBlank } from '../../../input/tabular/cell-text.ts';
import type { TextTable } from '../../../input/tabular/table-of-text.ts';
import type { ImportMapping } from '../../../schema/import-mapping.ts';
import { cutText } from '../../../units/cut-text.ts';
import { singleLine } from '../../../units/clean-text.ts';
import { likelyColumn } from './likely-column.ts';
import { COLUMN_QUESTION, type MissingField, type WishedField } from './open-questions.ts';
import type { MappingChoice, MappingItem } from './question.ts';

interface ColumnSetting {
  readonly table: TextTable;
  readonly mapping: ImportMapping;
  readonly unused: readonly string[];
  /** Whether a partner of the territory is called so. */
  isPartner(name: string): boolean;
}

const NONE = 'none';
const SAMPLES = 3;

/** Which of the columns nothing is read from holds a field; undefined where there is none to choose from. */
export function columnQuestion(
  { field, hint }: MissingField,
  { table, mapping, unused, isPartner }: ColumnSetting,
): MappingItem | undefined {
  if (unused.length === 0) return undefined;
  const asked = COLUMN_QUESTION[field] ?? `which column holds ${field.replaceAll('_', ' ')}`;
  return {
    question: {
      message: `${table.file}: ${asked}?`,
      choices: choicesOf(unused, table),
      proposal: String(unused.indexOf(hint ?? likelyColumn({ field, table, among: unused, isPartner })!)),
    },
    take: (answer) => {
      const header = unused[Number(answer)];
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

function choicesOf(headers: readonly string[], table: TextTable): MappingChoice[] {
  const choices = headers.map((header, place): MappingChoice => {
    const samples = samplesOf(table, header);
    return { value: String(place), name: singleLine(header), ...(samples !== '' && { description: samples }) };
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
