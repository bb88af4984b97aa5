import type { DateOrder } from '../../../schema/import-mapping.ts';
import type { ColumnStyles } from '../columns/read-columns.ts';
import type { StatedReading } from '../columns/stated-reading.ts';
import { mappingText, oneLine, quoted, quotedKey } from './mapping-text.ts';
import type { OpenQuestions } from './open-questions.ts';

export interface ProposalRequest {
  readonly kind: string;
  readonly file: string;
  readonly headers: readonly string[];
  readonly source: string;
  readonly reading: ColumnStyles<string>;
  readonly questions: OpenQuestions;
  readonly stated: StatedReading;
  /** The command that uses the proposal. */
  readonly command: string;
}

/** The comment at the top of a proposal; once it was used it says something else. */
export const PROPOSAL_HEAD = /^# How to read .*\n# Look at the lines marked "check", then run:\n#   .*\n/m;

/** Text of a mapping file that holds everything known about an export and asks for the rest. Lines to look at are marked "check". */
export function mappingProposal(request: ProposalRequest): string {
  const { kind, file, source, reading, questions, stated, command } = request;
  const { mapping } = stated;
  const bare = isWithoutHeader(request);
  const order = stated.dateOrder ?? mapping.date_order ?? reading.dateOrder;
  const decimal = stated.decimal ?? mapping.decimal;
  const known = {
    ...mapping,
    ...(kind !== 'deals' && { kind }),
    source,
    ...(bare ? { header: 'none' as const, columns: {} } : { columns: columnsOf(reading) }),
    ...(order !== undefined && { date_order: order }),
    ...(decimal !== undefined && { decimal }),
  };
  const head = [
    `How to read ${file}. Nothing has been imported yet.`,
    'Look at the lines marked "check", then run:',
    `  ${command}`,
  ];
  if (bare) return mappingText(head, known, { columns: placesToCheck(request), stages: [], end: [] });
  return mappingText(head, known, {
    columns: columnsToCheck(request),
    stages: questions.labels.map(({ label, rows, guess }) => {
      return `  ${quotedKey(label)}: ${guess}   # check: open, won or lost? ${rows} ${rows === 1 ? 'row' : 'rows'}`;
    }),
    end: datesToCheck(reading, order),
  });
}

function columnsOf({ columns }: ColumnStyles<string>): Record<string, string> {
  return Object.fromEntries(Array.from(columns, ([field, { header }]) => [field, header]));
}

/** Among values one word may be a header by chance; two are none. */
const HEADERS_BY_CHANCE = 1;

/** Whether what was taken for headers is a row of values: an amount is no header, but a year may be, and so may any beside known ones. */
function isWithoutHeader({ headers, stated, reading }: ProposalRequest): boolean {
  if (reading.columns.size > HEADERS_BY_CHANCE) return false;
  const isAmount = (header: string): boolean => /^\d[\d.,]*$/.test(header) && !/^(19|20)\d\d$/.test(header);
  return stated.mapping.header === undefined && headers.some(isAmount);
}

/** The columns of a file without headers by their place, each with the value of the first row. */
function placesToCheck({ kind, headers, questions: { fields } }: ProposalRequest): string[] {
  const wanted = kind === 'deals' ? Object.keys(COLUMN_WANTED) : fields.map(({ field }) => field);
  const asked = wanted.map((field) => {
    const what = COLUMN_WANTED[field] ?? field.replaceAll('_', ' ');
    return `  # ${field}: "column 1"   # check: ${what}; write its number and take the first # away`;
  });
  const wished = kind === 'deals' ? WISHED : [];
  return [
    '  # check: the file seems to have no headers; if it has some, take "header: none" out and write them below',
    ...asked,
    ...wished.map((field) => `  # ${field}: "column 1"   # check: ${COLUMN_WISHED[field]}, if there is one`),
    ...headers.map(
      (value, index) => `  # column ${index + 1}: ${value === '' ? '(empty)' : `for example ${oneLine(value)}`}`,
    ),
  ];
}

function columnsToCheck({ kind, reading: { columns, unused }, questions: { fields } }: ProposalRequest): string[] {
  const asked = fields.map(({ field, hint }) => {
    const what = COLUMN_WANTED[field] ?? field.replaceAll('_', ' ');
    return hint === undefined
      ? `  # ${field}: ""   # check: ${what}; write its header and take the first # away`
      : `  ${field}: ${quoted(hint)}   # check: ${what}; this header only looks like it`;
  });
  const rest = unused.filter((header) => !fields.some(({ hint }) => hint === header));
  const wished = kind === 'deals' ? WISHED.filter((field) => !columns.has(field)) : [];
  const wishes = wished.map((field) => `  # ${field}: ""   # check: ${COLUMN_WISHED[field]}, if there is one`);
  return [
    ...asked,
    ...(rest.length > 0 ? wishes : []),
    ...(rest.length > 0 ? [`  # not used: ${rest.map(oneLine).join(', ')}`] : []),
  ];
}

/** Columns by what they say. */
const COLUMN_WANTED: Readonly<Record<string, string>> = {
  partner: 'the column that names the partner',
  stage: 'the column that says whether a deal is open, won or lost',
};

/** Columns of deals that can be missing, and hardly ever are: their lines are there to be filled in. */
const COLUMN_WISHED: Readonly<Record<string, string>> = {
  id: 'the column of ids',
  name: 'the column that names the deals',
  amount: 'the column of amounts',
  close_date: 'the column of close dates',
};
const WISHED = Object.keys(COLUMN_WISHED);

function datesToCheck({ undecided }: ColumnStyles<string>, order: DateOrder | undefined): string[] {
  const isOpen = order === undefined && undecided?.what === 'date order';
  return isOpen ? ['# date_order: dmy   # check: dmy or mdy; take the # away'] : [];
}
