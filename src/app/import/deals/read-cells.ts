import { currencyOf } from '../../../input/import-columns/currency-words.ts';
import { readDate } from '../../../input/import-columns/date-column.ts';
import { readNumber } from '../../../input/import-columns/number-column.ts';
import { categoryOfLabel, roleOfLabel, typeOfLabel } from '../../../input/import-columns/stage-words.ts';
import { cellError } from '../../../input/tabular/cell-error.ts';
import { cellText } from '../../../input/tabular/cell-text.ts';
import type { Cell, FormattedNumber } from '../../../input/tabular/table-of-text.ts';
import type { DateOrder, DecimalSign, ImportField } from '../../../schema/import-mapping.ts';
import { cutText } from '../../../units/cut-text.ts';
import { singleLine } from '../../../units/clean-text.ts';
import type { CellNotes } from './cell-notes.ts';
import { DATE_FIELDS, MONEY_FIELDS } from './field-kinds.ts';

/** The longest text a cell of deals.csv may hold, in UTF-16 units. */
const LONGEST_TEXT = 2000;

/** Why a cell cannot be taken: a clause without the column's name. */
export class Unreadable {
  constructor(readonly why: string) {}
}

/** What a cell holds for its field; an amount comes with what stood beside the number. */
export type CellValue = string | number | undefined | FormattedNumber;
export type CellReader = (cell: Cell) => CellValue | Unreadable;

export interface CellStyle {
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalSign;
  /** 100 where probabilities are written as shares of one. */
  readonly probabilityFactor: 1 | 100;
  /** The currency meant by a symbol that several share. */
  readonly currency: string;
  /** Told of a label that has no meaning here, and of text that was cut. */
  readonly notes: CellNotes;
}

/** The reader of a field's cells; it refuses what a failed formula left. */
export function readerOf(field: ImportField, style: CellStyle): CellReader {
  const read = readerOfKind(field, style);
  return (cell) => {
    const error = cellError(cell);
    return error === undefined ? read(cell) : new Unreadable(error);
  };
}

function readerOfKind(field: ImportField, style: CellStyle): CellReader {
  if (DATE_FIELDS.includes(field)) return (cell) => dateIn(cell, style.dateOrder);
  if (MONEY_FIELDS.includes(field)) return (cell) => numberIn(cell, style.decimal);
  switch (field) {
    case 'probability_percent':
      return (cell) => probabilityIn(cell, style);
    case 'contacts_at_customer':
    case 'close_date_moves':
      return (cell) => valueOnly(numberIn(cell, style.decimal));
    case 'currency':
      return (cell) => currencyIn(cellText(cell), style.currency);
    case 'type':
      return labelled(field, typeOfLabel, style);
    case 'forecast_category':
      return labelled(field, categoryOfLabel, style);
    case 'partner_role':
      return labelled(field, roleOfLabel, style);
    default:
      return (cell) => textIn(cellText(cell), field, style);
  }
}

function dateIn(cell: Cell, order: DateOrder): CellValue | Unreadable {
  const date = readDate(cell, order);
  if (date !== 'unreadable') return date;
  return new Unreadable(`"${shown(cell)}" is no date in the order ${WRITTEN_ORDER[order]}`);
}

const WRITTEN_ORDER: Readonly<Record<DateOrder, string>> = {
  dmy: 'day, month, year',
  mdy: 'month, day, year',
  ymd: 'year, month, day',
};

function numberIn(cell: Cell, sign: DecimalSign): FormattedNumber | undefined | Unreadable {
  const number = readNumber(cell, sign);
  if (number !== 'unreadable') return number;
  const style = sign === '.' ? 'a decimal point' : 'a decimal comma';
  return new Unreadable(`"${shown(cell)}" is no number with ${style}`);
}

function valueOnly(number: FormattedNumber | undefined | Unreadable): number | undefined | Unreadable {
  return number instanceof Unreadable ? number : number?.value;
}

function probabilityIn(cell: Cell, { decimal, probabilityFactor }: CellStyle): number | undefined | Unreadable {
  const number = numberIn(cell, decimal);
  if (number === undefined || number instanceof Unreadable) return number;
  // 0.07 times 100 is 7.000000000000001 in binary.
  const percent = Number((number.value * (number.percent ? 1 : probabilityFactor)).toPrecision(12));
  return percent >= 0 && percent <= 100
    ? percent
    : new Unreadable(`"${shown(cell)}" is no probability from 0 to 100 %`);
}

function currencyIn(cell: string, territoryCurrency: string): string | undefined | Unreadable {
  if (cell.trim() === '') return undefined;
  return (
    currencyOf(cell, territoryCurrency) ?? new Unreadable(`"${shown(cell)}" is no currency; use codes such as USD`)
  );
}

function labelled(field: ImportField, meaning: (label: string) => string | undefined, style: CellStyle): CellReader {
  return (cell) => {
    const label = cellText(cell);
    if (label.trim() === '') return undefined;
    const meant = meaning(label);
    if (meant === undefined) style.notes.add(field, 'unknown label', label);
    return meant;
  };
}

function textIn(cell: string, field: ImportField, style: CellStyle): string | undefined | Unreadable {
  const text = singleLine(cell);
  if (text.length <= LONGEST_TEXT) return text === '' ? undefined : text;
  if (field === 'id' || field === 'source') return new Unreadable('has more than 2,000 characters');
  style.notes.add(field, 'cut', cell);
  return cutText(text, LONGEST_TEXT, (part) => part.length);
}

/** A cell as a message may quote it. */
function shown(cell: Cell): string {
  return cutText(singleLine(cellText(cell)), 40);
}
