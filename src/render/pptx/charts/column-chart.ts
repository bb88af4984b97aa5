import type { ColumnChart } from '../../../document/chart.ts';
import { HEADING_HEIGHT, type BlockPlace, type BlockPlan } from '../block-plan.ts';
import { CHIP_HEIGHT } from '../blocks/status.ts';
import { drawHeading } from '../blocks/heading.ts';
import { countLines, fitLine, runsWidth, type Run } from '../fit-text.ts';
import { below, type Box } from '../grid.ts';
import { lineHeight, textWidth } from '../measure-text.ts';
import type { ChartOptions, ChartParts } from '../slide-canvas.ts';
import { COLOUR, SIZE } from '../theme.ts';
import { STYLE } from '../type-styles.ts';
import { baseOptions, MONTHS_PLOT, series, type PlotArea, type Range } from './chart-style.ts';
import { drawPeriodChips } from './period-chips.ts';
import { axisRange, finite, moneyScale, type MoneyScale } from './money-scale.ts';
import { planWithoutData } from './without-data.ts';

const NAMES_HEIGHT = 0.27;
const KEY_GAP = '  ';
/** Height of label and circle together, from the foot of a bar: nearer than this they would touch. */
const LABEL_ZONE = 0.36;

const DENSITY = {
  many: {
    least: 0.8,
    wish: 1.3,
    plot: MONTHS_PLOT,
    gap: 45,
    label: { size: 12, bold: false },
    dash: 16,
    headingGap: 0.04,
  },
  few: {
    least: 0.8,
    wish: 1.5,
    plot: { x: 0.02, w: 0.96 },
    gap: 90,
    label: { size: 14, bold: true },
    dash: 28,
    headingGap: 0,
  },
} as const;
const CIRCLE = 9;

interface Columns {
  readonly names: readonly string[];
  readonly bars: readonly (number | null)[];
  readonly marks: readonly {
    readonly role: 'target' | 'previous';
    readonly label: string;
    readonly values: readonly (number | null)[];
  }[];
  readonly scale: MoneyScale;
  readonly range: Range;
}

/** Vertical bars with marks on them: per month under a line chart, or per period with a chip under each. */
export function planColumnChart(chart: ColumnChart, place: BlockPlace): BlockPlan {
  const columns = readColumns(chart);
  if (![columns.bars, ...columns.marks.map((mark) => mark.values)].flat().some((value) => value !== null)) {
    return planWithoutData(chart, place);
  }
  const form = DENSITY[chart.density];
  const header = headerOf(chart, columns.scale, place);
  const top = HEADING_HEIGHT + header.keyHeight + form.headingGap;
  const hasChips = chart.density === 'few' && chart.categories.some((category) => category.status);
  const bottom = hasChips ? CHIP_HEIGHT : 0;
  return {
    least: top + form.least + bottom,
    wish: top + form.wish + bottom,
    draw(canvas, box) {
      drawHeading(canvas, place.name, box, { text: place.words.say(chart.heading), aside: header.aside });
      if (header.key.length > 0) {
        const line: Box = { ...below(box, HEADING_HEIGHT), h: header.keyHeight };
        canvas.text(`${place.name}.key`, line, [{ runs: header.key, lines: 2 }]);
      }
      const frame: Box = { ...box, y: box.y + top, h: box.h - top - bottom };
      const options = columnOptions(chart, columns, frame);
      canvas.chart(place.name, frame, columnParts(chart, columns, frame), {
        ...options,
        description: place.words.say(chart.description),
      });
      if (hasChips) {
        const centre = (i: number) =>
          frame.x + frame.w * (form.plot.x + (form.plot.w * (i + 0.5)) / columns.names.length);
        const pitch = (frame.w * form.plot.w) / columns.names.length;
        drawPeriodChips(canvas, place.name, chart.categories, { y: frame.y + frame.h, pitch, centre });
      }
    },
  };
}

function readColumns(chart: ColumnChart): Columns {
  const count = chart.categories.length;
  const bars = finite(chart.bars.values).slice(0, count);
  const marks = chart.marks.map((mark) => ({ ...mark, values: finite(mark.values).slice(0, count) }));
  const values = [bars, ...marks.map((mark) => mark.values)].flat();
  return {
    names: chart.categories.map((category) => category.label),
    bars,
    marks: marks.filter((mark) => mark.values.some((value) => value !== null)),
    scale: moneyScale(values, chart.currency),
    range: axisRange(values, 0.08),
  };
}

