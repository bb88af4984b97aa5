import type { Scores, ScoreRow } from '../../../document/block.ts';
import { changeMeaning } from '../../../document/scores-table.ts';
import type { LineSeries, Marker, PlotArea } from '../../../ooxml/charts/chart.ts';
import type { Value } from '../../../units/value.ts';
import { HEADING_HEIGHT, type BlockPlace, type BlockPlan } from '../block-plan.ts';
import { drawHeading } from '../blocks/heading.ts';
import { fitLine, type Run } from '../fit-text.ts';
import { below, type Box } from '../grid.ts';
import { textWidth } from '../measure-text.ts';
import type { SlideCanvas } from '../slide-canvas.ts';
import { COLOUR, SIZE, STATUS } from '../theme.ts';
import { paragraph, STYLE } from '../type-styles.ts';
import { axesOf, FIGURES } from './chart-style.ts';

const KEY_HEIGHT = 0.28;
const CHANGE_HEIGHT = 0.28;
const NAME_LINE = 0.25;
/** Longer names are cut. */
const MOST_NAME_LINES = 2;
const CHART = { least: 1.6, wish: 3.3 } as const;
const PLOT = { x: 0.02, w: 0.96 } as const;
const GAP = 90;
/** The axis ends a little above 100, so that the mark of a full score stands whole. */
const RANGE = { min: 0, max: 104 } as const;
const DASH = 30;
const CIRCLE = 9;

/** The groups of a score as native bars with the middle of the peers and the score before as marks; the change stands under each. */
export function planScoreChart(scores: Scores, place: BlockPlace): BlockPlan {
  const rows = scores.rows.filter((row) => row.emphasis === 'strong' && scoreOf(row.now) !== null);
  const hasChange = rows.some(({ change }) => change?.kind === 'points');
  const top = HEADING_HEIGHT + KEY_HEIGHT;
  const bottom = hasChange ? CHANGE_HEIGHT : 0;
  return {
    least: top + CHART.least + bottom,
    wish: top + CHART.wish + bottom,
    draw(canvas, box) {
      const { words, name } = place;
      if (scores.heading) drawHeading(canvas, name, box, { text: words.say(scores.heading) });
      canvas.text(`${name}.key`, { ...below(box, HEADING_HEIGHT), h: KEY_HEIGHT }, [{ runs: keyRuns(scores, place) }]);
      const frame: Box = { ...box, y: box.y + top, h: box.h - top - bottom };
      drawChart(canvas, frame, { scores, rows, place });
      if (hasChange) drawChanges(canvas, { ...box, y: frame.y + frame.h, h: CHANGE_HEIGHT }, { rows, place });
    },
  };
}

function drawChart(
  canvas: SlideCanvas,
  frame: Box,
  { scores, rows, place }: { readonly scores: Scores; readonly rows: readonly ScoreRow[]; readonly place: BlockPlace },
): void {
  const { words, name } = place;
  const pitch = (frame.w * PLOT.w) / Math.max(1, rows.length);
  const names = rows.map(({ label }) => fitLine(words.plain(label), (pitch - 0.2) * MOST_NAME_LINES, STYLE.soft));
  const isLong = names.some((label) => textWidth(label, STYLE.soft) > pitch - 0.1);
  const namesHeight = NAME_LINE * (isLong ? MOST_NAME_LINES : 1) + 0.05;
  const plot: PlotArea = { ...PLOT, y: 0.02, h: Math.max(0.2, 0.98 - namesHeight / frame.h) };
  const line = { colour: COLOUR.ink, points: 0.75 };
  const mark = (label: string | undefined, values: readonly (number | null)[], marker: Marker): LineSeries[] =>
    label === undefined ? [] : [{ kind: 'line', name: words.plain(label), values, marker }];
  canvas.chart(name, frame, {
    categories: names,
    series: [
      {
        kind: 'bars',
        name: words.plain(scores.marks.now),
        values: rows.map(({ now }) => scoreOf(now)),
        colour: COLOUR.bar,
        labels: { position: 'inBase', format: '0', look: { ...FIGURES, size: SIZE.text, bold: true } },
      },
      ...mark(
        scores.marks.peers,
        rows.map(({ peers }) => scoreOf(peers)),
        { symbol: 'dash', size: DASH, colour: COLOUR.ink, outline: line },
      ),
      ...mark(
        scores.marks.previous,
        rows.map(({ previous }) => scoreOf(previous)),
        { symbol: 'circle', size: CIRCLE, colour: COLOUR.pale, outline: line },
      ),
    ],
    bars: { direction: 'col', gap: GAP },
    ...axesOf(plot, RANGE),
    description: rows.map(({ label, now }) => `${words.plain(label)} ${words.print(now!)}`).join(', '),
  });
}

/** The change under each bar with its symbol: up, down or none. */
function drawChanges(
  canvas: SlideCanvas,
  box: Box,
  { rows, place: { words, name } }: { readonly rows: readonly ScoreRow[]; readonly place: BlockPlace },
): void {
  const pitch = (box.w * PLOT.w) / rows.length;
  rows.forEach(({ change }, index) => {
    if (change?.kind !== 'points') return;
    const meaning = changeMeaning(change);
    const printed = words.print(change);
    const text = meaning ? `${STATUS[meaning].symbol} ${printed}` : printed;
    const style = { ...STYLE.strong, colour: meaning ? STATUS[meaning].text : COLOUR.grey };
    const at: Box = { ...box, x: box.x + box.w * PLOT.x + pitch * index, w: pitch };
    const shown = index === 0 ? `${text} change` : text;
    canvas.text(`${name}.change-${index + 1}`, at, [paragraph(shown, style, { align: 'center' })], {
      anchor: 'middle',
    });
  });
}

function keyRuns({ marks }: Scores, { words }: BlockPlace): Run[] {
  const entries = [
    ['■', COLOUR.bar, marks.now],
    ['○', COLOUR.ink, marks.previous],
    ['▬', COLOUR.ink, marks.peers],
  ] as const;
  return entries.flatMap(([symbol, colour, label]): Run[] =>
    label === undefined
      ? []
      : [
          { ...STYLE.soft, colour, text: `${symbol}\u00a0` },
          { ...STYLE.soft, text: `${words.plain(label)}   ` },
        ],
  );
}

function scoreOf(value: Value | undefined): number | null {
  return value?.kind === 'score' ? value.score : null;
}
