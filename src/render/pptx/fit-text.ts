import { cutMiddle, cutText } from '../../units/cut-text.ts';
import { lineHeight, textWidth, type TypeStyle } from './measure-text.ts';

/** Words in one style. */
export interface Run extends TypeStyle {
  readonly text: string;
  readonly colour: string;
  /** The number of the slide it stands on: becomes a field that follows the slide when slides are moved. */
  readonly isPageNumber?: boolean;
}

export interface Paragraph {
  readonly runs: readonly Run[];
  readonly align?: 'left' | 'center' | 'right';
  readonly bullet?: boolean;
  /** Space above, in points. */
  readonly spaceBefore?: number;
  /** At most this many lines (1 when left out); what does not fit is cut at a word. */
  readonly lines?: number;
}

const ELLIPSIS = '…';
/** Hanging indent of a bullet, in points and inches. */
export const BULLET_INDENT = 14;
const BULLET_WIDTH = BULLET_INDENT / 72;
/** Rounding of inches to whole EMU must not push a line that fits exactly out of its box. */
const HAIR = 0.002;

/** Cuts paragraphs so that none has more lines than it may and all of them together stand inside the box. */
export function fitParagraphs(
  paragraphs: readonly Paragraph[],
  box: { readonly w: number; readonly h: number },
): Paragraph[] {
  const fitted: Paragraph[] = [];
  let free = box.h + HAIR;
  for (const paragraph of paragraphs) {
    const space = (paragraph.spaceBefore ?? 0) / 72;
    const line = lineOf(paragraph);
    const room = Math.floor((free - space) / line + 1e-6);
    if (room < 1) break;
    const lines = Math.min(paragraph.lines ?? 1, room);
    const runs = fitRuns(paragraph.runs, widthInside(paragraph, box.w), lines);
    fitted.push({ ...paragraph, runs });
    free -= space + countLines(runs, widthInside(paragraph, box.w)) * line;
  }
  return fitted;
}

/** Height of paragraphs at a width, each cut to the lines it may have, in inches. */
export function heightOf(paragraphs: readonly Paragraph[], width: number): number {
  return paragraphs.reduce((sum, paragraph) => {
    const lines = Math.min(paragraph.lines ?? 1, countLines(paragraph.runs, widthInside(paragraph, width)));
    return sum + (paragraph.spaceBefore ?? 0) / 72 + lines * lineOf(paragraph);
  }, 0);
}

/** Width of runs on one line, in inches. */
export function runsWidth(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + textWidth(run.text, run), 0);
}

/** The text cut at a word to one line of this width. */
export function fitLine(text: string, width: number, style: TypeStyle): string {
  return cutText(text, width, (part) => textWidth(part, style));
}

/** The name cut in its middle to one line of this width, so that names that differ at their end stay apart. */
export function fitName(name: string, width: number, style: TypeStyle): string {
  return cutMiddle(name, width, (part) => textWidth(part, style));
}

/** Lines that runs take when words wrap at a width (inches); a word wider than the line is broken like PowerPoint does. */
export function countLines(runs: readonly Run[], width: number): number {
  if (runsWidth(runs) <= width) return 1;
  let lines = 1;
  let used = 0;
  for (const word of wordsOf(runs)) {
    if (used > 0 && used + word.width > width) {
      lines += 1;
      used = 0;
    }
    if (word.width > width) {
      const extra = Math.ceil(word.width / Math.max(width, 0.01)) - 1;
      lines += extra;
      used = word.width - extra * width;
    } else {
      used += word.width;
    }
    used += word.space;
  }
  return lines;
}

/** Cuts runs at a word, from their end, until they take at most this many lines. */
function fitRuns(runs: readonly Run[], width: number, lines: number): readonly Run[] {
  if (countLines(runs, width) <= lines) return runs;
  const text = startOf(runs, width * lines);
  if (lines === 1) return cutRuns(runs, text, width);
  let best: readonly Run[] = keepStart(runs, ELLIPSIS);
  let [low, high] = [0, width * lines];
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    const candidate = cutRuns(runs, text, middle);
    if (countLines(candidate, width) <= lines) {
      best = candidate;
      low = middle;
    } else {
      high = middle;
    }
  }
  return best;
}

/** The words of runs, as far as they could possibly be shown: cutting a very long text takes time. */
function startOf(runs: readonly Run[], width: number): string {
  let shown = '';
  let used = 0;
  for (const run of runs) {
    for (const character of run.text) {
      if (used > 1.5 * width + 1) return shown;
      used += textWidth(character, run);
      shown += character;
    }
  }
  return shown;
}

function cutRuns(runs: readonly Run[], text: string, width: number): Run[] {
  const ellipsis = Math.max(...runs.map((run) => textWidth(ELLIPSIS, run)));
  return keepStart(
    runs,
    cutText(text, width, (part) => (part === ELLIPSIS ? ellipsis : runsWidth(keepStart(runs, part)))),
  );
}

/** The runs again, holding only this cut text; its closing "…" takes the style of the run it stands in. */
function keepStart(runs: readonly Run[], text: string): Run[] {
  const kept: Run[] = [];
  let rest = text;
  for (const [i, run] of runs.entries()) {
    const end = run.text.length;
    const part = i === runs.length - 1 || rest.slice(end) === ELLIPSIS ? rest : rest.slice(0, end);
    if (part) kept.push({ ...run, text: part });
    rest = rest.slice(part.length);
  }
  return kept;
}

function wordsOf(runs: readonly Run[]): { width: number; space: number }[] {
  const words: { width: number; space: number }[] = [];
  let joined = false;
  for (const run of runs) {
    // A no-break space is no place to break; a hyphen or a dash inside a word is one, but breaking there is not counted on.
    for (const [, word, space] of run.text.matchAll(/([^ ]*)( *)/g)) {
      if (!word && !space) continue;
      const width = textWidth(word!, run);
      const spaceWidth = textWidth(space!, run);
      const last = words.at(-1);
      if (joined && last) {
        last.width += width;
        last.space = spaceWidth;
      } else {
        words.push({ width, space: spaceWidth });
      }
      joined = space === '';
    }
  }
  return words;
}

function lineOf(paragraph: Paragraph): number {
  return lineHeight(Math.max(...paragraph.runs.map((run) => run.size), 1));
}

function widthInside(paragraph: Paragraph, width: number): number {
  return paragraph.bullet ? width - BULLET_WIDTH : width;
}
