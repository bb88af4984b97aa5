import stringWidth from 'string-width';
import { cutText } from '../units/cut-text.ts';
import { coloursOf } from './colours.ts';
import type { Screen } from './command.ts';

const GAP = 2;
const NARROWEST = 8;

/**
 * A table without lines: a dim heading, columns aligned left. When it is wider than the screen, the texts of one column (the
 * longest by nature, such as names) are cut.
 */
export function textTable(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  { screen, flexible }: { readonly screen: Screen; readonly flexible: number },
): string {
  const { dim } = coloursOf(screen);
  const widths = heading.map((word, column) =>
    Math.max(...[word, ...rows.map((row) => row[column] ?? '')].map((word) => stringWidth(word))),
  );
  const total = widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1);
  widths[flexible] = Math.max(NARROWEST, widths[flexible]! - Math.max(0, total - screen.width));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => fill(cell, widths[column]!))
      .join('  ')
      .trimEnd();
  return [dim(line(heading)), ...rows.map(line)].map((text) => `${text}\n`).join('');
}

function fill(cell: string, width: number): string {
  const cut = cutText(cell, width, stringWidth);
  return cut + ' '.repeat(Math.max(0, width - stringWidth(cut)));
}
