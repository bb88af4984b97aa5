import type { LineChart } from '../../../document/chart.ts';
import type { PlotArea, Series, Stroke } from '../../../ooxml/charts/chart.ts';
import { HEADING_HEIGHT, type BlockPlace, type BlockPlan } from '../block-plan.ts';
import { drawHeading } from '../blocks/heading.ts';
import { below, type Box } from '../grid.ts';
import { textWidth } from '../measure-text.ts';
import type { SlideCanvas } from '../slide-canvas.ts';
import { COLOUR } from '../theme.ts';
import { paragraph, STYLE } from '../type-styles.ts';
import { FIGURES } from './chart-style.ts';
import { drawActual, lastPoint, pathsOf, type Drawing, type Line, type Surroundings } from './line-drawing.ts';
import { placeLabel, spreadLabels } from './line-labels.ts';
import { moneyScale, type MoneyScale } from './money-scale.ts';
import { roundSteps } from './round-steps.ts';

const HEIGHT = { least: 2.2, wish: 3.9 } as const;
const HEADING_GAP = 0.08;
/** Room on the left for the values of the axis, on the right for the names of the lines, below for the months. */
const PLOT: Omit<PlotArea, 'h'> = { x: 0.085, y: 0.02, w: 0.745 };
const NAMES_HEIGHT = 0.3;
const MONTHS_APART = 6;
const MONTH_WIDTH = 0.6;
const RING = 0.16;
/** These two carry a meaning and stay when a deck is recoloured. */
const BELOW_ZERO = 'F3D9D6';
const GRIDLINE: Stroke = { colour: 'E6E9ED', points: 0.5 };

const STROKE: Readonly<Record<Line['role'], Stroke>> = {
  reference: { colour: COLOUR.plan, points: 1.75 },
  forecast: { colour: COLOUR.plan, points: 1.75, dash: 'sysDash' },
  actual: { colour: COLOUR.accent, points: 3 },
};

interface Balance {
  readonly lines: readonly Line[];
  readonly balance: NonNullable<LineChart['balance']>;
  readonly place: BlockPlace;
}

/** Money put in and money back: the plan tinted below and above zero, what came on top of it, a ring where it is paid back. */
export function planBalanceChart(chart: LineChart, { lines, balance, place }: Balance): BlockPlan {
  const top = HEADING_HEIGHT + HEADING_GAP;
  return {
    least: top + HEIGHT.least,
    wish: top + HEIGHT.wish,
    draw(canvas, box) {
      const { words, name } = place;
      const values = lines.flatMap((line) => line.values).filter((value) => value !== null);
      const scale = moneyScale(values, chart.currency);
      const aside = [scale.words, ...(balance.aside ? [words.say(balance.aside)] : [])].join('. ');
      drawHeading(canvas, name, box, {
        text: words.say(chart.heading),
        aside: [{ ...STYLE.soft, text: aside }],
      });
      const frame = below(box, top);
      const plot = { ...PLOT, h: 1 - PLOT.y - NAMES_HEIGHT / frame.h };
      const axis = roundSteps(values);
      canvas.chart(name, frame, {
        categories: chart.categories.map(words.plain),
        series: seriesOf(lines, words),
        plot,
        ...axesOf(axis, scale),
        description: words.say(chart.description),
      });
      const count = Math.max(2, chart.categories.length);
      const at: Drawing['at'] = (index, value) => ({
        x: frame.x + frame.w * (plot.x + (plot.w * index) / (count - 1)),
        y: frame.y + frame.h * (plot.y + plot.h * (1 - (value - axis.min) / (axis.max - axis.min))),
      });
      const drawing = { chart, lines, frame, name, words, at };
      drawMonths(canvas, drawing);
      const gridlines = gridlinesOf(axis, drawing);
      drawWords(canvas, { ...drawing, frame: { ...frame, h: frame.h - NAMES_HEIGHT } }, { balance, gridlines });
    },
  };
}

function axesOf(axis: ReturnType<typeof roundSteps>, scale: MoneyScale) {
  const look = { size: FIGURES.size, colour: COLOUR.grey };
  return {
    // Office programs turn or wrap the names of so many months, and move the plot for it: they are written beside it instead.
    categoryAxis: { names: 'none', look, line: { colour: COLOUR.grey, points: 1 } },
    valueAxis: {
      min: axis.min,
      max: axis.max,
      majorUnit: axis.step,
      gridlines: GRIDLINE,
      labels: { look, format: scale.format() },
    },
  } as const;
}

