import type { CellStyle, InputCheck, Sheet, SheetCell, SheetRow } from '../sheet.ts';
import { CHOSEN, type FormQuestion, type FormSection } from './form-book.ts';

const WIDTHS = [2, 5, 72, 44, 11] as const;
/** Title, hint and progress, then the heads of the columns. */
const FIRST_ROW = 5;

export const INPUT: CellStyle = {
  font: 'input',
  fill: 'input',
  border: 'hair',
  wrap: true,
  vertical: 'top',
  locked: false,
};
const ANSWERED = 'answered';

/** A sheet of questions, and the formula that counts those answered. */
export interface SectionSheet {
  readonly sheet: Sheet;
  /** The cells in which `answered` stands, `E5:E60`. */
  readonly states: string;
}

/** One section: every question with its reason, what can be answered, and the cell for it. */
export function sectionSheet({ title, questions }: FormSection, name: string): SectionSheet {
  const rows: SheetRow[] = [];
  const checks: InputCheck[] = [];
  for (const question of questions) {
    const block = blockOf(question, FIRST_ROW + rows.length);
    rows.push(...block.rows);
    checks.push(...block.checks);
  }
  const states = `E${FIRST_ROW}:E${FIRST_ROW + Math.max(rows.length, 1) - 1}`;
  const progress = `COUNTIF(${states},"${ANSWERED}")&" of ${questions.length} answered"`;
  const head: SheetRow[] = [
    { height: 26, cells: [undefined, text(title, { font: 'title' })] },
    { cells: [undefined, text('Answer in the yellow cells: choose from the list.', { font: 'soft' })] },
    {
      cells: [
        undefined,
        { formula: progress, value: `0 of ${questions.length} answered`, style: { font: 'soft', locked: true } },
      ],
    },
    { cells: [undefined, headCell(''), headCell('Question'), headCell('Your answer'), headCell('')] },
  ];
  return {
    states,
    sheet: {
      name,
      columns: WIDTHS.map((width) => ({ width })),
      rows: [...head, ...rows],
      frozen: { rows: FIRST_ROW - 1, columns: 0 },
      gridlines: false,
      checks,
      isProtected: true,
      keepsRows: true,
      print: { landscape: false, fit: 'columns', repeatedRows: { from: 4, to: 4 }, footer: title },
    },
  };
}

interface Block {
  readonly rows: readonly SheetRow[];
  readonly checks: readonly InputCheck[];
}

/** The rows of a question from a row on, an empty one last. */
function blockOf(question: FormQuestion, at: number): Block {
  const { number, text: words, why, kind, choices } = question;
  const reason = why === undefined ? [] : [{ cells: [undefined, undefined, text(why, SOFT)] }];
  const first = at + 1 + reason.length;
  const last = first + choices.length - 1;
  const answer = kind === 'many' ? undefined : { style: INPUT };
  const answered = kind === 'many' ? `COUNTA(D${first}:D${last})>0` : `D${at}<>""`;
  const head: SheetRow = {
    cells: [
      undefined,
      text(String(number), { font: 'strong', vertical: 'top' }),
      text(words, { font: 'strong', wrap: true, vertical: 'top' }),
      answer ?? text('mark all that apply', { font: 'soft', vertical: 'top' }),
      {
        formula: `IF(${answered},"${ANSWERED}","")`,
        value: '',
        style: { font: 'soft', vertical: 'top', locked: true },
      },
    ],
  };
  const rows = choices.map((choice): SheetRow => ({
    cells: [undefined, undefined, text(choice, CHOICE), ...markCell(kind)],
  }));
  return { rows: [head, ...reason, ...rows, { cells: [] }], checks: checksOf(kind, { at, first, last }) };
}

const SOFT: CellStyle = { font: 'soft', wrap: true, vertical: 'top' };
const CHOICE: CellStyle = { font: 'body', wrap: true, vertical: 'top', align: 'left', indent: 1, border: 'hair' };

function markCell(kind: FormQuestion['kind']): SheetCell[] {
  return kind === 'many' ? [{ style: INPUT }] : [];
}

function checksOf(
  kind: FormQuestion['kind'],
  { at, first, last }: { readonly at: number; readonly first: number; readonly last: number },
): InputCheck[] {
  if (kind === 'one') {
    const allows = { kind: 'list', formula: `$C$${first}:$C$${last}` } as const;
    const message = 'Choose one of the answers of the list, or leave the cell empty.';
    return [{ range: `D${at}`, allows, title: 'Your answer', message, strict: true }];
  }
  if (kind === 'words') return [];
  const allows = { kind: 'list', formula: `"${CHOSEN}"` } as const;
  const message = `Mark what applies with ${CHOSEN}; leave the rest empty.`;
  return [{ range: `D${first}:D${last}`, allows, title: 'Your answer', message, strict: true }];
}

function headCell(words: string): SheetCell {
  return text(words, { font: 'heading', border: 'below' });
}

function text(value: string, style: CellStyle): SheetCell {
  return { value, style: { ...style, locked: true } };
}
