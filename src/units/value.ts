import { isMissing, type Known } from './missing.ts';
import type { PlainDate } from './plain-date.ts';
import type { YearMonth } from './year-month.ts';

/**
 * A typed, unformatted value as pages carry it. Shares and multiples are ratios (0.87, 2.3); only formatting writes "87 %" or "2.3x".
 * A share that decides a status names the thresholds it must not be rounded across.
 * It may refer to footnotes of its page by their numbers: to a correction in it, or an objection to it.
 */
export type Value = PlainValue & { readonly footnotes?: readonly number[] };

type PlainValue =
  | { readonly kind: 'amount'; readonly amount: number; readonly currency: string }
  /** Whole percent; `precise` for rates, whose decimals count: 17.5 %, 0.3 %. */
  | { readonly kind: 'share'; readonly ratio: number; readonly thresholds?: readonly number[]; readonly precise?: true }
  /** A relative difference, printed with its sign: +22 %. */
  | { readonly kind: 'change'; readonly ratio: number }
  /** A multiple: 2.3x; two decimals where one would print two different multiples alike. */
  | { readonly kind: 'times'; readonly ratio: number; readonly decimals?: 1 | 2 }
  /** A difference of two scores or numbers, printed with its sign: +6; of two shares in percentage points: +6 pts. */
  | { readonly kind: 'points'; readonly points: number; readonly of?: 'shares' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'score'; readonly score: number }
  /** `short` is for tables: 24 Apr; `month` for a day so far away that its year says more than its day: Apr 2028. */
  | { readonly kind: 'date'; readonly date: PlainDate; readonly short?: boolean | 'month' }
  | { readonly kind: 'month'; readonly month: YearMonth }
  | { readonly kind: 'flag'; readonly flag: boolean }
  | { readonly kind: 'text'; readonly text: string }
  /** Does not apply: printed as a dash. */
  | { readonly kind: 'none' }
  | { readonly kind: 'missing'; readonly reason: string };

/** What a figure means for the reader; the theme owns its colour, every page also prints the word. */
export interface Status {
  readonly meaning: Meaning;
  readonly word: string;
}

export type Meaning = 'good' | 'watch' | 'bad' | 'unknown';

export const amount = (value: Known<number>, currency: string): Value =>
  known(value, (amount) => ({ kind: 'amount', amount, currency }));
export const share = (value: Known<number>, thresholds?: readonly number[]): Value =>
  known(value, (ratio) => (thresholds ? { kind: 'share', ratio, thresholds } : { kind: 'share', ratio }));
/** A share of which every decimal counts, such as the rate of a step: 17.5 %, 0.3 %. */
export const preciseShare = (value: Known<number>): Value =>
  known(value, (ratio) => ({ kind: 'share', ratio, precise: true }));
export const change = (value: Known<number>): Value => known(value, (ratio) => ({ kind: 'change', ratio }));
export const times = (value: Known<number>): Value => known(value, (ratio) => ({ kind: 'times', ratio }));
export const count = (value: Known<number>): Value => known(value, (count) => ({ kind: 'count', count }));
export const date = (value: Known<PlainDate>): Value => known(value, (date) => ({ kind: 'date', date }));
export const shortDate = (value: Known<PlainDate>): Value =>
  known(value, (date) => ({ kind: 'date', date, short: true }));
export const flag = (value: Known<boolean>): Value => known(value, (flag) => ({ kind: 'flag', flag }));
export const text = (value: Known<string>): Value => known(value, (text) => ({ kind: 'text', text }));
export const none: Value = { kind: 'none' };

/** The same value with the numbers of its footnotes. */
export function withFootnotes(value: Value, footnotes: readonly number[] = []): Value {
  return footnotes.length === 0 ? value : { ...value, footnotes };
}

function known<T>(value: Known<T>, wrap: (known: T) => Value): Value {
  return isMissing(value) ? { kind: 'missing', reason: value.missing } : wrap(value as T);
}

/** The number in a value, with shares as ratios; undefined for texts, dates and what is unknown. */
export function numberIn(value: Value): number | undefined {
  switch (value.kind) {
    case 'amount':
      return value.amount;
    case 'share':
    case 'change':
    case 'times':
      return value.ratio;
    case 'points':
      return value.points;
    case 'count':
      return value.count;
    case 'score':
      return value.score;
    default:
      return undefined;
  }
}
