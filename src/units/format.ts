import { partsOfDate, type PlainDate } from './plain-date.ts';
import { partsOfPattern, type Sentence } from './sentence.ts';
import type { Value } from './value.ts';
import { monthOf, partsOfMonth, type YearMonth } from './year-month.ts';

/** The locales a territory may choose; never the machine's, so that a file opened elsewhere reads the same. */
export const LOCALES = ['en-GB', 'en-US'] as const;
export type Locale = (typeof LOCALES)[number];

export interface FormatOptions {
  readonly locale: Locale;
  /** `full` prints amounts to the unit ($1,512,000), as reasons and workbooks do; `short` ($1.51M) is for pages. */
  readonly precision?: 'short' | 'full';
}

export const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';
const UNKNOWN = 'n/a';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const MONTHS_IN_FULL = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const RAISED_DIGITS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'] as const;
const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' };

/**
 * Prints a value as pages show it, with the numbers of its footnotes. A missing value prints `n/a`, one that does not apply a dash; no
 * page ever shows NaN.
 */
export function formatValue(value: Value, options: FormatOptions): string {
  return `${formatPlain(value, options)}${value.footnotes ? formatFootnoteNumbers(value.footnotes) : ''}`;
}

/** Numbers of footnotes, raised: `¹`, `²,¹²`. */
export function formatFootnoteNumbers(numbers: readonly number[]): string {
  return numbers
    .map((number) => Array.from(String(number), (digit) => RAISED_DIGITS[Number(digit)]).join(''))
    .join(',');
}

function formatPlain(value: Value, options: FormatOptions): string {
  if (isNoNumber(value)) return UNKNOWN;
  switch (value.kind) {
    case 'amount':
      return formatAmount(value.amount, value.currency, options);
    case 'share':
      return value.precise
        ? precisePercent(value.ratio * 100, options.locale)
        : percent(roundShare(value.ratio, value.thresholds), options.locale);
    case 'change':
      return signed(value.ratio * 100, (whole) => percent(whole, options.locale));
    case 'times':
      return `${fixed(value.ratio, value.decimals ?? 1)}x`;
    case 'points':
      return signed(value.points, (whole) => fixed(whole, 0) + (value.of === 'shares' ? `${NO_BREAK_SPACE}pts` : ''));
    case 'count':
      return grouped(value.count, Number.isInteger(value.count) ? 0 : 1);
    case 'score':
      return fixed(value.score, 0);
    case 'date':
      if (value.short === 'month') return formatMonth(monthOf(value.date));
      return value.short ? formatShortDate(value.date, options.locale) : formatDate(value.date, options.locale);
    case 'month':
      return formatMonth(value.month);
    case 'flag':
      return value.flag ? 'yes' : 'no';
    case 'text':
      return value.text;
    case 'none':
      return '–';
    case 'missing':
      return UNKNOWN;
  }
}

/** Prints a sentence with its values filled in. */
export function formatSentence({ pattern, values }: Sentence, options: FormatOptions): string {
  return partsOfPattern(pattern)
    .map((part) => {
      if ('literal' in part) return part.literal;
      const value = Object.hasOwn(values, part.name) ? values[part.name] : undefined;
      if (!value) throw new Error(`The pattern "${pattern}" names "${part.name}", which has no value.`);
      const printed = formatValue(value, options);
      if (part.one === undefined) return printed;
      return `${printed} ${value.kind === 'count' && value.count === 1 ? part.one : part.many}`;
    })
    .join('');
}

/** `$640`, `$3.8K`, `$431K`, `$1.24M`, `$15.3M`, `$378M`; `full` prints `$1,512,000`. Rounds last, half away from zero. */
export function formatAmount(amount: number, currency: string, { precision = 'short' }: FormatOptions): string {
  if (!Number.isFinite(amount)) return UNKNOWN;
  const symbol = SYMBOLS[currency] ?? `${currency}${NO_BREAK_SPACE}`;
  const magnitude = Math.abs(amount);
  const digits = precision === 'full' ? grouped(magnitude, hasCents(magnitude) ? 2 : 0) : shortened(magnitude);
  return isZero(digits) || amount >= 0 ? `${symbol}${digits}` : `${MINUS}${symbol}${digits}`;
}

/** A number without unit, shortened like an amount: labels in charts whose heading names the unit. */
export function formatShortNumber(value: number): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  const digits = shortened(Math.abs(value));
  return value < 0 && !isZero(digits) ? `${MINUS}${digits}` : digits;
}

/** A count that may be a forecast: `1,240`, `348`, `4`; below 10 with one decimal where it is not whole (`0.8`), and never 0 where it is more. */
export function formatRoughCount(count: number): string {
  if (!Number.isFinite(count)) return UNKNOWN;
  const tenths = roundHalfUp(Math.abs(count), 1);
  if (tenths === 0 && count !== 0) return count > 0 ? '<0.1' : `>${MINUS}0.1`;
  return grouped(count, tenths < 10 && !Number.isInteger(tenths) ? 1 : 0);
}

/** `31 Mar 2026`, in en-US `Mar 31, 2026`. */
export function formatDate(date: PlainDate, locale: Locale): string {
  const { year } = partsOfDate(date);
  return locale === 'en-US'
    ? `${formatShortDate(date, locale)}, ${year}`
    : `${formatShortDate(date, locale)}${NO_BREAK_SPACE}${year}`;
}

