import { cutText } from '../../units/cut-text.ts';
import { bindNumbers } from '../../units/bind-numbers.ts';
import { TITLE } from './grid.ts';
import { textWidth } from './measure-text.ts';
import { SIZE } from './theme.ts';

/** Longer titles are broken in two, even where they would fit on one line. */
const ONE_LINE = 80;
const MOST = 110;
const STYLE = { size: SIZE.title, bold: true } as const;
const WIDTH = TITLE.one.w;

/** The one or two lines of a title. Breaks near the middle, best after `; , :`, then before a joining word; cuts only as a last resort. */
export function fitTitle(title: string, suffix = ''): readonly [string] | readonly [string, string] {
  const bound = bindNumbers(title);
  const text = fitsTwoLines(bound + suffix) ? bound + suffix : shorten(bound, suffix);
  if (Array.from(text).length <= ONE_LINE && widthOf(text) <= WIDTH) return [text];
  return breakInTwo(text) ?? [text];
}

function fitsTwoLines(text: string): boolean {
  return Array.from(text).length <= MOST && (widthOf(text) <= WIDTH || breakInTwo(text) !== undefined);
}

function shorten(text: string, suffix: string): string {
  for (let length = MOST - suffix.length; length > 1; length -= 1) {
    const shorter = cutText(text, length) + suffix;
    if (fitsTwoLines(shorter)) return shorter;
  }
  return suffix.trim();
}

/** The best place to break, or undefined when no break gives two lines that fit the box. */
function breakInTwo(text: string): readonly [string, string] | undefined {
  let best: { readonly lines: readonly [string, string]; readonly penalty: number } | undefined;
  for (const space of text.matchAll(/ +/g)) {
    const [first, second] = [text.slice(0, space.index), text.slice(space.index + space[0].length)];
    const [before, after] = [widthOf(first), widthOf(second)];
    if (!first || !second || before > WIDTH || after > WIDTH) continue;
    const penalty = Math.abs(before - after) / 2 - bonusOf(first, second);
    if (!best || penalty < best.penalty) best = { lines: [first, second], penalty };
  }
  return best?.lines;
}

/** A good place to break makes up for some distance from the middle, in inches. */
function bonusOf(first: string, second: string): number {
  if (/[;:,]$/.test(first)) return 2;
  return /^(?:and|but|of|with)\b/.test(second) ? 1 : 0;
}

function widthOf(text: string): number {
  return textWidth(text, STYLE);
}
