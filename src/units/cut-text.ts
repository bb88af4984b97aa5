const ELLIPSIS = '…';

/** What one character costs of the space a text has; the caller measures (1 for a terminal cell, points for a slide). */
export type TextWidth = (text: string) => number;

/**
 * Cuts a text to a width, at a word where one ends in the last third, and adds "…". A text that fits is returned as it is.
 * Never cuts inside a character of several code units.
 */
export function cutText(text: string, width: number, widthOf: TextWidth = (t) => Array.from(t).length): string {
  if (widthOf(text) <= width) return text;
  const characters = segments(text);
  let end = longestPrefix(characters, width - widthOf(ELLIPSIS), widthOf);
  const kept = characters.slice(0, end).join('');
  const space = kept.search(/[\s\u00a0][^\s\u00a0]*$/);
  const following = characters[end];
  if (following && !/\s/.test(following) && space > kept.length * (2 / 3)) end = segments(kept.slice(0, space)).length;
  return (
    characters
      .slice(0, end)
      .join('')
      .replace(/[\s,;:.–-]+$/u, '') + ELLIPSIS
  );
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
  return Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), (part) => part.segment);
}