/** `24 Apr`, in en-US `Apr 24`. */
export function formatShortDate(date: PlainDate, locale: Locale): string {
  const { month, day } = partsOfDate(date);
  const parts = locale === 'en-US' ? [MONTHS[month - 1], day] : [day, MONTHS[month - 1]];
  return parts.join(NO_BREAK_SPACE);
}

/** `Mar 2026`. */
export function formatMonth(month: YearMonth): string {
  const { year, month: number } = partsOfMonth(month);
  return `${MONTHS[number - 1]}${NO_BREAK_SPACE}${year}`;
}

/** `March`. */
export function formatMonthInFull(month: YearMonth): string {
  return MONTHS_IN_FULL[partsOfMonth(month).month - 1]!;
}

/** `Mar`. */
export function formatMonthName(month: YearMonth): string {
  return MONTHS[partsOfMonth(month).month - 1]!;
}

/**
 * A share in whole percent, rounded half up (a negative one half down, as spreadsheets do), but never across a threshold: 99.7 % of
 * a plan that is green from 100 % prints 99. Thresholds are ratios.
 */
export function roundShare(ratio: number, thresholds: readonly number[] = []): number {
  const rounded = roundHalfAway(ratio * 100);
  const crossed = thresholds.some((threshold) => ratio < threshold && rounded >= roundNoise(threshold * 100));
  return crossed ? Math.floor(roundNoise(ratio * 100)) : rounded;
}

/** Rounds half up, free of binary noise: 1.005 × 100 is 100.5 and becomes 101. Never −0. */
export function roundHalfUp(value: number, decimals = 0): number {
  if (Math.abs(value) >= 1e15) return value;
  const factor = 10 ** decimals;
  return Math.floor(roundNoise(value * factor) + 0.5) / factor + 0;
}

/** Rounds as spreadsheets display: −2.5 becomes −3 where 2.5 becomes 3. */
function roundHalfAway(value: number): number {
  return Math.sign(value) * roundHalfUp(Math.abs(value)) + 0;
}

/** From 10 trillion up a number has no digits left that could be noise beyond the cents. */
function roundNoise(value: number): number {
  return Number.isInteger(value) || Math.abs(value) >= 1e13 ? value : Number(value.toPrecision(14));
}

function shortened(magnitude: number): string {
  if (roundHalfUp(magnitude) < 1_000) return String(roundHalfUp(magnitude));
  if (roundHalfUp(magnitude / 1e3, 1) < 10) return `${trimZero(fixed(magnitude / 1e3, 1))}K`;
  if (roundHalfUp(magnitude / 1e3) < 1_000) return `${roundHalfUp(magnitude / 1e3)}K`;
  if (roundHalfUp(magnitude / 1e6) < 1_000) return `${threeFigures(magnitude / 1e6)}M`;
  if (roundHalfUp(magnitude / 1e9) < 10_000)
    return `${grouped(magnitude / 1e9, magnitude < 99.95e9 ? (magnitude < 9.995e9 ? 2 : 1) : 0)}B`;
  return `${grouped(magnitude / 1e12, magnitude < 99.95e12 ? 1 : 0)}T`;
}

function threeFigures(value: number): string {
  if (roundHalfUp(value, 2) < 10) return fixed(value, 2);
  return roundHalfUp(value, 1) < 100 ? fixed(value, 1) : String(roundHalfUp(value));
}

function trimZero(digits: string): string {
  return digits.endsWith('.0') ? digits.slice(0, -2) : digits;
}

/** Whole percent; beyond 999 either way only that it is beyond. */
function percent(whole: number, locale: Locale): string {
  const unit = percentSign(locale);
  if (Math.abs(whole) <= 999) return `${fixed(whole, 0)}${unit}`;
  return whole > 0 ? `>${NO_BREAK_SPACE}999${unit}` : `<${NO_BREAK_SPACE}${MINUS}999${unit}`;
}

/** Percent with the decimals it needs: two below 10 %, one below 100 %, none that are zero. What is smaller than they show is not nothing. */
function precisePercent(points: number, locale: Locale): string {
  const magnitude = Math.abs(points);
  const decimals = magnitude < 9.995 ? 2 : magnitude < 99.95 ? 1 : 0;
  if (decimals === 0) return percent(roundHalfAway(points), locale);
  const digits = fixed(points, decimals);
  if (points > 0 && isZero(digits)) return `<${NO_BREAK_SPACE}0.01${percentSign(locale)}`;
  return `${digits.replace(/\.?0+$/, '')}${percentSign(locale)}`;
}

function percentSign(locale: Locale): string {
  return locale === 'en-US' ? '%' : `${NO_BREAK_SPACE}%`;
}

function signed(value: number, print: (whole: number) => string): string {
  const whole = roundHalfAway(value);
  const printed = print(whole);
  return whole > 0 && !printed.startsWith('>') ? `+${printed}` : printed;
}

function fixed(value: number, decimals: number): string {
  const digits = roundHalfUp(Math.abs(value), decimals).toFixed(decimals);
  return value < 0 && !isZero(digits) ? `${MINUS}${digits}` : digits;
}

function grouped(value: number, decimals: number): string {
  const [whole, fraction] = fixed(value, decimals).split('.');
  const spaced = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

function hasCents(magnitude: number): boolean {
  return Math.abs(magnitude - Math.round(magnitude)) >= 0.005;
}

/** Whether a value of a numeric kind holds NaN or Infinity. */
function isNoNumber(value: Value): boolean {
  return Object.values(value).some((part) => typeof part === 'number' && !Number.isFinite(part));
}

function isZero(digits: string): boolean {
  return /^[0.]+$/.test(digits);
}
