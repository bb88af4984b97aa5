import type PptxGenJS from 'pptxgenjs';
import { FOOTER_RULE, LEFT, PAGE, TITLE, WIDTH, type Box } from './grid.ts';
import { COLOUR, FONT, SIZE } from './theme.ts';

/** Slide layouts by name. A title takes its place from its layout alone, so each place of a title is a layout of its own. */
export const LAYOUT = { cover: 'Cover', oneLine: 'Title of one line', twoLines: 'Title of two lines' } as const;

/** Width of the coloured panel on the cover. */
export const COVER_PANEL = 4.3;
const COVER_TITLE: Box = { x: 4.9, y: 1.2, w: PAGE.w - 4.9 - LEFT, h: 2.1 };
export const COVER_TITLE_WIDTH = COVER_TITLE.w;

/** Sets page size, typeface and the three layouts. */
export function defineMasters(deck: PptxGenJS): void {
  deck.layout = 'LAYOUT_WIDE';
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  deck.defineSlideMaster({
    title: LAYOUT.cover,
    background: { color: COLOUR.page },
    objects: [
      {
        rect: {
          x: 0,
          y: 0,
          w: COVER_PANEL,
          h: PAGE.h,
          fill: { color: COLOUR.accent },
          objectName: 'cover panel',
        } as never,
      },
      titlePlaceholder(COVER_TITLE, { fontSize: 40, valign: 'bottom' }),
    ],
  });
  for (const [title, box] of [
    [LAYOUT.oneLine, TITLE.one],
    [LAYOUT.twoLines, TITLE.two],
  ] as const) {
    deck.defineSlideMaster({
      title,
      background: { color: COLOUR.page },
      objects: [footerRule(), titlePlaceholder(box, { fontSize: SIZE.title, valign: 'top' })],
    });
  }
}

function footerRule() {
  const line = { color: COLOUR.rowRule, width: 0.5 };
  return { line: { x: LEFT, y: FOOTER_RULE, w: WIDTH, h: 0, line, objectName: 'footer rule' } as never };
}

function titlePlaceholder(box: Box, look: { readonly fontSize: number; readonly valign: 'top' | 'bottom' }) {
  return {
    placeholder: {
      options: {
        name: 'headline',
        type: 'title' as const,
        objectName: 'headline',
        ...box,
        ...look,
        bold: true,
        color: COLOUR.ink,
        align: 'left' as const,
        margin: 0,
      },
      text: '',
    },
  };
}
