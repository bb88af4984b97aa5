import type { StatusNote } from '../../../document/block.ts';
import type { Status } from '../../../units/value.ts';
import type { BlockPlace, BlockPlan } from '../block-plan.ts';
import { heightOf } from '../fit-text.ts';
import { below, type Box } from '../grid.ts';
import { textWidth } from '../measure-text.ts';
import type { SlideCanvas } from '../slide-canvas.ts';
import { STATUS } from '../theme.ts';
import { paragraph, STYLE } from '../type-styles.ts';
import { statusWords } from '../words.ts';

export const CHIP_HEIGHT = 0.28;
const CHIP_WIDTH = { least: 0.95, usual: 1.25, air: 0.28 } as const;
const NOTE_GAP = 0.08;

/** A chip with a line of explanation under it. */
export function planStatus(block: StatusNote, place: BlockPlace): BlockPlan {
  const note = block.note && paragraph(place.words.say(block.note), STYLE.soft, { lines: 2 });
  const height = CHIP_HEIGHT + (note ? NOTE_GAP + heightOf([note], place.width) : 0);
  return {
    least: height,
    wish: height,
    draw(canvas, box) {
      drawChip(canvas, `${place.name}.chip`, box, block.status);
      if (note) canvas.text(`${place.name}.note`, below(box, CHIP_HEIGHT + NOTE_GAP), [note]);
    },
  };
}

/** A tinted round rectangle with symbol and word; its left upper corner stands at `at`, and it is no wider than that. */
export function drawChip(
  canvas: SlideCanvas,
  name: string,
  at: { readonly x: number; readonly y: number; readonly w: number },
  status: Status,
): void {
  const box: Box = { ...at, w: Math.min(at.w, chipWidth(status)), h: CHIP_HEIGHT };
  const words = paragraph(statusWords(status), chipStyle(status), { align: 'center' });
  canvas.text(name, box, [words], { fill: STATUS[status.meaning].fill, shape: 'roundRect', anchor: 'middle' });
}

/** Width a chip takes for its words, in inches. */
export function chipWidth(status: Status): number {
  const words = textWidth(statusWords(status), chipStyle(status)) + CHIP_WIDTH.air;
  return words > CHIP_WIDTH.usual ? words : Math.max(CHIP_WIDTH.least, Math.min(words + 0.3, CHIP_WIDTH.usual));
}

/** Bold detail in the colour of a meaning. */
export function chipStyle(status: Pick<Status, 'meaning'>) {
  return { ...STYLE.strong, colour: STATUS[status.meaning].text };
}
