import type { Block } from '../../document/block.ts';
import { drawAppendix } from './draw-appendix.ts';
import type { Section } from '../../document/document.ts';
import { below, COLUMN, columnOf, type Box } from './grid.ts';
import { planBlock } from './plan-block.ts';
import type { SlideCanvas } from './slide-canvas.ts';
import { stackBlocks } from './stack-blocks.ts';
import type { Words } from './words.ts';

type BodySection = Exclude<Section, { layout: 'cover' }>;
type Of<L extends Section['layout']> = Extract<Section, { layout: L }>;

const ROWS = { full: 0.52, narrow: 0.335, tight: 0.285 } as const;
const PANEL_GUTTER = 0.2;
const PANELS_AT = 0.05;
const PANEL_LEAST = 2.85;
/** The row of figures starts a little lower than other bodies, and what follows keeps this distance. */
const FIGURES = { at: 0.05, gap: 0.23 } as const;
const FINDINGS_RISE = 0.1;
/** A panel of decisions is never smaller than this beside the findings. */
const DECISIONS_LEAST = 2.6;

/** Draws the body of any layout. */
export function drawBody(canvas: SlideCanvas, section: BodySection, body: Box, words: Words): void {
  const stack = (
    blocks: readonly Block[],
    box: Box,
    slot: string,
    rows: { rowMost?: number; rowLeast?: number } = {},
  ) => stackBlocks(canvas, blocks, box, { words, slot, ...rows });
  switch (section.layout) {
    case 'key-figures':
      return drawKeyFigures(canvas, section, body, words);
    case 'table':
      return stack(section.main, body, 'main', { rowMost: ROWS.full });
    case 'main-side':
      if (section.side.length === 0) return stack(section.main, body, 'main');
      stack(section.main, columnOf(body, COLUMN.chartMain), 'main');
      return stack(section.side, columnOf(body, COLUMN.chartSide), 'side', {
        rowMost: ROWS.narrow,
        rowLeast: ROWS.tight,
      });
    case 'side-main':
      if (section.side.length === 0) return stack(section.main, body, 'main');
      stack(section.side, columnOf(body, COLUMN.narrowSide), 'side', { rowMost: ROWS.narrow });
      return stack(section.main, columnOf(body, section.main.length > 0 ? COLUMN.wideMain : COLUMN.full), 'main');
    case 'two-columns':
      stack(section.left, columnOf(body, COLUMN.half[0]), 'left');
      // Alone, the right column stands where reading begins.
      return stack(section.right, columnOf(body, COLUMN.half[section.left.length > 0 ? 1 : 0]), 'right');
    case 'panels':
      return drawPanels(canvas, section, body, words);
    case 'appendix':
      return drawAppendix(canvas, section, body, words);
  }
}

function drawKeyFigures(canvas: SlideCanvas, { top, main, side }: Of<'key-figures'>, body: Box, words: Words): void {
  const figures = below(body, FIGURES.at);
  stackBlocks(canvas, top, figures, { words, slot: 'top' });
  const used = top.reduce((sum, block) => sum + planBlock(block, placeOf(words, body.w)).wish, 0);
  const rest = top.length > 0 ? below(figures, used + FIGURES.gap) : figures;
  const [left, right] =
    side.length > 0 ? [columnOf(rest, COLUMN.findings), columnOf(rest, COLUMN.decisions)] : [rest, rest];
  if (main.length > 0)
    stackBlocks(canvas, main, below(left, main[0]!.kind === 'numbered' ? FINDINGS_RISE : 0), { words, slot: 'main' });
  if (side.length > 0) drawFilled(canvas, side, main.length > 0 ? right : rest, words);
}

/** A single panel fills its column, so that it ends where its neighbours could; anything else is stacked. */
function drawFilled(canvas: SlideCanvas, blocks: readonly Block[], box: Box, words: Words): void {
  const [only, ...others] = blocks;
  if (only?.kind !== 'panel' || others.length > 0) return stackBlocks(canvas, blocks, box, { words, slot: 'side' });
  const plan = planBlock(only, { ...placeOf(words, box.w), name: 'side.panel' });
  plan.draw(canvas, { ...box, h: Math.min(box.h, Math.max(plan.wish, DECISIONS_LEAST)) });
}

function drawPanels(canvas: SlideCanvas, { panels }: Of<'panels'>, body: Box, words: Words): void {
  const shown = panels.slice(0, 4);
  const width = (body.w - PANEL_GUTTER * (Math.max(3, shown.length) - 1)) / Math.max(3, shown.length);
  const plans = shown.map((block, i) => planBlock(block, { ...placeOf(words, width), name: `panel-${i + 1}` }));
  const box = below(body, PANELS_AT);
  const height = Math.min(box.h, Math.max(PANEL_LEAST, ...plans.map((plan) => plan.wish)));
  plans.forEach((plan, i) => plan.draw(canvas, { ...box, x: box.x + i * (width + PANEL_GUTTER), w: width, h: height }));
}

function placeOf(words: Words, width: number) {
  return { words, name: 'top', width, rowMost: ROWS.full, rowLeast: 0.33 };
}
