import { BOLD, REGULAR, type WidthTable } from './character-widths.ts';

/** Type size in points and weight: what decides how wide a text is. */
export interface TypeStyle {
  readonly size: number;
  readonly bold?: boolean;
}

const POINTS_PER_INCH = 72;
/** Height of a line of Calibri, as a multiple of its size. */
const LINE_HEIGHT = 1.2207;
/** Programs differ by a hair in how they place characters: reserve a little, so that no line breaks that should not. */
const RESERVE = 1.015;
/** Characters of other typefaces: full-width ones and pictographs fill the em, the rest about two thirds of it. */
const EM = 1000;
const FOREIGN = 640;
const SYMBOL = 800;
/** Characters beyond this take two places in a text. */
const LAST_SINGLE_UNIT = 0xffff;

/** Width of a text on one line, in inches. Characters unknown to Calibri are taken as wide as they come. */
export function textWidth(text: string, { size, bold }: TypeStyle): number {
  const widths = bold ? boldWidths : regularWidths;
  let thousandths = 0;
  for (let at = 0; at < text.length; at += 1) {
    const width = widths[text.charCodeAt(at)];
    if (width) thousandths += width;
    else {
      const code = text.codePointAt(at)!;
      thousandths += widths[code] || foreignWidth(code);
      if (code > LAST_SINGLE_UNIT) at += 1;
    }
  }
  return ((thousandths / 1000) * size * RESERVE) / POINTS_PER_INCH;
}

/** Height of one line of this size (points), in inches. */
export function lineHeight(size: number): number {
  return (size * LINE_HEIGHT) / POINTS_PER_INCH;
}

const regularWidths = byCode(REGULAR);
const boldWidths = byCode(BOLD);

/** Widths by character; every cell of every table is measured, and an array answers sooner than a map. */
function byCode(table: WidthTable): Uint16Array {
  const widths = new Uint16Array(Math.max(...table.map((run) => run.from + run.widths.length)));
  for (const run of table) widths.set(run.widths, run.from);
  return widths;
}

function foreignWidth(code: number): number {
  if (isInvisible(code)) return 0;
  if (code === 0xa0) return regularWidths[0x20]!;
  if (code >= 0x25a0 && code <= 0x25ff) return SYMBOL;
  return code >= 0x2190 && (code < 0x2c00 || code >= 0x2e80) && !(code >= 0xa4d0 && code < 0xac00) ? EM : FOREIGN;
}

/** Combining marks, joiners and variation selectors stand over or between others. */
function isInvisible(code: number): boolean {
  if (code < 0x300) return false;
  return (
    code <= 0x36f ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xe0100 && code <= 0xe01ef)
  );
}
