import type { Block } from './block.ts';
import type { Document, Footnote, Section } from './document.ts';

/** The footnotes that the values of some sections or blocks refer to, in the order of their numbers. */
export function footnotesIn({ footnotes = [] }: Document, parts: readonly (Section | Block)[]): readonly Footnote[] {
  if (footnotes.length === 0) return [];
  const referred = new Set<number>();
  collectNumbers(parts, referred);
  return footnotes.filter(({ number }) => referred.has(number));
}

/** Values stand anywhere in a section: in cells, key figures and the sentences of its blocks. */
function collectNumbers(part: unknown, referred: Set<number>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, inner] of Object.entries(part)) {
    if (key === 'footnotes' && Array.isArray(inner)) for (const number of inner) referred.add(Number(number));
    else collectNumbers(inner, referred);
  }
}
