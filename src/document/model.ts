import type { Expression } from '../expression/expression.ts';
import type { PlainDate } from '../units/plain-date.ts';
import type { ModelOutcome } from './model-outcome.ts';
import type { ModelValueKind } from './model-value-kind.ts';

/**
 * The forecast by month behind a page: its inputs, and every line with its formula. Names of formulas are resolved as `keyOfName` says.
 */
export interface DocumentModel {
  readonly currency: string;
  readonly months: number;
  /** First day of month 1. */
  readonly starts: PlainDate;
  /** The first is the one in front. */
  readonly scenarios: readonly ModelScenario[];
  readonly inputs: readonly ModelInput[];
  /** What a scenario does to groups of inputs: each input names the one that acts on it. */
  readonly multipliers: readonly ModelMultiplier[];
  readonly lines: readonly ModelLine[];
  readonly outcome: ModelOutcome;
}

export interface ModelScenario {
  readonly id: string;
  readonly title: string;
  /** By key of the line; index 0 is the start, then month 1, 2 … */
  readonly values: ReadonlyMap<string, readonly number[]>;
  /** By key of the input. */
  readonly inputs: ReadonlyMap<string, number>;
  /** Keys of the inputs that do not follow from the base: somebody gave this scenario its own number. */
  readonly own: ReadonlySet<string>;
}

export interface ModelInput {
  readonly key: string;
  /** Where it stands in the file it came from: `staff.seller.fte`. */
  readonly at: string;
  /** Inputs of one group stand under its name. */
  readonly group: string;
  readonly label: string;
  readonly kind: ModelValueKind;
  /** "deals", "of revenue", "USD a year". */
  readonly unit: string;
  readonly source: string;
  readonly base: number;
  /** The multiplier of the scenarios that acts on it. */
  readonly multiplier?: string;
  /** The multiplied share stays at 1 at most. */
  readonly isShare?: true;
}

export interface ModelMultiplier {
  readonly id: string;
  readonly label: string;
  /** By scenario. */
  readonly values: Readonly<Record<string, number>>;
}

export interface ModelLine {
  readonly key: string;
  /** Where its short names are looked up first. */
  readonly group?: string;
  readonly title: string;
  readonly kind: ModelValueKind;
  readonly formula: Expression;
  /** Its value before the first month. */
  readonly start?: ModelStart;
  /** `strong`: a sum of the lines above. */
  readonly emphasis?: 'strong';
  /** Lines under one heading stand together. */
  readonly heading: string;
}

/** What a line starts from: an input, with its sign turned for money that is put in. */
export interface ModelStart {
  readonly input: string;
  readonly sign: 1 | -1;
  /** Only which way it goes: 1, 0 or -1. */
  readonly isDirection?: true;
}
