import type { Presentation } from '../../ooxml/presentation/presentation.ts';
import { FOOTER_RULE, LEFT, PAGE, TITLE, WIDTH, type Box } from './grid.ts';
import { COLOUR, SIZE } from './theme.ts';
import { shapeXml } from './xml/shape-xml.ts';
import { titlePlaceholderXml } from './xml/title-xml.ts';

/** A title takes its place from its layout alone, so each place of a title is a layout of its own. */
const LAYOUTS = [
  { id: 'cover', name: 'Cover' },
  { id: 'oneLine', name: 'Title of one line' },
  { id: 'twoLines', name: 'Title of two lines' },
] as const;

export type LayoutId = (typeof LAYOUTS)[number]['id'];

/** Width of the coloured panel on the cover. */
export const COVER_PANEL = 4.3;
const COVER_TITLE: Box = { x: 4.9, y: 1.2, w: PAGE.w - 4.9 - LEFT, h: 2.1 };
export const COVER_TITLE_WIDTH = COVER_TITLE.w;
const COVER_TITLE_SIZE = 40;
const FIRST_SHAPE = 2;

/** Place of a layout in the deck. */
export function layoutIndex(id: LayoutId): number {
  return LAYOUTS.findIndex((layout) => layout.id === id);
}

/** The master and the layouts of every deck; their few words are prompts that no reader sees. */
export function mastersOf(language: string): Pick<Presentation, 'master' | 'layouts'> {
  const title = (id: number, box: Box, look = { size: SIZE.title as number, anchor: 't' as 't' | 'b' }): string =>
    titlePlaceholderXml({ id, box, ...look }, language);
  const page = (box: Box): string[] => [footerRule(language), title(FIRST_SHAPE + 1, box)];
  const shapes = {
    cover: [coverPanel(language), title(FIRST_SHAPE + 1, COVER_TITLE, { size: COVER_TITLE_SIZE, anchor: 'b' })],
    oneLine: page(TITLE.one),
    twoLines: page(TITLE.two),
  };
  return {
    master: [title(FIRST_SHAPE, TITLE.two)],
    layouts: LAYOUTS.map(({ id, name }) => ({ name, shapes: shapes[id] })),
  };
}

function coverPanel(language: string): string {
  const box: Box = { x: 0, y: 0, w: COVER_PANEL, h: PAGE.h };
  return shapeXml({ id: FIRST_SHAPE, name: 'cover panel', box, geometry: 'rect', fill: COLOUR.accent }, language);
}

function footerRule(language: string): string {
  const box: Box = { x: LEFT, y: FOOTER_RULE, w: WIDTH, h: 0 };
  const line = { colour: COLOUR.rowRule, points: 0.5 };
  return shapeXml({ id: FIRST_SHAPE, name: 'footer rule', box, geometry: 'line', line }, language);
}
