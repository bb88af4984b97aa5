import type { LineChart } from '../../../document/chart.ts';
import type { Box } from '../grid.ts';
import { textWidth } from '../measure-text.ts';
import type { SlideCanvas } from '../slide-canvas.ts';
import { COLOUR } from '../theme.ts';
import { paragraph, STYLE } from '../type-styles.ts';
import type { Words } from '../words.ts';
import { placeLabel, type Point } from './line-labels.ts';

const DOT = 0.11;

export type Line = LineChart['lines'][number];

/** Lines on a slide, and where a value of a category stands on it. */
export interface Drawing {
  readonly chart: LineChart;
  readonly lines: readonly Line[];
  readonly frame: Box;
  readonly name: string;
  readonly words: Words;
  readonly at: (index: number, value: number) => Point;
}

/** What stands where the name of a line may want to stand: words and marks, and gridlines, which are less in the way. */
export interface Surroundings {
  readonly taken: readonly Box[];
  readonly gridlines: readonly (readonly Point[])[];
}

/** The name of the actual line, with a dot, where the months have come to. */
export function drawActual(
  canvas: SlideCanvas,
  drawing: Drawing,
  actual: Line,
  { taken, gridlines }: Surroundings = { taken: [], gridlines: [] },
): void {
  const { lines, frame, name, words, chart } = drawing;
  const { index, value, point } = lastPoint(actual, drawing.at);
  const dot: Box = { x: point.x - DOT / 2, y: point.y - DOT / 2, w: DOT, h: DOT };
  canvas.ellipse(`${name}.actual-dot`, dot, { fill: COLOUR.accent });
  if (endsLast(actual, drawing)) return;
  const text = `${words.plain(actual.label)} ${words.amount(value, chart.currency)}`;
  const references = lines.filter((line) => line.role === 'reference').map((line) => line.values[index] ?? value);
  const box = placeLabel(
    point,
    { w: textWidth(text, STYLE.accentStrong) + 0.02, h: 0.22 },
    {
      // Words upon words are worse than a line through words.
      lines: [...pathsOf(drawing), ...gridlines, ...taken.flatMap((box) => [diagonal(box), diagonal(box)])],
      frame,
      above: references.every((reference) => value >= reference),
    },
  );
  canvas.text(`${name}.actual-label`, box, [paragraph(text, STYLE.accentStrong)]);
}

/** The known points of every line. */
export function pathsOf({ lines, at }: Pick<Drawing, 'lines' | 'at'>): Point[][] {
  return lines.map((line) => line.values.flatMap((known, i) => (known === null ? [] : [at(i, known)])));
}

/** A box as a line through it: what keeps clear of the line keeps clear of the box. */
function diagonal({ x, y, w, h }: Box): Point[] {
  return [
    { x, y },
    { x: x + w, y: y + h },
    { x, y: y + h },
    { x: x + w, y },
  ];
}

/** True of a line that reaches the last category. */
export function endsLast(line: Line, { chart }: Pick<Drawing, 'chart'>): boolean {
  return line.values.findLastIndex((value) => value !== null) === chart.categories.length - 1;
}

/** Where a line ends. */
export function lastPoint(line: Line, at: Drawing['at']): { index: number; value: number; point: Point } {
  const index = line.values.findLastIndex((value) => value !== null);
  const value = line.values[index]!;
  return { index, value, point: at(index, value) };
}
