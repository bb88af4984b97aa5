import stringWidth from 'string-width';
import { cutText } from '../../units/cut-text.ts';
import { coloursOf } from './colours.ts';
import type { Screen } from '../command.ts';

const GAP = 2;
/** Narrower than this, a cut text says too little. */
const NARROWEST = 16;

export interface TableLayout {
  readonly screen: Screen;
  /** The column whose texts are cut when the screen is too narrow. */
  readonly flexible: number;
  /** The column that goes before the texts would be cut too short. */
  readonly droppable?: number;
  /** Cells the texts keep where dropping that column can give them so many. */
  readonly enough?: number;
}

/** A table without lines: a dim heading, columns aligned left, no wider than the screen as far as its columns allow. */
export function textTable(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  { screen, flexible, droppable, enough = 0 }: TableLayout,
): string {
  const { dim } = coloursOf(screen);
  const widths = heading.map((title, column) =>
    rows.reduce((widest, row) => Math.max(widest, stringWidth(row[column] ?? '')), stringWidth(title)),
  );
  const excess = (columns: readonly number[]) =>
    columns.reduce((sum, column) => sum + widths[column]! + GAP, -GAP) - screen.width;
  const all = widths.map((_, column) => column);
  const tooNarrow = widths[flexible]! - excess(all) < Math.min(Math.max(NARROWEST, enough), widths[flexible]!);
  const kept = tooNarrow ? all.filter((column) => column !== droppable) : all;
  const least = Math.min(NARROWEST, widths[flexible]!);
  widths[flexible] = Math.max(least, widths[flexible]! - Math.max(0, excess(kept)));
  const line = (cells: readonly string[]) =>
    kept
      .map((column) => fill(cells[column] ?? '', widths[column]!))
      .join(' '.repeat(GAP))
      .trimEnd();
  return [dim(line(heading)), ...rows.map(line)].map((text) => `${text}\n`).join('');
}

function fill(cell: string, width: number): string {
  const cut = cutText(cell, width, stringWidth);
  return cut + ' '.repeat(Math.max(0, width - stringWidth(cut)));
}
