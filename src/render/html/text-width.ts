import { singleLine } from '../../units/clean-text.ts';
import { cutMiddle, cutText } from '../../units/cut-text.ts';

/** Body text and title of the page in CSS pixels: 9 and 15 points. */
export const TEXT = 12;
export const TITLE = 20;

// Advance widths of the characters from space to tilde in thousandths of the type size, of Carlito, which are those of Calibri.
const REGULAR = [
  226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507, 507, 507, 507, 507,
  507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855,
  646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498, 291, 479, 525, 423, 525,
  498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314,
  460, 314, 498,
];
const BOLD = [
  226, 326, 438, 498, 507, 729, 705, 233, 312, 312, 498, 498, 258, 306, 267, 430, 507, 507, 507, 507, 507, 507, 507,
  507, 507, 507, 276, 276, 498, 498, 498, 463, 898, 606, 561, 529, 630, 488, 459, 637, 631, 267, 331, 547, 423, 874,
  659, 676, 532, 686, 563, 473, 495, 653, 591, 906, 551, 520, 478, 325, 430, 325, 498, 498, 300, 494, 537, 418, 537,
  503, 316, 474, 537, 246, 255, 480, 246, 813, 537, 538, 537, 537, 355, 399, 347, 537, 473, 745, 459, 474, 397, 344,
  475, 344, 498,
];
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{1faff}]/u;
const NO_WIDTH = /[\p{Mn}\p{Cf}]/u;
const OTHER = 560;
/** The ellipsis and the status triangles, which come from another typeface. */
const BROAD = 860;
/** Type is set a little wider where a stand-in font is used or numbers get equal widths. */
const RESERVE = 1.03;

/** Share of a line that words fill when they wrap. */
const LINE_FILL = 0.88;

export type Weight = 'regular' | 'bold';

/** Width of a text in CSS pixels at a type size. */
export function textWidth(text: string, size: number = TEXT, weight: Weight = 'regular'): number {
  const table = weight === 'bold' ? BOLD : REGULAR;
  let thousandths = 0;
  for (const character of text) thousandths += table[character.codePointAt(0)! - 32] ?? widthOfOther(character);
  return (thousandths / 1000) * size * RESERVE;
}

function widthOfOther(character: string): number {
  if (character === '\u00a0') return REGULAR[0]!;
  if (NO_WIDTH.test(character)) return 0;
  if (/[…▲▼]/.test(character)) return BROAD;
  return WIDE.test(character) ? 1030 : OTHER;
}

/** The text cut so that it takes at most `lines` lines of `width` pixels. */
export function cutToLines(
  text: string,
  width: number,
  { lines = 1, size = TEXT, weight = 'regular' as Weight } = {},
): string {
  return cutText(singleLine(text), roomOnLines(width, lines), (part) => textWidth(part, size, weight));
}

/** The name cut in its middle so that it takes at most `lines` lines: names that differ only at their end stay apart. */
export function cutNameToLines(
  name: string,
  width: number,
  { lines, weight }: { readonly lines: number; readonly weight: Weight },
): string {
  return cutMiddle(singleLine(name), roomOnLines(width, lines), (part) => textWidth(part, TEXT, weight));
}

function roomOnLines(width: number, lines: number): number {
  return lines === 1 ? width : width * lines * LINE_FILL;
}

/** Number of lines a text takes in a column of `width` pixels. */
export function lineCount(text: string, width: number, size: number = TEXT, weight: Weight = 'regular'): number {
  let lines = 1;
  let taken = 0;
  for (const word of text.split(' ')) {
    const length = textWidth(word, size, weight);
    const space = taken === 0 ? 0 : textWidth(' ', size, weight);
    if (taken + space + length <= width) {
      taken += space + length;
    } else {
      const broken = Math.max(1, Math.ceil(length / width));
      lines += taken === 0 ? broken - 1 : broken;
      taken = length - (broken - 1) * width;
    }
  }
  return lines;
}
