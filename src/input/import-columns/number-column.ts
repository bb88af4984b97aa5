import type { DecimalSign } from '../../schema/import-mapping.ts';
import type { Cell, FormattedNumber } from '../tabular/table-of-text.ts';
import { saysNothing } from './no-value.ts';

/** What the cells of one column, or of several, say about the sign before the decimals. */
export type DecimalDecision =
  /** No number has a sign that could be taken for either. */
  | { readonly kind: 'no sign needed' }
  | { readonly kind: 'decided'; readonly sign: DecimalSign }
  /** Every number could be thousands or three decimals: `1.234`. */
  | { readonly kind: 'ambiguous'; readonly example: string }
  | { readonly kind: 'contradictory'; readonly comma: string; readonly point: string };

const SPACES = /[\s\u00a0\u202f\u2009]/g;
const SYMBOL = /^([A-Z]{1,3}\$|[$€£¥₹]|[A-Za-z]{3}(?![A-Za-z]))/;
const LARGEST = 1e15;
/** Three digits or more behind the decimal sign: a column with such a number is not rounded to cents. */
const LONG_DECIMALS: Readonly<Record<DecimalSign, RegExp>> = { '.': /\.\d{3,}(?!.*[.,])/, ',': /,\d{3,}(?!.*[.,])/ };
/** Digits with or without thousands, in groups of three or, in Indian style, of two before the last three. */
const WRITTEN: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^(\d*|\d{1,3}(,\d{2,3})*,\d{3})(\.\d*)?$/,
  ',': /^(\d*|\d{1,3}(\.\d{2,3})*\.\d{3})(,\d*)?$/,
};

/**
 * Decides the decimal sign of a whole column. Settled by a number with both signs, by one sign used twice, or by other than three digits
 * after it; a comma before three digits behind a dollar or pound sign is a thousands separator. Money is rounded: `1.200` among amounts
 * with a decimal point, none of which has three decimals for certain, is somebody's thousands and contradicts them.
 */
export function decideDecimalSign(cells: Iterable<Cell>, { isMoney = false } = {}): DecimalDecision {
  let [comma, point, either, eitherComma, eitherPoint]: (string | undefined)[] = [];
  let isRounded = isMoney;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const sign = signOf(cell);
    if (sign === ',') comma ??= cell;
    else if (sign === '.') point ??= cell;
    else if (sign === 'either') {
      either ??= cell;
      if (cell.includes(',')) eitherComma ??= cell;
      else eitherPoint ??= cell;
    }
    if (sign === ',' || sign === '.') isRounded &&= !LONG_DECIMALS[sign].test(cell);
  }
  if (isRounded && comma === undefined && point !== undefined) comma = eitherPoint;
  else if (isRounded && comma !== undefined && point === undefined) point = eitherComma;
  if (comma !== undefined && point !== undefined) return { kind: 'contradictory', comma, point };
  if (comma !== undefined) return { kind: 'decided', sign: ',' };
  if (point !== undefined) return { kind: 'decided', sign: '.' };
  return either === undefined ? { kind: 'no sign needed' } : { kind: 'ambiguous', example: either };
}

/**
 * Reads one number. Undefined where nothing is known, `unreadable` where the cell holds no number in that style. A workbook's own number
 * is what it is, whatever the style.
 */
export function readNumber(cell: Cell, sign: DecimalSign): FormattedNumber | undefined | 'unreadable' {
  if (typeof cell !== 'string') return ownNumber(cell);
  if (saysNothing(cell)) return undefined;
  const bare = withoutSurroundings(cell);
  if (!bare) return 'unreadable';
  if (!/\d/.test(bare.digits) || !WRITTEN[sign].test(bare.digits)) return 'unreadable';
  const value = Number(bare.digits.replaceAll(sign === '.' ? ',' : '.', '').replace(',', '.'));
  if (!(value <= LARGEST)) return 'unreadable';
  return {
    value: bare.negative && value !== 0 ? -value : value,
    ...(bare.percent && { percent: true }),
    ...(bare.currency !== undefined && { currency: bare.currency }),
  };
}

function ownNumber(cell: number | FormattedNumber): FormattedNumber | 'unreadable' {
  const number = typeof cell === 'number' ? { value: cell } : cell;
  return Math.abs(number.value) <= LARGEST ? number : 'unreadable';
}

interface BareNumber {
  readonly digits: string;
  readonly negative: boolean;
  readonly percent: boolean;
  readonly currency?: string;
}

/** Takes sign, brackets of a negative number, currency, per cent and thousands that are spaces or apostrophes from around the digits. */
function withoutSurroundings(cell: string): BareNumber | undefined {
  let text = cell.replace(SPACES, '').replace(/[\u2212\u2013]/g, '-');
  let negative = false;
  let currency: string | undefined;
  const take = (pattern: RegExp): string | undefined => {
    const match = pattern.exec(text);
    if (match) text = text.replace(pattern, '');
    return match?.[1] ?? match?.[0];
  };
  if (/^\(.*\)$/.test(text)) [negative, text] = [true, text.slice(1, -1)];
  if (take(/^-/)) negative = !negative;
  take(/^\+/);
  currency = take(SYMBOL);
  if (take(/^-/)) negative = !negative;
  const percent = take(/%$/) !== undefined;
  currency ??= take(/([$€£¥₹]|(?<![A-Za-z])[A-Za-z]{3})$/);
  if (take(/-$/)) negative = !negative;
  const digits = text.replace(/(?<=\d)['’](?=\d{3})/g, '');
  if (!/^[\d.,]+$/.test(digits)) return undefined;
  return { digits, negative, percent, ...(currency === undefined ? {} : { currency: currency.toUpperCase() }) };
}

function signOf(cell: string): DecimalSign | 'either' | undefined {
  if (!/[.,]/.test(cell)) return undefined;
  const bare = withoutSurroundings(cell);
  if (!bare) return undefined;
  const { digits } = bare;
  const [lastComma, lastPoint] = [digits.lastIndexOf(','), digits.lastIndexOf('.')];
  if (lastComma >= 0 && lastPoint >= 0) return lastComma > lastPoint ? ',' : '.';
  const sign = lastComma >= 0 ? ',' : '.';
  const other = sign === ',' ? '.' : ',';
  const parts = digits.split(sign);
  if (parts.length > 2) return other;
  if (parts[1]!.length !== 3 || parts[0] === '' || parts[0]!.length > 3 || parts[0] === '0') return sign;
  return sign === ',' && (bare.currency?.includes('$') || bare.currency === '£') ? '.' : 'either';
}
