import type { Document, SectionCore } from '../../document/document.ts';
import { bodyBox, FOOTER, FOOTER_RIGHT, INTERNAL_MARK, KICKER, PAGE, STRIP, type Box } from './grid.ts';
import type { SlideCanvas } from './slide-canvas.ts';
import { COLOUR, STATUS } from './theme.ts';
import { paragraph, STYLE } from './type-styles.ts';
import type { Words } from './words.ts';

const SEPARATOR = '  ·  ';
const INTERNAL_BAR: Box = { x: 0, y: 0, w: PAGE.w, h: 0.14 };
const INTERNAL_WORDS = 'Internal edition, not for the partner';
const SHORT_NAME = 28;
const STRIP_EDGE = 0.06;
const STRIP_TEXT = { why: { x: 0.82, w: 5.95 }, next: { x: 7, w: 5.55 } } as const;

interface Frame {
  readonly section: SectionCore;
  readonly document: Document;
  readonly words: Words;
}

/** Title and kicker; returns the space that is left for the body. */
export function drawHead(canvas: SlideCanvas, title: readonly string[], { section, document, words }: Frame): Box {
  canvas.title(title);
  const { number, name } = section.kicker;
  const kicker = [number, name].map(words.plain).filter(Boolean).join('  ');
  canvas.text('kicker', KICKER, [paragraph(kicker, STYLE.accentStrong)]);
  drawInternalMark(canvas, document);
  return bodyBox(title.length > 1 ? 2 : 1, section.strip !== undefined);
}

/** The mark of the internal edition: on the slide itself, so that it stays when a slide is copied into another deck. */
export function drawInternalMark(canvas: SlideCanvas, document: Document): void {
  if (document.edition !== 'internal') return;
  canvas.rectangle('internal.bar', INTERNAL_BAR, COLOUR.chosen);
  const mark = paragraph(INTERNAL_WORDS, { ...STYLE.strong, colour: STATUS.watch.text }, { align: 'right' });
  canvas.text('internal.mark', INTERNAL_MARK, [mark]);
}

/** Strip and footer. */
export function drawFoot(canvas: SlideCanvas, { section, document, words }: Frame): void {
  if (section.strip) drawStrip(canvas, section.strip, words);
  const { results, pipeline } = document.dates;
  const left = [
    `Results to ${words.print({ kind: 'date', date: results })}`,
    `pipeline as of ${words.print({ kind: 'date', date: pipeline })}`,
    words.plain(section.source),
  ];
  canvas.text('footer.source', FOOTER, [paragraph(left.filter(Boolean).join(SEPARATOR), STYLE.footer)]);
  const name = Array.from(words.plain(document.subject.shortName)).slice(0, SHORT_NAME).join('');
  const page = [
    { ...STYLE.footer, text: [name, words.plain(document.period.name), ''].join(SEPARATOR) },
    { ...STYLE.footer, text: String(canvas.facts.number), isPageNumber: true },
  ];
  canvas.text('footer.page', FOOTER_RIGHT, [{ runs: page, align: 'right' }]);
}

function drawStrip(canvas: SlideCanvas, { why, next }: NonNullable<SectionCore['strip']>, words: Words): void {
  canvas.rectangle('strip', STRIP, COLOUR.band);
  canvas.rectangle('strip.edge', { ...STRIP, w: STRIP_EDGE }, COLOUR.accent);
  const whyColumn = next
    ? STRIP_TEXT.why
    : { x: STRIP_TEXT.why.x, w: STRIP_TEXT.next.x + STRIP_TEXT.next.w - STRIP_TEXT.why.x };
  drawStripText(canvas, 'why', { column: whyColumn, label: 'Why it matters', text: words.say(why) });
  if (next) drawStripText(canvas, 'next', { column: STRIP_TEXT.next, label: 'Next', text: words.say(next) });
}

function drawStripText(
  canvas: SlideCanvas,
  name: string,
  {
    column,
    label,
    text: content,
  }: { readonly column: { x: number; w: number }; readonly label: string; readonly text: string },
): void {
  const runs = [
    { ...STYLE.accentStrong, text: `${label}  ` },
    { ...STYLE.detail, text: content },
  ];
  canvas.text(`strip.${name}`, { ...STRIP, ...column }, [{ runs, lines: 2 }], { anchor: 'middle' });
}
