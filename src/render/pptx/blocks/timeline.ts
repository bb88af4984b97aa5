import type { Timeline } from '../../../document/block.ts';
import { HEADING_HEIGHT, type BlockPlace, type BlockPlan } from '../block-plan.ts';
import type { Paragraph } from '../fit-text.ts';
import { below, type Box } from '../grid.ts';
import type { SlideCanvas } from '../slide-canvas.ts';
import { COLOUR } from '../theme.ts';
import { paragraph, STYLE } from '../type-styles.ts';
import type { Words } from '../words.ts';
import { drawHeading } from './heading.ts';

const LINE_AT = 0.28;
const DOT = 0.16;
const LABEL_GAP = 0.08;
const LABEL_HEIGHT = 0.62;
const HEIGHT = HEADING_HEIGHT + LINE_AT + DOT / 2 + LABEL_GAP + LABEL_HEIGHT;
const LEAST_PITCH = 0.95;

type Point = Timeline['points'][number];

/** Dated points on a line: filled when done, hollow when still ahead. Points stand at even distances, so that their labels never touch. */
export function planTimeline(block: Timeline, place: BlockPlace): BlockPlan {
  return {
    least: HEIGHT,
    wish: HEIGHT,
    draw(canvas, box) {
      drawHeading(canvas, place.name, box, { text: place.words.say(block.heading) });
      const points = pointsThatFit(block.points, box.w);
      if (points.length === 0) return;
      const track = { ...below(box, HEADING_HEIGHT + LINE_AT), h: 0 };
      const pitch = box.w / points.length;
      const centre = (i: number) =>
        track.x + DOT / 2 + i * (points.length > 1 ? (box.w - pitch) / (points.length - 1) : 0);
      drawTrack(canvas, place.name, points, { y: track.y, centre });
      points.forEach((point, i) => {
        const isDone = point.done;
        const dot: Box = { x: centre(i) - DOT / 2, y: track.y - DOT / 2, w: DOT, h: DOT };
        const name = `${place.name}.${i + 1}`;
        canvas.ellipse(`${name}.dot`, dot, {
          fill: isDone ? COLOUR.accent : COLOUR.page,
          line: isDone ? COLOUR.accent : COLOUR.ink,
        });
        const label: Box = { x: dot.x, y: dot.y + DOT + LABEL_GAP, w: pitch - 0.1, h: LABEL_HEIGHT };
        canvas.text(name, label, labelOf(point, place.words));
      });
    },
  };
}

/** The line up to the last point that is done, then the rest of the way in grey. */
function drawTrack(
  canvas: SlideCanvas,
  name: string,
  points: readonly Point[],
  { y, centre }: { readonly y: number; readonly centre: (i: number) => number },
): void {
  const last = points.length - 1;
  const reached = Math.max(
    0,
    points.findLastIndex((point) => point.done),
  );
  if (last > reached)
    canvas.rule(`${name}.ahead`, { x: centre(reached), y, w: centre(last) - centre(reached) }, COLOUR.plan, 1.5);
  if (reached > 0) canvas.rule(`${name}.done`, { x: centre(0), y, w: centre(reached) - centre(0) }, COLOUR.accent, 3);
}

function labelOf(point: Point, words: Words): Paragraph[] {
  return [
    paragraph(words.print(point.date), STYLE.strong),
    paragraph(words.say(point.label), STYLE.soft, { lines: 2 }),
  ];
}

/** The earliest points give way when there are too many: what lies ahead matters more. */
function pointsThatFit(points: readonly Point[], width: number): readonly Point[] {
  return points.slice(-Math.max(1, Math.floor(width / LEAST_PITCH)));
}
