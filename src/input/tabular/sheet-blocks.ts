import type { Area } from '../../ooxml/workbook/cell-reference.ts';
import type { SheetRow } from '../../ooxml/workbook/sheet-rows.ts';
import { isBlank } from './cell-text.ts';

/** Columns side by side without an empty one between them. */
export interface Block extends Area {
  /** Number of filled cells. */
  readonly filled: number;
  /** Number of rows that fill anything in it. */
  readonly rows: number;
}

/** The block that holds the table, and those that stand beside it. */
export interface ChosenBlock {
  readonly table: Block;
  readonly beside: readonly Block[];
}

/**
 * Parts a sheet at its empty columns: what stands apart from the table, such as a summary, a note far away or a second list, is no
 * column of it. The block with most cells is the table. An empty column inside a table, left free for looks, parts nothing: what has
 * its header on the same row and about as many rows belongs to it.
 */
export function chooseBlock(rows: readonly SheetRow[]): ChosenBlock | undefined {
  const blocks = blocksOf(rows);
  if (blocks.length === 0) return undefined;
  const main = blocks.reduce((best, next) => (next.filled > best.filled ? next : best));
  const headerLine = lineOfHeader(rows, main);
  const isOfTable = (block: Block): boolean =>
    block.bottom <= main.bottom && block.rows * 2 >= main.rows && lineOfHeader(rows, block) === headerLine;
  const together = blocks.filter((block) => block === main || isOfTable(block));
  return { table: together.reduce(joined), beside: blocks.filter((block) => !together.includes(block)) };
}

function blocksOf(rows: readonly SheetRow[]): Block[] {
  const columns = new Map<number, { filled: number; top: number; bottom: number }>();
  for (const { line, columns: indexes, cells } of rows) {
    for (let at = 0; at < indexes.length; at += 1) {
      if (isBlank(cells[at]!)) continue;
      const seen = columns.get(indexes[at]!);
      if (!seen) columns.set(indexes[at]!, { filled: 1, top: line - 1, bottom: line - 1 });
      else {
        seen.filled += 1;
        seen.bottom = line - 1;
      }
    }
  }
  const blocks: Block[] = [];
  for (const [column, { filled, top, bottom }] of [...columns].sort(([a], [b]) => a - b)) {
    const block = { top, bottom, left: column, right: column, filled, rows: filled };
    const last = blocks.at(-1);
    if (last?.right === column - 1) blocks[blocks.length - 1] = joined(last, block);
    else blocks.push(block);
  }
  return blocks;
}

/** The first row that fills most of the block's columns. */
function lineOfHeader(rows: readonly SheetRow[], { left, right }: Block): number | undefined {
  const needed = Math.ceil((right - left + 1) * 0.6);
  return rows.find(({ columns, cells }) => {
    const filled = columns.filter((column, at) => column >= left && column <= right && !isBlank(cells[at]!));
    return filled.length >= needed;
  })?.line;
}

/** The number of rows is that of the fullest column. */
function joined(a: Block, b: Block): Block {
  return {
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    filled: a.filled + b.filled,
    rows: Math.max(a.rows, b.rows),
  };
}
