import type { ColumnChart } from '../../../document/chart.ts';
import { fitLine } from '../fit-text.ts';
import type { Box } from '../grid.ts';
import { lineHeight, textWidth } from '../measure-text.ts';
import type { ChartOptions, ChartParts } from '../slide-canvas.ts';
import { COLOUR } from '../theme.ts';
import { STYLE } from '../type-styles.ts';
import { placeBarLabels, type BarLabelPlace } from './bar-label-place.ts';
import { baseOptions, MONTHS_PLOT, series, type PlotArea } from './chart-style.ts';
import type { MoneyScale } from './money-scale.ts';

const NAMES_HEIGHT = 0.27;
/** What sets many narrow bars apart from a few wide ones; sizes in inches, gaps in percent of a bar, type and marks in points. */
export const DENSITY = {
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

/** A column chart as it is drawn: known numbers only, and the unit they are printed in. */
export interface Columns {
  readonly names: readonly string[];
  readonly bars: readonly (number | null)[];
  readonly marks: readonly {
    readonly role: 'target' | 'previous';
    readonly label: string;
    readonly values: readonly (number | null)[];
  }[];
  readonly scale: MoneyScale;
}

/** The bars and the marks on them as the series of one chart, and the options they share. */
export function columnSeries(
  chart: ColumnChart,
  columns: Columns,
  frame: Box,
): { parts: ChartParts; options: ChartOptions } {
  const form = DENSITY[chart.density];
  const plot: PlotArea = { ...form.plot, y: 0.04, h: Math.max(0.2, 0.96 - NAMES_HEIGHT / frame.h) };
  const place = placeBarLabels(
    columns.bars,
    columns.marks.map((mark) => mark.values),
    { plotHeight: plot.h * frame.h, labelHeight: lineHeight(form.label.size) },
  );
  return {
    parts: columnParts(chart, columns, { frame, place }),
    options: {
      ...baseOptions(plot, place.range),
      catAxisLabelPos: 'low',
      ...(chart.density === 'many' && nameFrequency(columns.names, frame.w * form.plot.w)),
    },
  };
}

/** Every how many bars a name fits under them. */
function nameFrequency(names: readonly string[], width: number): ChartOptions {
  const widest = Math.max(...names.map((name) => textWidth(name, STYLE.soft)));
  const frequency = Math.ceil(((widest + 0.05) * names.length) / width);
  return frequency > 1 ? { catAxisLabelFrequency: String(frequency) } : {};
}

function columnParts(
  chart: ColumnChart,
  columns: Columns,
  { frame, place }: { readonly frame: Box; readonly place: BarLabelPlace },
): ChartParts {
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
      dataLabelPosition: place.position,
      dataLabelFormatCode: columns.scale.format(place.hidesZero),
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
