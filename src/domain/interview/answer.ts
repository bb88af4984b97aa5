/** What was said to a question. */
export type Answer =
  /** A level, yes or no, the id of an option, the ids of several, a number, an amount, a text, or a date as `2026-02-28`. */
  | { readonly value: number | boolean | string | readonly string[] }
  /** Which of the bands of a number, counted from 1, where the number itself was not said. */
  | { readonly band: number }
  /** Passed over for now, or does not apply to this partner. */
  | { readonly left: 'skipped' | 'not-applicable' };

/** Answers by the id of their question. */
export type Answers = ReadonlyMap<string, Answer>;

/** True when both say the same; the order of several options does not matter. */
export function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if ('left' in a) return 'left' in b && a.left === b.left;
  if ('band' in a) return 'band' in b && a.band === b.band;
  if (!('value' in b)) return false;
  if (typeof a.value !== 'object' || typeof b.value !== 'object') return a.value === b.value;
  const [one, other] = [new Set(a.value), new Set(b.value)];
  return one.size === other.size && [...one].every((id) => other.has(id));
}
