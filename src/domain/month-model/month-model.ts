import type { Expression } from '../../expression/expression.ts';

/**
 * A forecast by month, declared once: the engine evaluates it, and a workbook writes the same lines as live formulas.
 *
 * A name in a formula means `month` (1, 2 …), `year` (0 in the first twelve months, then 1 …), or an input or line, looked up in the line's
 * own group first (`keyOfName`). `earlier(x, n)` is the
 * line's value n months before, its `start` where that is month 0, and nothing before it. A list is a row of inputs: `entry(x, n)` is the
 * input `x.n`, and nothing where n is below 1.
 */
export interface MonthModel {
  readonly months: number;
  /** Numbers that hold for all months, by key. Shares are ratios. */
  readonly inputs: ReadonlyMap<string, number>;
  /** Each line uses only lines above it, itself and others only in an earlier month. */
  readonly lines: readonly ModelLine[];
  /** Lines worked out before, which formulas may use as well. */
  readonly known?: ReadonlyMap<string, readonly number[]>;
}

/** One line of the model. */
export interface ModelLine {
  /** `platform.customers`, or `revenue` for a line of the whole. */
  readonly key: string;
  /** `platform`: where its short names are looked up first. */
  readonly group?: string;
  readonly formula: Expression;
  /** Its value in month 0. */
  readonly start?: number;
}
