import { firstFew } from '../../units/first-few.ts';

const MOST_LINES = 5;

/** `line 3`, `lines 3, 7`: where else in a file something stands. */
export function linesNamed(lines: readonly number[]): string {
  return `${lines.length === 1 ? 'line' : 'lines'} ${firstFew(lines, MOST_LINES)}`;
}
