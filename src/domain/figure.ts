import type { Sentence } from '../units/sentence.ts';
import type { Status, Value } from '../units/value.ts';
import type { Selection } from './deals-at.ts';

/** A figure with its reasons: pages print the value, `cam why` answers with the evidence. A figure is computed once. */
export interface Figure {
  /** What it is, as a label: "Won, year to date". */
  readonly label: string;
  readonly value: Value;
  readonly status?: Status;
  readonly evidence: Evidence;
}

export interface Evidence {
  /** In words: "won ÷ plan to date". */
  readonly formula: string;
  /** The same with its full numbers. */
  readonly workings?: Sentence;
  /** Thresholds or defaults that decided, with their source. */
  readonly rule?: string;
  /** What the counted rows are: "won deals closed 1 Jul 2025 to 28 Feb 2026". */
  readonly rows?: Sentence;
  readonly selection?: Selection;
  /** What a sum is made of where that is no rows: one line a part. */
  readonly parts?: readonly Sentence[];
  /** The rows where they are no deals. */
  readonly records?: CountedRecords;
  /** The plan that was used, when one was. */
  readonly plan?: readonly Sentence[];
  /** The same figure for other periods, its target, and what it is compared with. */
  readonly beside?: readonly Sentence[];
  readonly sources: readonly Sentence[];
}

/** Rows of a table other than the deals, by their names. */
export interface CountedRecords {
  /** In the plural: `registrations`. */
  readonly what: string;
  readonly counted: readonly string[];
  readonly leftOut: readonly { readonly reason: string; readonly records: readonly string[] }[];
}
