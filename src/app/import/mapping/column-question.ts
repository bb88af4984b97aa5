import { cellText, isBlank } from '../../../input/tabular/cell-text.ts';
import type { TextTable } from '../../../input/tabular/table-of-text.ts';
import type { ImportMapping } from '../../../schema/import-mapping.ts';
import { cutText } from '../../../units/cut-text.ts';
import { singleLine } from '../../../units/clean-text.ts';
import { likelyColumn } from './likely-column.ts';
import { COLUMN_QUESTION, type MissingField } from './open-questions.ts';
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
  const choices = unused.map((header, place): MappingChoice => {
    const samples = samplesOf(table, header);
    return { value: String(place), name: singleLine(header), ...(samples !== '' && { description: samples }) };
  });
  return {
    question: {
      message: `${table.file}: ${asked}?`,
      choices: [...choices, { value: NONE, name: 'None of these' }],
      proposal: String(unused.indexOf(hint ?? likelyColumn({ field, table, among: unused, isPartner })!)),
    },
    take: (answer) => {
      const header = unused[Number(answer)];
      return header === undefined ? undefined : { columns: { ...mapping.columns, [field]: header } };
    },
  };
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
