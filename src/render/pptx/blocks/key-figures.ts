import type { KeyFigure, KeyFigures } from '../../../document/block.ts';
import type { BlockPlace, BlockPlan } from '../block-plan.ts';
import type { Box } from '../grid.ts';
import type { SlideCanvas } from '../slide-canvas.ts';
import { COLOUR } from '../theme.ts';
import { paragraph, STYLE } from '../type-styles.ts';
import type { Words } from '../words.ts';
import { drawChip } from './status.ts';

const GUTTER = 0.2;
/** Space above each part, from the rule downwards. */
const AT = { label: 0.08, value: 0.32, comparison: 0.78, chip: 1.12, end: 1.42, endWithoutChip: 1.05 } as const;
/** Fewer figures keep the width they have in a row of four. */
const COLUMNS = { least: 4, most: 6 } as const;

/** A row of figures, each with its label, comparison and status. */
export function planKeyFigures(block: KeyFigures, place: BlockPlace): BlockPlan {
  const figures = block.figures.slice(0, COLUMNS.most);
  const columns = Math.max(COLUMNS.least, figures.length);
  const width = (place.width - GUTTER * (columns - 1)) / columns;
  const height = figures.some((figure) => figure.status) ? AT.end : AT.endWithoutChip;
  return {
    least: height,
    wish: height,
    draw(canvas, box) {
      figures.forEach((figure, i) => {
        const x = box.x + i * (width + GUTTER);
        drawFigure(canvas, `${place.name}.${i + 1}`, { ...box, x, w: width }, { figure, words: place.words });
      });
    },
  };
}

function drawFigure(
  canvas: SlideCanvas,
  name: string,
  box: Box,
  { figure, words }: { readonly figure: KeyFigure; readonly words: Words },
): void {
  const part = (offset: number, h: number): Box => ({ ...box, y: box.y + offset, h });
  canvas.rule(`${name}.rule`, box, COLOUR.grey, 1);
  canvas.text(`${name}.label`, part(AT.label, 0.22), [paragraph(words.say(figure.label), STYLE.soft)]);
  canvas.text(`${name}.value`, part(AT.value, 0.43), [paragraph(words.print(figure.value), STYLE.figure)]);
  if (figure.comparison) {
    canvas.text(`${name}.comparison`, part(AT.comparison, 0.22), [paragraph(words.say(figure.comparison), STYLE.soft)]);
  }
  if (figure.status) drawChip(canvas, `${name}.chip`, part(AT.chip, 0), figure.status);
}
