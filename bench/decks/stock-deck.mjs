// Makes the file of a drawn deck as the deck library does it, compressed: it stands in for src/render/pptx/pack-deck.ts.
import PptxGenJS from 'pptxgenjs';
import { FOOTER_RULE, LEFT, PAGE, TITLE, WIDTH } from '../../src/render/pptx/grid.ts';
import { COVER_PANEL, COVER_TITLE_WIDTH } from '../../src/render/pptx/layouts.ts';
import { COLOUR, FONT, SIZE } from '../../src/render/pptx/theme.ts';

export async function packDeck({ properties, slides }) {
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_WIDE';
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  deck.title = properties.title;
  deck.company = properties.company;
  defineLayouts(deck);
  for (const { layout, calls } of slides) {
    const slide = deck.addSlide({ masterName: layout });
    for (const [method, given] of calls) slide[method](...given);
  }
  // The one way to get a compressed file.
  return deck.stream({ compression: true });
}

function defineLayouts(deck) {
  const background = { color: COLOUR.page };
  const panel = { rect: { x: 0, y: 0, w: COVER_PANEL, h: PAGE.h, fill: { color: COLOUR.accent } } };
  const name = { x: 4.9, y: 1.2, w: COVER_TITLE_WIDTH, h: 2.1 };
  deck.defineSlideMaster({ title: 'cover', background, objects: [panel, headline(name, 40, 'bottom')] });
  const line = { color: COLOUR.rowRule, width: 0.5 };
  for (const [title, box] of Object.entries({ oneLine: TITLE.one, twoLines: TITLE.two })) {
    const rule = { line: { x: LEFT, y: FOOTER_RULE, w: WIDTH, h: 0, line } };
    deck.defineSlideMaster({ title, background, objects: [rule, headline(box, SIZE.title, 'top')] });
  }
}

function headline(box, fontSize, valign) {
  const look = { fontSize, valign, bold: true, color: COLOUR.ink, align: 'left', margin: 0 };
  return { placeholder: { options: { name: 'headline', type: 'title', ...box, ...look }, text: '' } };
}
