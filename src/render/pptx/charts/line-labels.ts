import type { Box } from '../grid.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Labels of two lines at line ends keep this distance, in inches. */
const END_PITCH = 0.44;
const HALF = END_PITCH / 2;

/** Upper edges of labels beside line ends: each beside its own end where it can, none closer to the next than a label's height. */
export function spreadLabels(ends: readonly number[], frame: Box): number[] {
  const order = ends.map((_, i) => i).sort((a, b) => ends[a]! - ends[b]! || a - b);
  const tops = Array<number>(ends.length).fill(0);
  let floor = frame.y;
  for (const i of order) {
    tops[i] = Math.max(floor, ends[i]! - HALF);
    floor = tops[i] + END_PITCH;
  }
  let ceiling = frame.y + frame.h;
  for (const i of order.toReversed()) {
    tops[i] = Math.min(tops[i]!, ceiling - END_PITCH);
    ceiling = tops[i];
  }
  return tops;
}

/**
 * A place for a label beside a point that no line runs through: above to the left when the point is high, else below; the first
 * free one of several, or the one crossed by the fewest pieces of line.
 */
export function placeLabel(
  point: Point,
  size: { readonly w: number; readonly h: number },
  {
    lines,
    frame,
    above,
  }: { readonly lines: readonly (readonly Point[])[]; readonly frame: Box; readonly above: boolean },
): Box {
  const { w, h } = size;
  const over = [
    { x: point.x - w - 0.04, y: point.y - h - 0.06 },
    { x: point.x - w / 2, y: point.y - h - 0.14 },
    { x: point.x - w - 0.1, y: point.y - h - 0.3 },
  ];
  const under = [
    { x: point.x - w / 2, y: point.y + 0.12 },
    { x: point.x + 0.06, y: point.y + 0.1 },
    { x: point.x - w / 2, y: point.y + 0.34 },
  ];
  const farther = [
    { x: point.x + 0.06, y: point.y + 0.5 },
    { x: point.x + 0.3, y: point.y + 0.34 },
    { x: point.x + 0.6, y: point.y + 0.34 },
  ];
  const candidates = [...(above ? over : under), ...(above ? under : over), ...farther]
    .map((at): Box => ({ ...at, w, h }))
    .filter((box) => isInside(box, frame));
  const crossings = candidates.map((box) => lines.reduce((sum, line) => sum + countCrossings(line, box), 0));
  const best = crossings.indexOf(Math.min(...crossings));
  return candidates[best] ?? clampInto({ x: point.x - w / 2, y: point.y - h - 0.14, w, h }, frame);
}

function countCrossings(line: readonly Point[], box: Box): number {
  let crossings = 0;
  for (let i = 1; i < line.length; i += 1) if (crosses(line[i - 1]!, line[i]!, box)) crossings += 1;
  return crossings;
}

/** True when a piece of line runs through a box; clipped against its four sides one after the other. */
function crosses(from: Point, to: Point, box: Box): boolean {
  let [start, end] = [0, 1];
  const sides: [number, number][] = [
    [from.x - to.x, from.x - box.x],
    [to.x - from.x, box.x + box.w - from.x],
    [from.y - to.y, from.y - box.y],
    [to.y - from.y, box.y + box.h - from.y],
  ];
  for (const [towards, distance] of sides) {
    if (towards === 0 && distance < 0) return false;
    if (towards < 0) start = Math.max(start, distance / towards);
    if (towards > 0) end = Math.min(end, distance / towards);
  }
  return start <= end;
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x && box.x + box.w <= frame.x + frame.w && box.y >= frame.y && box.y + box.h <= frame.y + frame.h
  );
}

function clampInto(box: Box, frame: Box): Box {
  const clamp = (at: number, from: number, to: number) => Math.max(from, Math.min(at, to));
  return {
    ...box,
    x: clamp(box.x, frame.x, frame.x + frame.w - box.w),
    y: clamp(box.y, frame.y, frame.y + frame.h - box.h),
  };
}
