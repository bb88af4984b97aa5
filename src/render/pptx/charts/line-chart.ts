import { axisRange } from '../../../document/axis-range.ts';
import type { LineChart } from '../../../document/chart.ts';
import type { PlotArea, Series, Stroke } from '../../../ooxml/charts/chart.ts';
import { HEADING_HEIGHT, type BlockPlace, type BlockPlan } from '../block-plan.ts';
import { drawHeading } from '../blocks/heading.ts';
import { below } from '../grid.ts';
import { textWidth } from '../measure-text.ts';
import type { SlideCanvas } from '../slide-canvas.ts';
import { COLOUR } from '../theme.ts';
import { paragraph, STYLE } from '../type-styles.ts';
import type { Words } from '../words.ts';
import { axesOf, MONTHS_PLOT, pointOn } from './chart-style.ts';
import { drawActual, endsLast, lastPoint, type Drawing, type Line } from './line-drawing.ts';
import { spreadLabels } from './line-labels.ts';
import { finite, moneyScale } from './money-scale.ts';
import { planBalanceChart } from './balance-chart.ts';
import { planWithoutData } from './without-data.ts';

const HEIGHT = { least: 1.3, wish: 2.38 } as const;
const HEADING_GAP = 0.03;
/** Room under the plot for the category names, when no chart below carries them. */
const NAMES_HEIGHT = 0.3;
const AIR_ABOVE = 0.06;

type Role = Line['role'];

/** From back to front. */
const ORDER: readonly Role[] = ['reference', 'forecast', 'actual'];
const STROKE: Readonly<Record<Role, Stroke>> = {
  actual: { colour: COLOUR.accent, points: 3 },
  forecast: { colour: COLOUR.accent, points: 2.25, dash: 'sysDash' },
  reference: { colour: COLOUR.plan, points: 1.5 },
};

/** Running totals as lines, each named at its end. */
export function planLineChart(chart: LineChart, place: BlockPlace): BlockPlan {
  const lines = orderedLines(chart);
  if (lines.length === 0) return planWithoutData(chart, place);
  if (chart.balance) return planBalanceChart(chart, { lines, balance: chart.balance, place });
  const top = HEADING_HEIGHT + HEADING_GAP;
  return {
    least: top + HEIGHT.least,
    wish: top + HEIGHT.wish,
    draw(canvas, box) {
      const values = lines.flatMap((line) => line.values);
      const unit = { ...STYLE.soft, text: moneyScale(values, chart.currency).words };
      drawHeading(canvas, place.name, box, { text: place.words.say(chart.heading), aside: [unit] });
      const frame = below(box, top);
      const plot: PlotArea = {
        ...MONTHS_PLOT,
        y: 0.04,
        h: sharesNames(chart, place) ? 0.94 : 0.94 - NAMES_HEIGHT / frame.h,
      };
      const range = axisRange(values, AIR_ABOVE);
      canvas.chart(place.name, frame, {
        categories: chart.categories.map(place.words.plain),
        series: lines.map((line) => lineSeries(line, place.words)),
        ...axesOf(plot, range, {
          names: sharesNames(chart, place) ? 'none' : 'low',
          everyNth: nameFrequency(chart, frame.w),
        }),
        description: place.words.say(chart.description),
      });
      const at = pointOn(frame, { plot, range, count: chart.categories.length });
      const drawing = { chart, lines, frame, name: place.name, words: place.words, at };
      drawLabels(canvas, drawing, at(0, range.min).y);
    },
  };
}

/** Every how many categories a name fits on an axis that is this wide. */
function nameFrequency(chart: LineChart, width: number): number {
  const pitch = (width * MONTHS_PLOT.w) / chart.categories.length;
  const widest = Math.max(...chart.categories.map((name) => textWidth(name, STYLE.soft)));
  return Math.max(1, Math.ceil((widest + 0.05) / pitch));
}

/** The months stand under the chart below when both show the same ones. */
function sharesNames(chart: LineChart, { below: next }: BlockPlace): boolean {
  return next?.kind === 'columns' && next.density === 'many' && next.categories.length === chart.categories.length;
}

/** Known lines from back to front, the forecast joined to the last actual point. */
function orderedLines(chart: LineChart): Line[] {
  const actual = chart.lines.find((line) => line.role === 'actual');
  const actuals = finite(actual?.values ?? []);
  const last = actuals.findLastIndex((value) => value !== null);
  return ORDER.flatMap((role) => chart.lines.filter((line) => line.role === role))
    .map((line) => {
      const values = finite(line.values).slice(0, chart.categories.length);
      if (line.role === 'forecast' && last >= 0) values[last] ??= actuals[last]!;
      return { ...line, values };
    })
    .filter((line) => line.values.some((value) => value !== null));
}

function lineSeries({ role, label, values }: Line, words: Words): Series {
  return { kind: 'line', name: words.plain(label), values, stroke: STROKE[role] };
}

/** Names at the ends of lines, above the axis; the actual's own, with a dot, where the year has come to. */
function drawLabels(canvas: SlideCanvas, drawing: Drawing, axis: number): void {
  const { lines, frame, name, at } = drawing;
  const ended = lines.filter((line) => line.role !== 'actual' || endsLast(line, drawing));
  const ends = ended.map((line) => lastPoint(line, at));
  const tops = spreadLabels(
    ends.map((end) => end.point.y),
    { ...frame, h: axis - frame.y },
  );
  const x = frame.x + frame.w * (MONTHS_PLOT.x + MONTHS_PLOT.w) - 0.12;
  ended.forEach((line, i) => {
    const colour = line.role === 'reference' ? COLOUR.grey : COLOUR.accent;
    canvas.text(`${name}.${line.role}-label`, { x, y: tops[i]!, w: frame.x + frame.w - x, h: 0.43 }, [
      paragraph(drawing.words.plain(line.label), { ...STYLE.strong, colour }),
      paragraph(drawing.words.amount(ends[i]!.value, drawing.chart.currency), { ...STYLE.detail, colour }),
    ]);
  });
  const actual = lines.find((line) => line.role === 'actual');
  if (actual) drawActual(canvas, drawing, actual);
}
