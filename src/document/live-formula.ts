import { evaluate } from '../expression/evaluate.ts';
import type { Expression } from '../expression/expression.ts';
import { namesIn } from '../expression/names-in.ts';
import { parseExpression } from '../expression/parse.ts';
import { printFormula } from '../expression/print-formula.ts';

// A spreadsheet keeps fifteen digits, so that sums in another order differ behind them.
const NOISE = 1e-12;

/** A figure with the names its formula uses, the value each has and the cell it stands in. */
export interface NamedCells {
  /** What the page shows. */
  readonly shown: number;
  /** Undefined for a name that stands for no number. */
  readonly valueOf: (name: string) => number | undefined;
  readonly cellOf: (name: string) => string;
}

/**
 * A formula of a page as Excel writes it, without its `=`; undefined where one of its names has no number or where it gives anything
 * but the value shown, as for a row that is computed in another way: a workbook must not change when it is calculated.
 * @throws ExpressionError for a text that is no expression, which is a mistake of the page.
 */
export function liveFormula(text: string, { shown, valueOf, cellOf }: NamedCells): string | undefined {
  const expression: Expression = parseExpression(text);
  if (![...namesIn(expression)].every((name) => valueOf(name) !== undefined)) return undefined;
  const result = evaluate(expression, { value: valueOf });
  if (typeof result !== 'number') return undefined;
  const isSame = Math.abs(result - shown) <= NOISE * Math.max(1, Math.abs(result), Math.abs(shown));
  return isSame ? printFormula(expression, cellOf) : undefined;
}
