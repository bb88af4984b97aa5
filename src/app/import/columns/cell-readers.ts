import { currencyOf } from '../../../input/import-columns/currency-words.ts';
import { dependsOnOrder, readDate } from '../../../input/import-columns/date-column.ts';
import { readNumber } from '../../../input/import-columns/number-column.ts';
import { cellError } from '../../../input/tabular/cell-error.ts';
import { cellText } from '../../../input/tabular/cell-text.ts';
import type { Cell, FormattedNumber } from '../../../input/tabular/table-of-text.ts';
import type { DateOrder, DecimalSign } from '../../../schema/import-mapping.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import { cutText } from '../../../units/cut-text.ts';
import { singleLine } from '../../../units/clean-text.ts';
import type { CellNotes } from './cell-notes.ts';

/** The longest text a cell of our files may hold, in UTF-16 units. */
const LONGEST_TEXT = 2000;

// Readers of single cells that every kind of import shares. Undefined says that nothing is known.

/** Why a cell cannot be taken: a clause without the column's name. */
export class Unreadable {
  constructor(readonly why: string) {}
}

/** The reader for cells that may hold what a failed formula left: it is refused whatever the column. */
export function refusingErrors<T>(read: (cell: Cell) => T | Unreadable): (cell: Cell) => T | Unreadable {
  return (cell) => {
    const error = cellError(cell);
    return error === undefined ? read(cell) : new Unreadable(error);
  };
}

/** A date in the order that was decided for its column. */
export function dateIn(cell: Cell, order: DateOrder): PlainDate | undefined | Unreadable {
  const date = readDate(cell, order);
  if (date !== 'unreadable') return date;
  // Of a word, or of a date that says its year first, the order of day and month is not what is wrong.
  const inOrder = dependsOnOrder(cell) ? ` in the order ${WRITTEN_ORDER[order]}` : '';
  return new Unreadable(`"${shown(cell)}" is no date${inOrder}`);
}

const WRITTEN_ORDER: Readonly<Record<DateOrder, string>> = {
  dmy: 'day, month, year',
  mdy: 'month, day, year',
  ymd: 'year, month, day',
};

/** A number with what stood beside it. */
export function numberIn(cell: Cell, sign: DecimalSign): FormattedNumber | undefined | Unreadable {
  const number = readNumber(cell, sign);
  if (number !== 'unreadable') return number;
  const style = sign === '.' ? 'a decimal point' : 'a decimal comma';
  return new Unreadable(`"${shown(cell)}" is no number with ${style}`);
}

/** An amount of money with what stood beside it; per cent is none. */
export function amountIn(cell: Cell, sign: DecimalSign): FormattedNumber | undefined | Unreadable {
  const number = numberIn(cell, sign);
  if (number === undefined || number instanceof Unreadable || !number.percent) return number;
  return new Unreadable(`"${shown(cell)}" is per cent, no amount`);
}

/** The reader of a column whose header names the currency of its amounts: of those that say none themselves. */
export function inCurrency<T>(
  read: (cell: Cell) => T | FormattedNumber,
  currency: string | undefined,
): (cell: Cell) => T | FormattedNumber {
  if (currency === undefined) return read;
  return (cell) => {
    const value = read(cell);
    return isAmount(value) && value.currency === undefined ? { ...value, currency } : value;
  };
}

function isAmount(value: unknown): value is FormattedNumber {
  return typeof value === 'object' && value !== null && 'value' in value;
}

/** The number alone. */
export function valueOnly(number: FormattedNumber | undefined | Unreadable): number | undefined | Unreadable {
  return number instanceof Unreadable ? number : number?.value;
}

/** A currency by its code, name or symbol; a symbol that several share means the territory's. */
export function currencyIn(cell: Cell, territoryCurrency: string): string | undefined | Unreadable {
  const text = cellText(cell);
  if (text.trim() === '') return undefined;
  return (
    currencyOf(text, territoryCurrency) ?? new Unreadable(`"${shown(cell)}" is no currency; use codes such as USD`)
  );
}

/** The word a label means here; a label that means none of them is noted and left away. */
export function meaningIn<T extends string>(
  cell: Cell,
  field: string,
  { meaning, notes }: { readonly meaning: (label: string) => T | undefined; readonly notes: CellNotes },
): T | undefined {
  const label = cellText(cell);
  if (label.trim() === '') return undefined;
  const meant = meaning(label);
  if (meant === undefined) notes.add(field, 'unknown label', label);
  return meant;
}

/** Text on one line; what is longer than a cell of our files holds is cut, and said. */
export function textIn(cell: Cell, field: string, notes: CellNotes): string | undefined {
  const text = singleLine(cellText(cell));
  if (text.length <= LONGEST_TEXT) return text === '' ? undefined : text;
  notes.add(field, 'cut', text);
  return cutText(text, LONGEST_TEXT, (part) => part.length);
}

/** Text that names something, such as an id: it is taken whole or not at all. */
export function wholeTextIn(cell: Cell): string | undefined | Unreadable {
  const text = singleLine(cellText(cell));
  if (text.length > LONGEST_TEXT) return new Unreadable('has more than 2,000 characters');
  return text === '' ? undefined : text;
}

/** A cell as a message may quote it. */
export function shown(cell: Cell): string {
  return cutText(singleLine(cellText(cell)), 40);
}