/** Unit and colour key: behind the heading where they fit, the key on lines of its own where they do not. */
function headerOf(
  chart: ColumnChart,
  scale: MoneyScale,
  place: BlockPlace,
): { readonly aside: readonly Run[]; readonly key: readonly Run[]; readonly keyHeight: number } {
  const heading = textWidth(place.words.say(chart.heading), STYLE.lead);
  const key = keyRuns(chart, place);
  const unit: Run = { ...STYLE.soft, text: scale.words };
  const inline = [unit, { ...STYLE.soft, text: KEY_GAP }, ...key];
  if (chart.density === 'many' && heading + runsWidth(inline) + 0.15 <= place.width)
    return { aside: inline, key: [], keyHeight: 0 };
  const isTight = heading + runsWidth([unit]) + 0.15 > place.width;
  const lines = Math.min(2, countLines(key, place.width));
  return {
    aside: [isTight ? { ...unit, text: scale.shortWords } : unit],
    key,
    keyHeight: lines * lineHeight(SIZE.detail) + 0.06,
  };
}

function keyRuns(chart: ColumnChart, { words }: BlockPlace): Run[] {
  const entry = (symbol: string, colour: string, label: string, isLast: boolean): Run[] => [
    { ...STYLE.soft, colour, text: `${symbol}\u00a0` },
    { ...STYLE.soft, text: words.plain(label) + (isLast ? '' : KEY_GAP) },
  ];
  return [
    ...entry('■', COLOUR.bar, chart.bars.label, chart.marks.length === 0),
    ...chart.marks.flatMap((mark, i) =>
      entry(mark.role === 'target' ? '▬' : '○', COLOUR.ink, mark.label, i === chart.marks.length - 1),
    ),
  ];
}

function columnOptions(chart: ColumnChart, { names, range }: Columns, frame: Box): ChartOptions {
  const form = DENSITY[chart.density];
  const plot: PlotArea = { ...form.plot, y: 0.04, h: Math.max(0.2, 0.96 - NAMES_HEIGHT / frame.h) };
  const pitch = (frame.w * form.plot.w) / names.length;
  const widest = Math.max(...names.map((name) => textWidth(name, STYLE.soft)));
  const frequency = chart.density === 'many' ? Math.ceil((widest + 0.05) / pitch) : 1;
  return {
    ...baseOptions(plot, range),
    catAxisLabelPos: 'low',
    ...(frequency > 1 && { catAxisLabelFrequency: String(frequency) }),
  };
}

function columnParts(chart: ColumnChart, columns: Columns, frame: Box): ChartParts {
  const form = DENSITY[chart.density];
  const pitch = (frame.w * form.plot.w) / columns.names.length;
  const names =
    chart.density === 'few' ? columns.names.map((name) => fitLine(name, pitch - 0.06, STYLE.soft)) : columns.names;
  const seriesCount = columns.marks.length + 1;
  const bars = {
    type: 'bar',
    data: [series(chart.bars.label, names, columns.bars)],
    options: {
      barDir: 'col',
      barGapWidthPct: form.gap,
      chartColors: [COLOUR.bar],
      showValue: labelsFit(columns, form.label, pitch),
      dataLabelPosition: circleTouchesLabel(columns, frame) ? 'inEnd' : 'inBase',
      dataLabelFormatCode: columns.scale.format(),
      dataLabelFontSize: form.label.size,
      dataLabelFontBold: form.label.bold,
    },
  };
  const marks = columns.marks.map((mark) => ({
    type: 'line',
    data: [series(mark.label, names, mark.values)],
    options: {
      ...markLook(mark.role, seriesCount, Math.min(form.dash, Math.max(5, Math.round(pitch * 44)))),
      lineSize: 0,
      showValue: false,
    },
  }));
  return [bars, ...marks] as unknown as ChartParts;
}

/** A dash across the bar, or a small circle. The outline of a marker is written in EMU, its fill once for every series of the chart. */
function markLook(role: 'target' | 'previous', seriesCount: number, dash: number) {
  const isTarget = role === 'target';
  return {
    lineDataSymbol: isTarget ? 'dash' : 'circle',
    lineDataSymbolSize: isTarget ? dash : CIRCLE,
    lineDataSymbolLineSize: 9525,
    lineDataSymbolLineColor: COLOUR.ink,
    chartColors: Array<string>(seriesCount).fill(isTarget ? COLOUR.ink : COLOUR.pale),
  };
}

/** Labels wider than their place would run into each other: then the lines and marks speak alone. */
function labelsFit(
  { bars, scale }: Columns,
  label: { readonly size: number; readonly bold: boolean },
  pitch: number,
): boolean {
  return bars.every((value) => value === null || textWidth(scale.print(value), label) <= pitch * 0.98);
}

/** True when a circle stands where the labels are, and every bar is high enough to carry its label at the top instead. */
function circleTouchesLabel({ bars, marks, range }: Columns, frame: Box): boolean {
  const inches = (value: number) =>
    ((value - Math.max(0, range.min)) / (range.max - range.min)) * (frame.h - NAMES_HEIGHT);
  const isHigh = bars.every((bar) => bar === null || inches(bar) > 2 * LABEL_ZONE);
  const circles = marks.filter((mark) => mark.role === 'previous').flatMap((mark) => mark.values);
  return isHigh && circles.some((value) => value !== null && inches(value) < LABEL_ZONE);
}
