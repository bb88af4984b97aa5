import { formatFootnoteNumbers, type Locale } from '../../../units/format.ts';
import type { Value } from '../../../units/value.ts';
import { excelDate } from '../excel-date.ts';

/** What a workbook of pages says once for all its cells. */
export interface PageMoney {
  readonly locale: Locale;
  /** The currency named under every title; amounts in another one carry its code. */
  readonly currency: string | undefined;
}

/** A value as Excel holds it: the whole number behind it, and the format in which it is shown. */
export interface HeldValue {
  /** Undefined where nothing is to stand. */
  readonly held: string | number | undefined;
  readonly format: string;
}

const MINUS = '"\u2212"';
const COUNT = `#,##0;${MINUS}#,##0;0`;
const COUNT_IN_PARTS = `#,##0.0;${MINUS}#,##0.0;0`;
const SHARE = `0.0%;${MINUS}0.0%;0.0%`;
const PRECISE_SHARE = `0.0#%;${MINUS}0.0#%;0.0%`;
const CHANGE = `+0.0%;${MINUS}0.0%;0.0%`;
const POINTS = `+0;${MINUS}0;0`;
const POINTS_IN_PARTS = `+0.0;${MINUS}0.0;0`;
const SCORE = '0';
const TIMES = `0.00"x";${MINUS}0.00"x";0.00"x"`;
// With the language named: the same words whatever the machine speaks, as on every other page.
const MONTH = '[$-809]mmm yy';
const DATES: Readonly<Record<Locale, string>> = { 'en-GB': '[$-809]d mmm yyyy', 'en-US': '[$-409]mmm d, yyyy' };

/** The cell of a value, with the numbers of its footnotes. What is unknown says so; what does not apply leaves the cell empty. */
export function heldValue(value: Value, money: PageMoney): HeldValue {
  const plain = plainValue(value, money);
  if (!value.footnotes || plain.held === undefined) return plain;
  const mark = formatFootnoteNumbers(value.footnotes);
  if (typeof plain.held === 'string') return { ...plain, held: plain.held + mark };
  // A number stays a number: its format shows the mark.
  return { ...plain, format: plain.format.replace(/;|$/g, (end) => `"${mark}"${end}`) };
}

function plainValue(value: Value, { locale, currency }: PageMoney): HeldValue {
  switch (value.kind) {
    case 'amount':
      return number(value.amount, amountFormat(value.currency === currency ? undefined : value.currency));
    case 'share':
      return number(value.ratio, value.precise ? PRECISE_SHARE : SHARE);
    case 'change':
      return number(value.ratio, CHANGE);
    case 'times':
      return number(value.ratio, TIMES);
    case 'points':
      return number(value.points, Number.isInteger(value.points) ? POINTS : POINTS_IN_PARTS);
    case 'count':
      return number(value.count, Number.isInteger(value.count) ? COUNT : COUNT_IN_PARTS);
    case 'score':
      return number(value.score, SCORE);
    case 'date':
      return day(value.date, DATES[locale]);
    case 'month':
      return day(`${value.month}-01`, MONTH);
    case 'flag':
      return { held: value.flag ? 'yes' : 'no', format: '@' };
    case 'text':
      return { held: value.text, format: '@' };
    case 'none':
      return { held: undefined, format: 'General' };
    case 'missing':
      return { held: UNKNOWN, format: '@' };
  }
}

const UNKNOWN = 'n/a';

/** The format of months that stand for categories. */
export const MONTH_FORMAT = MONTH;

/** Whole units, with the code of a currency in front where one is given. Nought is nought: a dash means on a page that nothing applies. */
function amountFormat(currency?: string): string {
  const code = currency === undefined ? '' : `[$${currency}] `;
  return `${code}#,##0;${MINUS}${code}#,##0;${code}0`;
}

function number(held: number, format: string): HeldValue {
  return Number.isFinite(held) ? { held, format } : { held: UNKNOWN, format: '@' };
}

function day(text: string, format: string): HeldValue {
  const serial = excelDate(text);
  return serial === undefined ? { held: text, format: '@' } : { held: serial, format };
}
