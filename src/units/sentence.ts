import type { Value } from './value.ts';

/**
 * A sentence with typed figures in it: `{name}` prints a value, `{name|deal|deals}` prints a count with the right word.
 * Keeping the values apart lets a page prove that a headline and its chart read the same figure.
 */
export interface Sentence {
  readonly pattern: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** A sentence from a pattern and its values. Braces in user text must come in as values, never inside the pattern. */
export function sentence(pattern: string, values: Readonly<Record<string, Value>> = {}): Sentence {
  return { pattern, values };
}

const TEXT_ALONE = '{text}';

/** A sentence that is exactly this text, whatever braces it holds. */
export function plainSentence(content: string): Sentence {
  return { pattern: TEXT_ALONE, values: { text: { kind: 'text', text: content } } };
}

/** A part of a pattern: literal text, or a named value with its optional singular and plural words. */
export type PatternPart =
  { readonly literal: string } | { readonly name: string; readonly one?: string; readonly many?: string };

/** Patterns whose parts are kept: those of the templates and of the program are a few hundred, and each is said again on every page. */
const MOST_KEPT = 2000;
const kept = new Map<string, readonly PatternPart[]>();

/** Splits a pattern into its parts; braces that hold no name stay literal text. */
export function partsOfPattern(pattern: string): readonly PatternPart[] {
  const known = kept.get(pattern);
  if (known) return known;
  const parts = splitPattern(pattern);
  if (kept.size < MOST_KEPT) kept.set(pattern, parts);
  return parts;
}

function splitPattern(pattern: string): PatternPart[] {
  const parts: PatternPart[] = [];
  let last = 0;
  for (const match of pattern.matchAll(/\{([a-z][a-z0-9_]*)(?:\|([^{}|]*)\|([^{}|]*))?\}/gi)) {
    if (match.index > last) parts.push({ literal: pattern.slice(last, match.index) });
    const [, name, one, many] = match;
    parts.push(one === undefined ? { name: name! } : { name: name!, one, many: many! });
    last = match.index + match[0].length;
  }
  if (last < pattern.length) parts.push({ literal: pattern.slice(last) });
  return parts;
}
