import stringWidth from 'string-width';

const PLAIN = /^[ -\u024f\u2010-\u2026]*$/;
const LINE_HEIGHT = 15;
/** The highest row that Excel has, in points. */
const MOST_HEIGHT = 409;
/** What a column needs besides its widest text. */
export const ROOM_BESIDE = 2.5;
// Digits are as wide as Excel's unit; words of small letters are narrower, bold ones wider.
const BOLD = 1.1;

/** Width of a text in characters, as Excel counts the width of a column. */
export function textRoom(text: string, isBold = false): number {
  const width = PLAIN.test(text) ? text.length : stringWidth(text);
  return isBold ? width * BOLD : width;
}

/** Height in points that a text takes in a cell of a width in characters. */
export function heightOf(text: string, width: number, size = 1): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((textRoom(line) * size) / Math.max(1, width))), 0);
  return Math.min(MOST_HEIGHT, lines * LINE_HEIGHT * size);
}

/** Room a header needs where it may break into two lines: its longest word, or half of it. */
export function headerRoom(label: string): number {
  const longest = Math.max(0, ...label.split(' ').map((word) => word.length));
  return Math.max(longest, Math.ceil(label.length / 2) + 1) * BOLD;
}
