/** What is not known, and why. Unknown is never zero: it travels as this value until a page leaves it out or says so. */
export interface Missing {
  readonly missing: string;
}

/** A value that may be unknown. */
export type Known<T> = T | Missing;

/** States that a value is unknown. `reason` is a short clause a channel manager understands, such as "no target for FY26". */
export function missing(reason: string): Missing {
  return { missing: reason };
}

/** True when the value is unknown. */
export function isMissing(value: unknown): value is Missing {
  return typeof value === 'object' && value !== null && 'missing' in value;
}

/** True when the value is known. */
export function isKnown<T>(value: Known<T>): value is Exclude<T, Missing> {
  return !isMissing(value);
}

/** Applies `compute` when every input is known; otherwise returns the first unknown one. */
export function whenKnown<A extends readonly unknown[], R>(
  inputs: { readonly [K in keyof A]: Known<A[K]> },
  compute: (...known: A) => Known<R>,
): Known<R> {
  const unknown = (inputs as readonly unknown[]).find(isMissing);
  return unknown ?? compute(...(inputs as unknown as A));
}

/** The sum of numbers that may be unknown: unknown as soon as one of them is. */
export function addKnown(numbers: readonly Known<number>[]): Known<number> {
  return numbers.find((number) => !isKnown(number)) ?? numbers.filter(isKnown).reduce((sum, number) => sum + number, 0);
}
