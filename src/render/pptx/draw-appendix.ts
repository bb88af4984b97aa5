import type { Block } from '../../document/block.ts';
import type { Section } from '../../document/document.ts';
import { halvesOf, NOTE_HEIGHT } from './appendix-pages.ts';
import { planTable } from './blocks/table.ts';
import { COLUMN, columnOf, type Box } from './grid.ts';
import type { SlideCanvas } from './slide-canvas.ts';
import { stackBlocks } from './stack-blocks.ts';
import { printTable } from './table/printed-rows.ts';
import type { Words } from './words.ts';

type Appendix = Extract<Section, { layout: 'appendix' }>;

const ROWS = { least: 0.245, most: 0.33, definitions: 0.52, side: 0.42 } as const;

/** Dense tables; a closing paragraph stands at the foot of the page. */
export function drawAppendix(canvas: SlideCanvas, { main, side }: Appendix, body: Box, words: Words): void {
  const last = main.at(-1);
  const note = main.length > 1 && last?.kind === 'paragraph' ? last : undefined;
  const box = note ? { ...body, h: body.h - NOTE_HEIGHT } : body;
  const stack = (blocks: readonly Block[], place: Box, slot: string, rowMost: number) =>
    stackBlocks(canvas, blocks, place, { words, slot, rowMost, rowLeast: ROWS.least });
  if (!drawHalves(canvas, { main, side }, box, words)) {
    const blocks = note ? main.slice(0, -1) : main;
    const isAlone = side.length === 0;
    stack(blocks, isAlone ? box : columnOf(box, COLUMN.appendixMain), 'main', isAlone ? ROWS.most : ROWS.definitions);
    stack(side, columnOf(box, COLUMN.appendixSide), 'side', ROWS.side);
  }
  if (note) stack([note], { ...body, y: body.y + body.h - NOTE_HEIGHT, h: NOTE_HEIGHT }, 'note', ROWS.most);
}

/** A long table in two halves beside each other, with the same columns; false where one table will do. */
function drawHalves(
  canvas: SlideCanvas,
  { main, side }: Pick<Appendix, 'main' | 'side'>,
  box: Box,
  words: Words,
): boolean {
  const halves = halvesOf(main, side);
  if (!halves) return false;
  const whole = printTable(halves.whole, words);
  halves.parts.forEach((half, i) => {
    const place = columnOf(box, COLUMN.half[i]!);
    const plan = planTable(half, {
      words,
      name: `main.${half.id}-${i + 1}`,
      width: place.w,
      rowMost: ROWS.most,
      rowLeast: ROWS.least,
      columnsOf: whole,
    });
    plan.draw(canvas, place);
  });
  return true;
}
