import stringWidth from 'string-width';
import { toAscii } from '../../../units/ascii.ts';
import { coloursOf, type Colours, type Paint } from '../../print/colours.ts';
import { plainSpaces } from '../../print/plain-spaces.ts';
import { wrapWords } from '../../print/wrap-words.ts';

/** The room a screen has, and what the terminal can show. */
export interface Space {
  readonly width: number;
  readonly height: number;
  readonly unicode: boolean;
  readonly colour: boolean;
}

/** One row of the screen, without colours until it is painted. */
export interface Row {
  readonly text: string;
  readonly ink?: keyof Colours | 'active';
  /** So many characters at the beginning are bold, the rest is dim. */
  readonly strong?: number;
  /** Belongs to the line that stands out: it stays on the screen when rows have to go. */
  readonly anchor?: true;
}

export const BLANK: Row = { text: '' };

/** What stands in front of the first row, and in front of those that follow. */
interface Indent {
  readonly first: string;
  readonly rest?: string;
}

/** A text on rows as wide as the screen, the further ones indented like the words of the first. */
export function rowsOf(text: string, { width }: Space, { first, rest = ' '.repeat(first.length) }: Indent): Row[] {
  const lines = wrapWords(text, Math.max(10, width - stringWidth(first) - 1));
  return (lines.length > 0 ? lines : ['']).map((line, index) => ({ text: `${index === 0 ? first : rest}${line}` }));
}

/** The rows in a colour. */
export function inked(rows: readonly Row[], ink: NonNullable<Row['ink']>): readonly Row[] {
  return rows.map((row) => ({ ...row, ink }));
}

/**
 * The rows as they are written, never more than the screen is high: rows between `head` and `foot` go, first the empty ones, then
 * those farthest from the one that stands out, and a mark says that there is more.
 */
export function fitRows(
  parts: { readonly head: readonly Row[]; readonly body: readonly Row[]; readonly foot: readonly Row[] },
  space: Space,
): readonly Row[] {
  const { head, body, foot } = parts;
  const room = space.height - head.length - foot.length;
  if (body.length <= room) return [...head, ...body, ...foot];
  const packed = body.filter(({ text }) => text !== '');
  if (packed.length <= room) return [...head, ...packed, ...foot];
  const kept = Math.max(1, room - 1);
  const anchor = Math.max(
    0,
    packed.findLastIndex(({ anchor }) => anchor === true),
  );
  const from = Math.max(0, Math.min(anchor - Math.floor(kept / 2), packed.length - kept));
  const more: Row = {
    text: `  … ${packed.length - kept} more ${packed.length - kept === 1 ? 'line' : 'lines'}`,
    ink: 'dim',
  };
  return [...head, ...packed.slice(from, from + kept), more, ...foot];
}

/** Rows with their colours, or their stand-ins on a terminal that has none. */
export function paintRows(rows: readonly Row[], space: Space): readonly string[] {
  const colours = coloursOf(space);
  const active: Paint = space.colour ? (text) => `\u001b[7m${text}\u001b[27m` : (text) => text;
  const shownAs = (text: string) => (space.unicode ? plainSpaces(text) : toAscii(text));
  return rows.map(({ text, ink, strong }) => {
    const shown = shownAs(text);
    if (strong !== undefined)
      return colours.bold(shownAs(text.slice(0, strong))) + colours.dim(shownAs(text.slice(strong)));
    if (ink === undefined || text === '') return shown;
    return ink === 'active' ? active(colours.bold(shown)) : colours[ink](shown);
  });
}
