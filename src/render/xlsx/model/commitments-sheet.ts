import type { Document } from '../../../document/document.ts';
import type { ModelAgreement, ModelCommitment } from '../../../document/model-outcome.ts';
import { STATUS_SYMBOLS } from '../../../document/status-symbol.ts';
import { formatSentence } from '../../../units/format.ts';
import { date } from '../../../units/value.ts';
import { heightOf, linesOf } from '../page/text-room.ts';
import { heldValue } from '../page/value-cell.ts';
import { statusColours } from '../page/status-colours.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { BAND, headerCell, printed, titleRows, WORDS } from './model-frame.ts';
import { SHEETS } from './model-names.ts';

const WIDTHS = [2, 22, 60, 28, 13, 14] as const;
const [WHAT, OWNER] = [2, 3] as const;

/** What both sides want from the plan, who does what, and what they promised with its day and how it came out. */
export function commitmentsSheet(document: Document, { wishes, commitments }: ModelAgreement): Sheet {
  const wanted = wishes.map((wish) => formatSentence(wish, document.format));
  const header = {
    cells: [undefined, ...['Side', 'Commitment', 'Owner', 'Due', 'Status'].map((title) => headerCell(title))],
  };
  const above = 3 + (wanted.length > 0 ? wanted.length + 2 : 0) + 1;
  return {
    name: SHEETS.commitments,
    columns: WIDTHS.map((width) => ({ width })),
    rows: [
      ...titleRows({ value: 'Commitments' }, { value: 'What both sides want and promised.' }, document),
      ...(wanted.length > 0 ? [band('What we want'), ...wanted.map(wishRow), { cells: [] }] : []),
      header,
      ...commitments.map((one) => commitmentRow(one, document)),
    ],
    gridlines: false,
    conditions: commitments.length > 0 ? [statusColours(`F${above + 1}:F${above + commitments.length}`)] : [],
    print: printed(document, { landscape: true, fit: 'columns' }),
  };
}

function band(title: string): SheetRow {
  return { cells: [undefined, { value: title, style: BAND }, ...WIDTHS.slice(2).map(() => ({ style: BAND }))] };
}

function wishRow(value: string): SheetRow {
  return { cells: [undefined, { value, style: { font: 'body' } }] };
}

function commitmentRow(
  { side, what, owner, due, status }: ModelCommitment,
  { format: { locale } }: Document,
): SheetRow {
  const day = heldValue(date(due), { locale, currency: undefined });
  const lines = Math.max(linesOf(what, WIDTHS[WHAT] - 1), linesOf(owner, WIDTHS[OWNER] - 1));
  const style = { ...WORDS, font: 'body' } as const;
  return {
    height: heightOf(lines),
    cells: [
      undefined,
      { value: side, style },
      { value: what, style },
      { value: owner, style },
      { ...(day.held !== undefined && { value: day.held }), style: { ...style, format: day.format } },
      { value: `${STATUS_SYMBOLS[status.meaning]} ${status.word}`, style },
    ],
  };
}
