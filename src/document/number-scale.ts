import { formatValue, roundHalfUp } from '../units/format.ts';

/** How a row of amounts is printed without repeating its unit: the unit is named once, beside it. */
export interface NumberScale {
  /** "USD thousand". */
  readonly unit: string;
  print(value: number): string;
}

const STEPS = [
  { from: 1e13, divisor: 1e12, word: ' trillion', decimals: 1 },
  { from: 1e10, divisor: 1e9, word: ' billion', decimals: 1 },
  { from: 1e7, divisor: 1e6, word: ' million', decimals: 1 },
  { from: 1e4, divisor: 1e3, word: ' thousand', decimals: 0 },
  { from: 0, divisor: 1, word: '', decimals: 0 },
] as const;

/** The scale at which the largest of the amounts has at most four digits before its decimal point. */
export function numberScale(amounts: readonly (number | null)[], currency: string): NumberScale {
  const largest = Math.max(0, ...amounts.map((value) => Math.abs(value ?? 0)));
  const { divisor, word, decimals } = STEPS.find(({ from }) => largest >= from)!;
  return { unit: `${currency}${word}`, print: (value) => printScaled(value, divisor, decimals) };
}

/** A small amount that would round to nothing says that it is something. */
function printScaled(value: number, divisor: number, decimals: number): string {
  const rounded = Math.sign(value) * roundHalfUp(Math.abs(value) / divisor, decimals);
  if (rounded === 0 && value !== 0) return value > 0 ? `<${10 ** -decimals}` : `>−${10 ** -decimals}`;
  return formatValue({ kind: 'count', count: rounded + 0 }, { locale: 'en-GB' });
}
