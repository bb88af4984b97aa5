import type { PlainDate } from '../../units/plain-date.ts';
import type { CellValue } from '../tables/table.ts';

/** A value as it was typed: `tier=gold`. An empty value takes it out. */
export interface Pair {
  readonly key: string;
  readonly value: string;
}

/** Which entry is meant: words that it holds, or its place among those of the partner, from 0. */
export type Which = readonly string[] | number;

/** One thing to do to what is known of a partner, in the words of the person. */
export type PartnerEdit =
  /** Values of the profile. */
  | { readonly kind: 'set'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'add'; readonly what: string; readonly pairs: readonly Pair[]; readonly entry?: string }
  | { readonly kind: 'change'; readonly what: string; readonly which: Which; readonly pairs: readonly Pair[] }
  | { readonly kind: 'remove'; readonly what: string; readonly which: Which }
  /** A task is done, on the day of the edit unless another is said. */
  | { readonly kind: 'done'; readonly task: string; readonly on?: PlainDate };

/** One value or row that is different afterwards. */
export interface FactChange {
  readonly kind: 'set' | 'add' | 'remove';
  /** `profile`, or the word of what it is: `certification`. */
  readonly what: string;
  /** What names the row: `Ana Ruiz technical`; empty for the profile. */
  readonly row: string;
  /** Of a value that was set. */
  readonly column?: string;
  readonly before?: CellValue;
  readonly after?: CellValue;
  /** Of a row that came or went. */
  readonly values?: Readonly<Record<string, CellValue>>;
  /** The same in words, without what names the row. */
  readonly details?: string;
}
