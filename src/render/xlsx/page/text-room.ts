import stringWidth from 'string-width';

const LINE_HEIGHT = 15;
/** The highest row that Excel has, in points. */
const MOST_HEIGHT = 409;
/** What a column needs besides its widest text. */
export const ROOM_BESIDE = 2.5;
/** Bold letters in the widths of plain ones. */
export const BOLD = 1.05;

const PLAIN = /^[ -\u024f\u2010-\u2026\u2212\u25b2\u25bc\u25cb\u25cf]*$/;
// Widths of Calibri's letters in those of its digits, by which Excel counts the width of a column.
const NARROW = /[ijlftrI.,:;'|!()[\] \u00a0]/;
const WIDE = /[mwMW@%&\u2026]/;
const CAPITAL = /[A-Z\u00c0-\u00de]/;
const WIDTHS = Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code);
  return NARROW.test(character) ? 0.6 : WIDE.test(character) ? 1.5 : CAPITAL.test(character) ? 1.15 : 1;
});

/** Width of a text in digits, as Excel counts the width of a column. */
export function textRoom(text: string, isBold = false): number {
  if (!PLAIN.test(text)) return stringWidth(text) * (isBold ? BOLD : 1);
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += WIDTHS[text.charCodeAt(at)] ?? 1;
  return isBold ? width * BOLD : width;
}

/** Lines that a text takes in a cell of a width in digits; `size` is that of its letters in those of the usual ones. */
export function linesOf(text: string, width: number, size = 1): number {
  const room = Math.max(1, width);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((textRoom(line) * size) / room)), 0);
}

/** Height of a row of so many lines, in points. */
export function heightOf(lines: number, size = 1): number {
  return Math.min(MOST_HEIGHT, Math.round(lines * LINE_HEIGHT * size));
}

/** Room a header needs where it may break into two lines: its longest word, or half of it. */
export function headerRoom(label: string): number {
  const longest = Math.max(0, ...label.split(' ').map((word) => textRoom(word, true)));
  return Math.max(longest, textRoom(label, true) / 2 + 1);
}
