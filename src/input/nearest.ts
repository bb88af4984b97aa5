import { distance } from 'fastest-levenshtein';

/** From this similarity (1 = the same) a word is near enough to be suggested. */
const NEAR_ENOUGH = 0.72;

/**
 * The allowed word that was probably meant, or undefined when none is near. Case, accents, spaces, hyphens and underscores do
 * not count; two swapped letters count as one slip; the beginning of exactly one word (three letters or more) is enough.
 */
export function nearest(written: string, allowed: readonly string[]): string | undefined {
  const plain = simplify(written);
  if (plain === '') return undefined;
  let best: { word: string; similarity: number } | undefined;
  for (const word of allowed) {
    const similarity = similarityOf(plain, simplify(word));
    if (similarity >= NEAR_ENOUGH && similarity > (best?.similarity ?? 0)) best = { word, similarity };
  }
  return best?.word ?? onlyOneBeginningWith(plain, allowed);
}

/** How many letters two texts share in their places, from 0 to 1: 1 less the edits between them per letter of the longer one. */
export function letterLikeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : 1 - distance(a, b) / longest;
}

function similarityOf(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > longest * (1 - NEAR_ENOUGH)) return 0;
  return isSwap(a, b) ? Math.max(NEAR_ENOUGH, 1 - 1 / longest) : 1 - distance(a, b) / longest;
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const first = [...a].findIndex((_, index) => a[index] !== b[index]);
  return a[first] === b[first + 1] && a[first + 1] === b[first] && a.slice(first + 2) === b.slice(first + 2);
}

function onlyOneBeginningWith(plain: string, allowed: readonly string[]): string | undefined {
  if (plain.length < 3) return undefined;
  const matches = allowed.filter((word) => simplify(word).startsWith(plain));
  return matches.length === 1 ? matches[0] : undefined;
}

function simplify(word: string): string {
  return word
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/[\p{M}\s_-]/gu, '')
    .toLowerCase();
}
