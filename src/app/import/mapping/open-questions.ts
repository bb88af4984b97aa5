import type { TextTable } from '../../../input/tabular/table-of-text.ts';
import type { Deal } from '../../../schema/deal.ts';

/** A field without which no row can be read, with a header that looks like it. */
export interface MissingField {
  readonly field: string;
  readonly hint?: string;
}

/** A field that a row can do without, with the headers of columns that could hold it: asked at a terminal only. */
export interface WishedField {
  readonly field: string;
  readonly among: readonly string[];
}

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

/** The questions as sentences. */
export function sayQuestions({ file }: Pick<TextTable, 'file'>, { fields, labels }: OpenQuestions): string[] {
  return [
    ...fields.map(({ field, hint }) => {
      const like = hint === undefined ? '' : `; "${hint}" looks like it`;
      const what = COLUMN_QUESTION[field] ?? `which column holds ${field.replaceAll('_', ' ')}`;
      return `${file}: ${what} is not clear${like}${field === 'partner' ? PARTNER_FLAGS : ''}`;
    }),
    ...labels.map(
      ({ label, rows }) =>
        `${file}: "${label}" (${rows} ${rows === 1 ? 'row' : 'rows'}) is neither open, won nor lost by its name`,
    ),
  ];
}

/** What is asked about a column. */
export const COLUMN_QUESTION: Readonly<Record<string, string>> = {
  partner: 'which column names the partner',
  stage: 'which column says whether a deal is open, won or lost',
  id: 'which column holds the ids of the deals',
  name: 'which column names the deals',
  amount: 'which column holds the amounts',
  close_date: 'which column holds the close dates',
};

const PARTNER_FLAGS = '. --partner-column NAME says it, --partner ID gives all rows to one partner';
