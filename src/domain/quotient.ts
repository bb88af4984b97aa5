/**
 * a ÷ b without binary noise in its last digits: a plan made of thirds of a quarter is reached at exactly 1, not at
 * 0.9999999999999999, so that a status and the number printed beside it agree. `b` is not zero.
 */
export function quotient(a: number, b: number): number {
  return Number((a / b).toPrecision(14)) + 0;
}
