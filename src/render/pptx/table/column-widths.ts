import type { Column } from '../../../document/block.ts';
import { runsWidth } from '../fit-text.ts';
import { textWidth } from '../measure-text.ts';
import { STYLE } from '../type-styles.ts';
import type { PrintedRow } from './printed-rows.ts';

/** Left and right margin of each cell, in inches; after a right-aligned column the next one keeps clear of it. */
export const CELL_MARGIN = { usual: 0.07, afterNumbers: 0.24, indent: 0.14 } as const;
/** A share drawn as a bar before its number, and the air between the two. */
export const BAR_WIDTH = 0.7;
export const BAR_GAP = 0.1;
/** Names and words are never squeezed into less than this, unless they need less. */
const LEAST = { name: 1.5, words: 1.1 } as const;
/** How much of the spare room of other columns a long text may take. */
const SHARE_OF_SLACK = 0.6;

/** Left and right margins of each column: the first starts flush left, a last column of numbers ends flush right. */
export function cellMargins(columns: readonly Column[]): { readonly left: number; readonly right: number }[] {
  return columns.map((column, i) => ({
    left:
      i === 0
        ? 0
        : columns[i - 1]!.align === 'right' && column.align === 'left'
          ? CELL_MARGIN.afterNumbers
          : CELL_MARGIN.usual,
    right: i === columns.length - 1 && column.align === 'right' ? 0 : CELL_MARGIN.usual,
  }));
}

/**
 * Widths of the columns in inches, adding up to `width`: shares by weight, but numbers, dates, status and short words get what
 * they need, and long words take from columns that have room to spare.
 */
export function columnWidths(columns: readonly Column[], rows: readonly PrintedRow[], width: number): number[] {
  const needs = columnNeeds(columns, rows);
  const least = columns.map((column, i) => leastWidth(column, needs[i]!));
  const weights = sum(columns.map((column) => column.weight)) || 1;
  const widths = columns.map((column) => (column.weight / weights) * width);
  raise(widths, least, (i) => widths[i]! - needs[i]!);
  raise(widths, least, (i) => widths[i]! - least[i]!);
  raise(widths, needs, (i) => SHARE_OF_SLACK * (widths[i]! - needs[i]!));
  return widths;
}

/**
 * Which columns to show so that numbers, dates and status stand uncut. The first always stays; grey ones go first, from the last;
 * then one of plain words when that is enough; else the last that is not numbers.
 */
export function columnsThatFit(columns: readonly Column[], rows: readonly PrintedRow[], width: number): number[] {
  let kept = columns.map((_, i) => i);
  while (kept.length > 2) {
    const least = leastWidths(columns, rows, kept);
    const excess = sum([...least.values()]) - width;
    if (excess <= 0) break;
    const others = kept.slice(1);
    const dropped =
      others.findLast((i) => columns[i]!.tone === 'soft') ??
      others.find((i) => columns[i]!.cut !== 'fixed' && least.get(i)! >= excess) ??
      others.findLast((i) => columns[i]!.align === 'left') ??
      others.at(-1);
    kept = kept.filter((i) => i !== dropped);
  }
  return kept;
}

/** Least widths by column; margins depend on which columns stand side by side. */
function leastWidths(
  columns: readonly Column[],
  rows: readonly PrintedRow[],
  kept: readonly number[],
): ReadonlyMap<number, number> {
  const shown = kept.map((i) => columns[i]!);
  const needs = columnNeeds(
    shown,
    rows.map((row) => ({ ...row, cells: kept.map((i) => row.cells[i]!) })),
  );
  return new Map(kept.map((i, at) => [i, leastWidth(shown[at]!, needs[at]!)]));
}

/** Width that a column must have: all it needs for numbers, dates and status, a readable piece for words. */
function leastWidth(column: Column, need: number): number {
  return column.cut === 'fixed' ? need : Math.min(need, column.cut === 'name' ? LEAST.name : LEAST.words);
}

/** Width at which nothing of a column is cut. */
function columnNeeds(columns: readonly Column[], rows: readonly PrintedRow[]): number[] {
  const margins = cellMargins(columns);
  return columns.map((column, i) => {
    const label = textWidth(column.label, STYLE.softStrong);
    const widest = rows.reduce((most, row) => {
      const indent = i === 0 && row.isIndented ? CELL_MARGIN.indent : 0;
      return Math.max(most, runsWidth(row.cells[i] ?? []) + indent);
    }, label);
    return widest + margins[i]!.left + margins[i]!.right + (column.bar ? BAR_WIDTH + BAR_GAP : 0) + 0.02;
  });
}

/** Raises columns to a width by taking from what others can spare, in proportion. */
function raise(widths: number[], targets: readonly number[], spare: (i: number) => number): void {
  const gaps = widths.map((width, i) => Math.max(0, targets[i]! - width));
  const spares = widths.map((_, i) => (gaps[i]! > 0 ? 0 : Math.max(0, spare(i))));
  const [gap, room] = [sum(gaps), sum(spares)];
  const moved = Math.min(gap, room);
  if (moved <= 0) return;
  widths.forEach((width, i) => {
    widths[i] = width + (gaps[i]! / gap) * moved - (spares[i]! / room) * moved;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
