import type { Block } from '../../document/block.ts';
import type { Box } from './grid.ts';
import type { SlideCanvas } from './slide-canvas.ts';
import type { PrintedTable } from './table/printed-rows.ts';
import type { Words } from './words.ts';

/** What a block needs of a column, and how it is drawn once the heights are settled. */
export interface BlockPlan {
  /** Height below which it makes no sense, in inches. */
  readonly least: number;
  /** Height at which it looks best. */
  readonly wish: number;
  /** Height at which all of it is shown, of a block that leaves out what has no room. */
  readonly whole?: number;
  draw(canvas: SlideCanvas, box: Box): void;
}

/** Where a block stands. */
export interface BlockPlace {
  readonly words: Words;
  /** Name of the block's shapes within the slide: `main.deals`. */
  readonly name: string;
  readonly width: number;
  /** Height a table row may grow to, in inches. */
  readonly rowMost: number;
  /** Smallest height of a table row. */
  readonly rowLeast: number;
  /** The table whose columns this one shares: the whole of which it is a part. */
  readonly columnsOf?: PrintedTable;
  readonly above?: Block;
  readonly below?: Block;
}

/** Height of a heading with the space under it. */
export const HEADING_HEIGHT = 0.27;
