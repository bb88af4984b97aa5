import type { Footnote } from '../../document/document.ts';
import { formatFootnoteNumbers } from '../../units/format.ts';
import { FOOTNOTES, type Box } from './grid.ts';
import type { SlideCanvas } from './slide-canvas.ts';
import { paragraph, STYLE } from './type-styles.ts';
import type { Words } from './words.ts';

const MOST = 3;
const GUTTER = 0.2;

/** What figures of the slide refer to, side by side on one line; the speaker notes hold them in full. */
export function drawFootnotes(canvas: SlideCanvas, footnotes: readonly Footnote[], words: Words): void {
  const shown = footnotes.length > MOST ? footnotes.slice(0, MOST - 1) : footnotes;
  const more = footnotes.length - shown.length;
  const lines = [
    ...shown.map((footnote) => footnoteWords(footnote, words)),
    ...(more > 0 ? [`+ ${more} more in the notes`] : []),
  ];
  const width = (FOOTNOTES.w - GUTTER * (lines.length - 1)) / lines.length;
  lines.forEach((line, index) => {
    const box = { ...FOOTNOTES, x: FOOTNOTES.x + index * (width + GUTTER), w: width };
    canvas.text(`footnote.${index + 1}`, box, [paragraph(line, STYLE.footer)]);
  });
}

/** "¹ Adjusted by +$12K for Jan 2026 on 14 Mar 2026: …". */
export function footnoteWords({ number, text }: Footnote, words: Words): string {
  return `${formatFootnoteNumbers([number])} ${words.say(text)}`;
}

/** The part of a body that ends above the line of footnotes. */
export function aboveFootnotes(body: Box): Box {
  return { ...body, h: Math.min(body.h, FOOTNOTES.y - body.y) };
}
