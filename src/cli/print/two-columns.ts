import { wrapPlainWords } from './wrap-plain-words.ts';

export interface ColumnOptions {
  readonly width: number;
  readonly paint: (left: string) => string;
  /** Width of the left column without its margins. */
  readonly leftWidth: number;
}

const MARGIN = 2;
const GAP = 2;

/**
 * Lines of a left word and its explanation, wrapped to the width. A left word that is too long for its column stands on a line of its own.
 */
export function twoColumns(
  rows: readonly (readonly [left: string, right: string])[],
  { width, paint, leftWidth }: ColumnOptions,
): string[] {
  const indent = ' '.repeat(MARGIN + leftWidth + GAP);
  return rows.flatMap(([left, right]) => {
    const [first = '', ...more] = wrapPlainWords(right, Math.max(20, width - indent.length));
    const start = ' '.repeat(MARGIN) + paint(left);
    const rest = more.map((line) => indent + line);
    if (left.length > leftWidth) return [start, indent + first, ...rest];
    return [`${start}${' '.repeat(leftWidth - left.length + GAP)}${first}`.trimEnd(), ...rest];
  });
}
