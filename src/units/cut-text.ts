const ELLIPSIS = '…';
/** Made once, and only where it is needed: making one takes longer than all else that `cam --help` does. */
let graphemes: Intl.Segmenter | undefined;
const TRAILING_PUNCTUATION = /[\s,;:.–-]+$/u;
/** A no-break space is no place to cut: it ties "87 %" and "30 June" together. */
const LAST_SPACE = /[^\S\u00a0](?:\S|\u00a0)*$/u;

/** What one character costs of the space a text has; the caller measures (1 for a terminal cell, points for a slide). */
export type TextWidth = (text: string) => number;

/**
 * Cuts a text to a width, at a word where one ends in the last third, and adds "…". A text that fits is returned as it is.
 * Never cuts inside a character of several code units, and a number is kept whole or dropped whole. The result never exceeds the
 * width: where not even "…" fits, it is empty.
 */
export function cutText(text: string, width: number, widthOf: TextWidth = (t) => Array.from(t).length): string {
  if (widthOf(text) <= width) return text;
  if (widthOf(ELLIPSIS) > width) return '';
  const characters = segments(text);
  const end = longestPrefix(characters, width - widthOf(ELLIPSIS), widthOf);
  const kept = withoutCutNumber(characters.slice(0, end).join(''), characters.slice(end, end + 2).join(''));
  return withoutCutWord(kept, text.slice(kept.length)).replace(TRAILING_PUNCTUATION, '') + ELLIPSIS;
}

/**
 * Cuts a text in its middle and keeps its last 10 characters: for names of a list that differ only at their end
 * ("Greywater Utili…, region 2").
 */
export function cutMiddle(text: string, width: number, widthOf: TextWidth = (t) => Array.from(t).length): string {
  if (widthOf(text) <= width) return text;
  const characters = segments(text);
  const tail = characters.slice(-10).join('');
  if (widthOf(tail + ELLIPSIS) >= width * 0.8) return cutText(text, width, widthOf);
  const head = characters.slice(0, longestPrefix(characters, width - widthOf(ELLIPSIS + tail), widthOf)).join('');
  return head.trimEnd() + ELLIPSIS + tail;
}

/**
 * The names of a list, each as it is cut at its end, where a reader looks last; where two different ones would then read alike,
 * both are cut in their middle. A name that fits is returned as it is.
 */
export function cutApart(
  names: readonly string[],
  { atEnd, inMiddle }: { atEnd(name: string): string; inMiddle(name: string): string },
): ReadonlyMap<string, string> {
  const cut = new Map(names.map((name) => [name, atEnd(name)]));
  const uses = new Map<string, number>();
  for (const shown of cut.values()) uses.set(shown, (uses.get(shown) ?? 0) + 1);
  return new Map([...cut].map(([name, shown]) => [name, uses.get(shown)! > 1 ? inMiddle(name) : shown]));
}

/** "Bookings of $1,2" followed by "40" becomes "Bookings of": part of a number is another number. */
function withoutCutNumber(kept: string, following: string): string {
  if (!/^(?:[.,]?\d|\u00a0)/.test(following)) return kept;
  const whole = kept.replace(/(?:[\p{Sc}\d.,:/(+−-]*\d[.,]?|\p{Sc})$/u, '');
  return whole.trim() === '' ? kept : whole;
}

/** Back to the last space, unless the cut already stands at the end of a word or too much would go. */
function withoutCutWord(kept: string, following: string): string {
  if (/^[^\S\u00a0]/.test(following)) return kept;
  const space = kept.search(LAST_SPACE);
  return space > kept.length * (2 / 3) ? kept.slice(0, space) : kept;
}

function longestPrefix(characters: readonly string[], width: number, widthOf: TextWidth): number {
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(characters.slice(0, middle).join('')) <= width) low = middle;
    else high = middle - 1;
  }
  return low;
}

function segments(text: string): string[] {
  if (/^[ -~]*$/.test(text)) return Array.from(text);
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), (part) => part.segment);
}
