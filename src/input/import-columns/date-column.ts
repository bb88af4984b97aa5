import type { DateOrder } from '../../schema/import-mapping.ts';
import { addDays, parsePlainDate, plainDate, type PlainDate } from '../../units/plain-date.ts';
import type { Cell } from '../tabular/table-of-text.ts';
import { saysNothing } from './no-value.ts';

/** What the cells of one column, or of several, say about the order of day and month. */
export type DateDecision =
  /** Every date can be read without knowing an order. */
  | { readonly kind: 'no order needed' }
  | { readonly kind: 'decided'; readonly order: DateOrder }
  /** Every date fits both orders; `example` is one that means two different days. */
  | { readonly kind: 'ambiguous'; readonly example: string }
  | { readonly kind: 'contradictory'; readonly dayFirst: string; readonly monthFirst: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A time of day with its zone, which a plain date leaves away: `T16:14:25.000+0000`, ` 4:05 PM`, ` 16:05 UTC`. */
const TIME = /[T\s,]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/;
const NAMED_DAY_FIRST = /^(?:[a-z]+,\s*)?(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]{3,9})\.?[-/., ]+(\d{4}|\d{2})$/i;
const NAMED_MONTH_FIRST = /^(?:[a-z]+,\s*)?([a-z]{3,9})\.?[- ]+(\d{1,2})(?:st|nd|rd|th)?,?[- ]+(\d{4})$/i;
const COMPACT = /^(19|20)\d{6}$/;
/** What a spreadsheet leaves of a date when it saves the cell without its format: `45992`, `45992.75`. */
const DAY_NUMBER = /^\d{5}(\.\d+)?$/;
/** Milliseconds since 1970, as programming interfaces give them: `1767628800000`. */
const MILLISECONDS = /^\d{13}$/;
const SERIAL_OF_1950 = 18_264;
const SERIAL_OF_2100 = 73_051;

/**
 * Decides day and month for a whole column: one date whose first number is above 12 settles it. Dates written with points are day
 * first wherever they are used; a date such as 05/05/2026 is the same in both orders.
 */
export function decideDateOrder(cells: Iterable<Cell>): DateDecision {
  let [dayFirst, monthFirst, either, numeric]: (string | undefined)[] = [];
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const match = YEAR_LAST.exec(withoutTime(cell));
    if (!match) continue;
    numeric ??= cell;
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (match[2] === '.' || (first > 12 && second <= 12)) dayFirst ??= cell;
    else if (second > 12 && first <= 12) monthFirst ??= cell;
    else if (first <= 12 && first !== second) either ??= cell;
  }
  if (dayFirst !== undefined && monthFirst !== undefined) return { kind: 'contradictory', dayFirst, monthFirst };
  if (dayFirst !== undefined) return { kind: 'decided', order: 'dmy' };
  if (monthFirst !== undefined) return { kind: 'decided', order: 'mdy' };
  return either === undefined ? { kind: 'no order needed' } : { kind: 'ambiguous', example: either };
}

/**
 * Reads one date. Undefined where nothing is known, `unreadable` where the cell holds no date of that order. A bare number is a day as
 * spreadsheets count them (1 is 1 January 1900), a date written as 20260314, or milliseconds since 1970 in universal time.
 */
export function readDate(cell: Cell, order: DateOrder): PlainDate | undefined | 'unreadable' {
  if (typeof cell === 'object') return 'unreadable';
  if (typeof cell === 'number') return fromDayNumber(cell) ?? compactDate(String(cell)) ?? 'unreadable';
  if (saysNothing(cell)) return undefined;
  const text = withoutTime(cell);
  return parsePlainDate(text) ?? otherForms(text, order) ?? fromDigits(text) ?? 'unreadable';
}

/** True for a cell of which the order of day and month decides what it says. */
export function dependsOnOrder(cell: Cell): boolean {
  return typeof cell === 'string' && YEAR_LAST.test(withoutTime(cell));
}

function otherForms(text: string, order: DateOrder): PlainDate | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return plainDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const numbers = YEAR_LAST.exec(text);
  if (numbers) return fromNumbers([numbers[1]!, numbers[3]!, numbers[4]!], order);
  const dayFirst = NAMED_DAY_FIRST.exec(text);
  if (dayFirst) return named(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
  const monthFirst = NAMED_MONTH_FIRST.exec(text);
  if (monthFirst) return named(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!);
  return compactDate(text);
}

function compactDate(text: string): PlainDate | undefined {
  if (!COMPACT.test(text)) return undefined;
  return plainDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
}

function fromDigits(text: string): PlainDate | undefined {
  if (DAY_NUMBER.test(text)) return fromDayNumber(Number(text));
  // Thirteen digits reach from 2001 to 2286.
  return MILLISECONDS.test(text) ? parsePlainDate(new Date(Number(text)).toISOString().slice(0, 10)) : undefined;
}

/** Smaller numbers in a column of dates are years or counts, larger ones no days a deal could have. */
function fromDayNumber(days: number): PlainDate | undefined {
  if (!(days >= SERIAL_OF_1950 && days < SERIAL_OF_2100)) return undefined;
  return addDays('1899-12-30' as PlainDate, Math.floor(days));
}

function fromNumbers([a, b, c]: readonly [string, string, string], order: DateOrder): PlainDate | undefined {
  // Year first with two digits, 26-03-14, exists only where somebody says so.
  if (order === 'ymd' && c.length === 2) return plainDate(fullYear(a), Number(b), Number(c));
  const [day, month] = order === 'mdy' ? [b, a] : [a, b];
  return plainDate(fullYear(c), Number(month), Number(day));
}

function named(year: string, month: string, day: string): PlainDate | undefined {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? undefined : plainDate(fullYear(year), number, Number(day));
}

function fullYear(year: string): number {
  if (year.length > 2) return Number(year);
  return Number(year) + (Number(year) < 70 ? 2000 : 1900);
}

function withoutTime(cell: string): string {
  const text = cell.trim();
  return text.length > 10 ? text.replace(TIME, '') : text;
}
