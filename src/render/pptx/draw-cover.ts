import type { Cover, Document } from '../../document/document.ts';
import { fitName } from './fit-text.ts';
import type { Box } from './grid.ts';
import { COVER_PANEL, COVER_TITLE_WIDTH } from './layouts.ts';
import { drawInternalMark } from './slide-frame.ts';
import type { SlideCanvas } from './slide-canvas.ts';
import { COLOUR } from './theme.ts';
import { paragraph, STYLE } from './type-styles.ts';
import type { Words } from './words.ts';

const PANEL_X = 0.6;
const PANEL_WIDTH = COVER_PANEL - PANEL_X - 0.3;
const NAME_X = 4.9;
/** Left edges and width of the two columns under the name. */
const PEOPLE_X = [NAME_X, 8.8] as const;
const PEOPLE_WIDTH = 3.7;
/** Type sizes of the name by its length in characters. */
const NAME_SIZES = [
  { most: 30, size: 40 },
  { most: 50, size: 34 },
  { most: Infinity, size: 28 },
] as const;
const LONGEST_NAME_LINES = 4;

/** The cover says whom, what and when; it holds no figures. */
export function drawCover(
  canvas: SlideCanvas,
  cover: Cover,
  { document, words }: { readonly document: Document; readonly words: Words },
): void {
  drawName(canvas, words.plain(document.subject.name));
  drawPanel(canvas, cover, document, words);
  canvas.rectangle('rule', { x: NAME_X, y: 3.5, w: 1.2, h: 0.04 }, COLOUR.accent);
  const description = paragraph(
    words.plain(document.subject.description),
    { size: 18, colour: COLOUR.grey },
    { lines: 2 },
  );
  canvas.text('description', { x: NAME_X, y: 3.72, w: COVER_TITLE_WIDTH, h: 0.65 }, [description]);
  const { results, pipeline } = document.dates;
  const vendor = words.plain(document.vendor);
  drawFact(canvas, 'for-partner', {
    column: 0,
    y: 5.3,
    label: 'For the partner',
    value: cover.forPartner.map(words.plain).join(', '),
  });
  drawFact(canvas, 'for-vendor', {
    column: 1,
    y: 5.3,
    label: `For ${vendor}`,
    value: cover.forVendor.map(words.plain).join(', '),
  });
  drawFact(canvas, 'results', {
    column: 0,
    y: 6.08,
    label: 'Results to',
    value: words.print({ kind: 'date', date: results }),
  });
  drawFact(canvas, 'pipeline', {
    column: 1,
    y: 6.08,
    label: 'Pipeline as of',
    value: words.print({ kind: 'date', date: pipeline }),
  });
  drawInternalMark(canvas, document);
}

function drawName(canvas: SlideCanvas, name: string): void {
  const length = Array.from(name).length;
  const { size } = NAME_SIZES.find(({ most }) => length <= most)!;
  canvas.title(
    [fitName(name, COVER_TITLE_WIDTH * (size === 28 ? LONGEST_NAME_LINES - 0.5 : 2), { size, bold: true })],
    size,
  );
}

function drawPanel(canvas: SlideCanvas, cover: Cover, document: Document, words: Words): void {
  const at = (y: number, h: number): Box => ({ x: PANEL_X, y, w: PANEL_WIDTH, h });
  const onPanel = { size: 14, colour: COLOUR.page };
  canvas.text('vendor', at(0.6, 0.5), [
    paragraph(words.plain(document.vendor), { ...onPanel, bold: true }, { lines: 2 }),
  ]);
  canvas.text('occasion', at(2.37, 0.5), [paragraph(words.plain(cover.occasion), onPanel, { lines: 2 })], {
    anchor: 'bottom',
  });
  const period = words.plain(document.period.name);
  canvas.text('period', at(2.94, 0.7), [paragraph(period, { size: 40, bold: true, colour: COLOUR.page })]);
  canvas.text('period-words', at(3.68, 0.5), [paragraph(words.plain(document.period.words), onPanel, { lines: 2 })]);
}

/** A grey label with its value in bold under it. A fact that is not known is left out. */
function drawFact(
  canvas: SlideCanvas,
  name: string,
  {
    column,
    y,
    label,
    value,
  }: { readonly column: 0 | 1; readonly y: number; readonly label: string; readonly value: string },
): void {
  if (!value) return;
  const box: Box = { x: PEOPLE_X[column], y, w: PEOPLE_WIDTH, h: 0.74 };
  canvas.text(name, box, [paragraph(label, STYLE.soft), paragraph(value, STYLE.lead, { lines: 2, spaceBefore: 2 })]);
}
