import type { LineChart } from '../../document/chart.ts';
import { cutText } from '../../units/cut-text.ts';
import type { Plane } from './axis.ts';
import { textWidth } from './text-width.ts';

/** The name of a line with its last value, where it stands on the drawing. */
export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly isReference: boolean;
}

const LABEL_SIZE = 11;
const APART = 13;
const ABOVE = 7;
const BELOW = 15;

interface Frame {
  /** Right end of the plotted part. */
  readonly right: number;
  readonly width: number;
  readonly height: number;
  print(value: number): string;
}

/** Lines that reach the last category are named at its right, spread apart; one that ends before is named at its last point. */
export function placeLabels(chart: LineChart, area: Plane, frame: Frame): PlacedLabel[] {
  const named = chart.lines.flatMap((line) => {
    const last = line.values.findLastIndex((value) => value !== null);
    return last < 0 ? [] : [{ line, last, value: line.values[last]! }];
  });
  const isAtEnd = ({ last }: { last: number }) => last === chart.categories.length - 1;
  const room = frame.width - frame.right - 8;
  const ends = named.filter(isAtEnd).map(({ line, value }) => ({
    text: cutText(`${line.label} ${frame.print(value)}`, room, labelWidth),
    x: frame.right + 4,
    y: area.y(value) + 4,
    anchor: 'start' as const,
    isReference: line.role === 'reference',
  }));
  const inside = named
    .filter((entry) => !isAtEnd(entry))
    .map(({ line, last, value }) => besidePoint(chart, area, frame, { line, last, value }));
  return [...spreadApart(ends, frame.height), ...inside];
}

/** Width the widest end label takes, so that the plotted part can make room for it. */
export function labelMargin(chart: LineChart, print: (value: number) => string): number {
  const texts = chart.lines.map(
    ({ label, values }) => `${label} ${print(values.findLast((value) => value !== null) ?? 0)}`,
  );
  return Math.max(0, ...texts.map(labelWidth)) + 12;
}

/** Above all lines, or below them where the line trails the others. */
function besidePoint(
  chart: LineChart,
  area: Plane,
  frame: Frame,
  { line, last, value }: { line: LineChart['lines'][number]; last: number; value: number },
): PlacedLabel {
  const text = cutText(`${line.label} ${frame.print(value)}`, frame.right, labelWidth);
  const length = labelWidth(text);
  const trails = chart.lines.some(({ role, values }) => role === 'reference' && (values[last] ?? value) > value);
  const isReference = line.role === 'reference';
  if (trails) {
    const x = Math.min(area.x(last) + 2, frame.right - length);
    const y = Math.max(...heightsBetween(chart, area, x, x + length), area.y(value)) + BELOW;
    if (y < area.zero - 2) return { text, x, y, anchor: 'start', isReference };
  }
  const x = Math.max(area.x(last) + 2, length);
  const y = Math.min(...heightsBetween(chart, area, x - length, x), area.y(value)) - ABOVE;
  return { text, x, y: clearOfAxis(Math.max(LABEL_SIZE, y), area.zero), anchor: 'end', isReference };
}

/** Moved up where the axis would strike it through. */
function clearOfAxis(y: number, zero: number): number {
  const isStruck = zero > y - LABEL_SIZE && zero < y + ABOVE / 2;
  return isStruck ? Math.max(LABEL_SIZE, zero - ABOVE / 2) : y;
}

function heightsBetween(chart: LineChart, area: Plane, from: number, to: number): number[] {
  return chart.lines.flatMap(({ values }) =>
    values.flatMap((value, index) => {
      const isNear = area.x(index) > from - area.band && area.x(index) < to + area.band;
      return value !== null && isNear ? [area.y(value)] : [];
    }),
  );
}

/** Labels pushed down where they would touch the one above, then up again where they would leave the drawing. */
function spreadApart(labels: readonly PlacedLabel[], height: number): PlacedLabel[] {
  const placed = labels.toSorted((a, b) => a.y - b.y).map((label) => ({ ...label }));
  placed.forEach((label, index) => {
    label.y = Math.max(label.y, LABEL_SIZE, index === 0 ? 0 : placed[index - 1]!.y + APART);
  });
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const below = placed[index + 1];
    placed[index]!.y = Math.min(placed[index]!.y, below ? below.y - APART : height - 2);
  }
  return placed;
}

function labelWidth(text: string): number {
  return textWidth(text, LABEL_SIZE, 'bold');
}
