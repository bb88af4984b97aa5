import type { ImportField, ImportMapping } from '../../../schema/import-mapping.ts';
import type { OpenQuestions } from './open-questions.ts';
import type { StatedReading } from '../columns/stated-reading.ts';
import type { ColumnReading } from './understand-table.ts';

export interface ProposalRequest {
  readonly file: string;
  readonly source: string;
  readonly reading: ColumnReading;
  readonly questions: OpenQuestions;
  readonly stated: StatedReading;
  /** The command that uses the proposal. */
  readonly command: string;
}

/** Text of a mapping file that holds everything known about an export and asks for the rest. Lines to look at are marked "check". */
export function mappingProposal({ file, source, reading, questions, stated, command }: ProposalRequest): string {
  const { mapping } = stated;
  return [
    `# How to read ${oneLine(file)}. Nothing has been imported yet.`,
    '# Look at the lines marked "check", then run:',
    `#   ${oneLine(command)}`,
    '',
    `source: ${quoted(source)}`,
    'columns:',
    ...columnLines(reading, questions),
    ...stageLines(mapping, questions),
    ...section('partners', Object.entries(mapping.partners)),
    ...(mapping.partner_type === undefined ? [] : [`partner_type: ${mapping.partner_type}`]),
    ...dateLines(reading, stated),
    ...decimalLines(stated),
    ...(mapping.currency === undefined ? [] : [`currency: ${mapping.currency}`]),
    '',
  ].join('\n');
}

function columnLines({ columns, unused }: ColumnReading, { fields }: OpenQuestions): string[] {
  const known = Array.from(columns, ([field, { header }]) => `  ${field}: ${quoted(header)}`);
  const asked = fields.map(({ field, hint }) => {
    const what = WANTED[field] ?? field;
    return hint === undefined
      ? `  # ${field}: ""   # check: ${what}; write its header and take the first # away`
      : `  ${field}: ${quoted(hint)}   # check: ${what}; this header only looks like it`;
  });
  const rest = unused.filter((header) => !fields.some(({ hint }) => hint === header));
  return [...known, ...asked, ...(rest.length > 0 ? [`  # not used: ${rest.map(oneLine).join(', ')}`] : [])];
}

const WANTED: Readonly<Partial<Record<ImportField, string>>> = {
  partner: 'the column that names the partner',
  stage: 'the column that says whether a deal is open, won or lost',
};

function stageLines({ stages }: ImportMapping, { labels }: OpenQuestions): string[] {
  const known = Object.entries(stages).map(([label, status]) => `  ${quoted(label)}: ${status}`);
  const asked = labels.map(({ label, rows, guess }) => {
    return `  ${quoted(label)}: ${guess}   # check: open, won or lost? ${rows} ${rows === 1 ? 'row' : 'rows'}`;
  });
  return known.length + asked.length === 0 ? [] : ['stages:', ...known, ...asked];
}

function dateLines({ dateOrder, undecided }: ColumnReading, { dateOrder: byFlag, mapping }: StatedReading): string[] {
  const order = byFlag ?? mapping.date_order ?? dateOrder;
  if (order !== undefined) return [`date_order: ${order}`];
  return undecided?.what === 'date order' ? ['# date_order: dmy   # check: dmy or mdy; take the # away'] : [];
}

function decimalLines({ decimal, mapping }: StatedReading): string[] {
  const sign = decimal ?? mapping.decimal;
  return sign === undefined ? [] : [`decimal: ${quoted(sign)}`];
}

function section(name: string, entries: readonly (readonly [string, string | null])[]): string[] {
  return entries.length === 0
    ? []
    : [`${name}:`, ...entries.map(([key, value]) => `  ${quoted(key)}:${value === null ? '' : ` ${value}`}`)];
}

/** JSON's quotes are YAML's too, whatever the text holds. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}