/** The tints first: what is drawn first lies behind. */
function seriesOf(lines: readonly Line[], words: Drawing['words']): Series[] {
  const plan = lines.find(({ role }) => role === 'reference');
  const tint = (name: string, colour: string, side: (value: number) => number): Series[] =>
    plan
      ? [{ kind: 'area', name, colour, values: plan.values.map((value) => (value === null ? null : side(value))) }]
      : [];
  return [
    ...tint('Below zero', BELOW_ZERO, (value) => Math.min(value, 0)),
    ...tint('Above zero', COLOUR.tint, (value) => Math.max(value, 0)),
    ...lines.map(({ role, label, values }): Series => ({
      kind: 'line',
      name: words.plain(label),
      values,
      stroke: STROKE[role],
    })),
  ];
}

function drawMonths(canvas: SlideCanvas, { chart, frame, name, words, at }: Drawing): void {
  const y = frame.y + frame.h - NAMES_HEIGHT + 0.04;
  chart.categories.forEach((category, index) => {
    if (index % MONTHS_APART !== 0) return;
    const box = { x: at(index, 0).x - MONTH_WIDTH / 2, y, w: MONTH_WIDTH, h: NAMES_HEIGHT - 0.04 };
    canvas.text(`${name}.month-${index}`, box, [paragraph(words.plain(category), STYLE.soft, { align: 'center' })]);
  });
}

type Gridlines = Surroundings['gridlines'];

function gridlinesOf({ min, max, step }: ReturnType<typeof roundSteps>, { at, chart }: Drawing): Gridlines {
  const count = Math.round((max - min) / step) + 1;
  return Array.from({ length: count }, (_, i) =>
    [0, chart.categories.length - 1].map((month) => at(month, min + i * step)),
  );
}

/** The names of the lines and of the ring, above the names of the months. */
function drawWords(
  canvas: SlideCanvas,
  drawing: Drawing,
  { balance: { ring }, gridlines }: { readonly balance: Balance['balance']; readonly gridlines: Gridlines },
): void {
  const { lines, frame, name, words, at, chart } = drawing;
  const named = lines.filter(({ role }) => role !== 'actual');
  const ends = named.map((line) => lastPoint(line, at));
  const tops = spreadLabels(
    ends.map(({ point }) => point.y),
    frame,
  );
  const x = frame.x + frame.w * (PLOT.x + PLOT.w) + 0.08;
  named.forEach((line, i) => {
    canvas.text(`${name}.${line.role}-label`, { x, y: tops[i]!, w: frame.x + frame.w - x, h: 0.43 }, [
      paragraph(words.plain(line.label), STYLE.softStrong),
      paragraph(words.amount(ends[i]!.value, chart.currency), STYLE.soft),
    ]);
  });
  const plan = lines.find(({ role }) => role === 'reference');
  const zero = at(0, 0);
  const taken = [
    { ...zero, w: at(chart.categories.length - 1, 0).x - zero.x, h: 0 },
    ...(ring && plan ? drawRing(canvas, drawing, { plan, gridlines, ...ring }) : []),
  ];
  const actual = lines.find(({ role }) => role === 'actual');
  if (actual) drawActual(canvas, drawing, actual, { taken, gridlines });
}

/** The ring with its words; what it takes up. */
function drawRing(
  canvas: SlideCanvas,
  drawing: Drawing,
  ring: { readonly plan: Line; readonly gridlines: Gridlines } & NonNullable<Balance['balance']['ring']>,
): Box[] {
  const { frame, name, words, at } = drawing;
  const value = ring.plan.values[ring.category];
  if (value === null || value === undefined) return [];
  const point = at(ring.category, value);
  const circle: Box = { x: point.x - RING / 2, y: point.y - RING / 2, w: RING, h: RING };
  canvas.ellipse(`${name}.payback-ring`, circle, { fill: COLOUR.page, line: COLOUR.ink });
  const text = words.say(ring.label);
  const size = { w: textWidth(text, STYLE.strong) + 0.02, h: 0.22 };
  const lines = [...pathsOf(drawing), ...ring.gridlines];
  const box = placeLabel({ x: point.x, y: point.y - RING / 2 }, size, { lines, frame, above: true });
  canvas.text(`${name}.payback-label`, box, [paragraph(text, STYLE.strong)]);
  return [circle, box];
}
