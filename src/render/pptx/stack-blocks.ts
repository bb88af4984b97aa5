import type { Block } from '../../document/block.ts';
import type { BlockPlan } from './block-plan.ts';
import type { Box } from './grid.ts';
import { planBlock } from './plan-block.ts';
import type { SlideCanvas } from './slide-canvas.ts';
import type { Words } from './words.ts';

/** How the blocks of one slot stand: name of the slot, rows of its tables, the least space between two blocks. */
export interface Stacking {
  readonly words: Words;
  readonly slot: string;
  readonly rowMost?: number;
  readonly rowLeast?: number;
}

const ROW_HEIGHT = { least: 0.33, most: 0.46 } as const;
const GAP = { usual: 0.18, sharedAxis: 0.04 } as const;

interface Placed {
  readonly plan: BlockPlan;
  readonly gap: number;
}

/** Draws blocks one under the other: each at its best height where there is room, else each with its fair share of it. */
export function stackBlocks(canvas: SlideCanvas, blocks: readonly Block[], box: Box, stacking: Stacking): void {
  const placed = keepWhatFits(planAll(blocks, box, stacking), box.h);
  const gaps = placed.reduce((sum, { gap }) => sum + gap, 0);
  const heights = shareHeights(
    placed.map(({ plan }) => plan),
    box.h - gaps,
  );
  let y = box.y;
  placed.forEach(({ plan, gap }, i) => {
    y += gap;
    plan.draw(canvas, { ...box, y, h: heights[i]! });
    y += heights[i]!;
  });
}

function planAll(blocks: readonly Block[], box: Box, { words, slot, rowMost, rowLeast }: Stacking): Placed[] {
  return blocks.map((block, i) => {
    const [above, below] = [blocks[i - 1], blocks[i + 1]];
    const plan = planBlock(block, {
      words,
      name: `${slot}.${'id' in block ? block.id : block.kind}`,
      width: box.w,
      rowMost: rowMost ?? ROW_HEIGHT.most,
      rowLeast: rowLeast ?? ROW_HEIGHT.least,
      ...(above && { above }),
      ...(below && { below }),
    });
    const isShared = above?.kind === 'lines' && block.kind === 'columns' && block.density === 'many';
    return { plan, gap: i === 0 ? 0 : isShared ? GAP.sharedAxis : GAP.usual };
  });
}

/** Blocks from the end give way when not even their least heights fit. */
function keepWhatFits(placed: readonly Placed[], height: number): readonly Placed[] {
  const needed = placed.reduce((sum, { plan, gap }) => sum + gap + plan.least, 0);
  return needed > height && placed.length > 1 ? keepWhatFits(placed.slice(0, -1), height) : placed;
}

/**
 * Every block gets its least height, and what is left over in proportion to what it would like beyond that; tables alone first
 * get the room for all of their rows.
 */
function shareHeights(plans: readonly BlockPlan[], height: number): number[] {
  const whole = plans.map((plan) => plan.whole ?? Infinity);
  const floors = sum(whole) <= height ? whole : plans.map(({ least }) => least);
  const wishes = plans.map(({ wish }, i) => Math.max(0, wish - floors[i]!));
  const wished = sum(wishes);
  const share = wished > 0 ? Math.max(0, Math.min(1, (height - sum(floors)) / wished)) : 0;
  return floors.map((floor, i) => Math.min(height, floor + share * wishes[i]!));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
