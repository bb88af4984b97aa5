import type { ColumnChart } from '../../../document/chart.ts';
import type { BarSeries, Chart, LineSeries, Marker, PlotArea, Stroke } from '../../../ooxml/charts/chart.ts';
import { fitLine } from '../fit-text.ts';
import type { Box } from '../grid.ts';
import { lineHeight, textWidth } from '../measure-text.ts';
import { COLOUR } from '../theme.ts';
import { STYLE } from '../type-styles.ts';
import { placeBarLabels, type BarLabelPlace } from '../../../document/bar-label-place.ts';
import { axesOf, FIGURES, MONTHS_PLOT } from './chart-style.ts';
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

/** A column chart as it is drawn: clean words, known numbers only, and the unit they are printed in. */
export interface Columns {
  readonly names: readonly string[];
  /** What the bars show. */
  readonly label: string;
  readonly bars: readonly (number | null)[];
  readonly marks: readonly {
    readonly role: 'target' | 'previous';
    readonly label: string;
    readonly values: readonly (number | null)[];
  }[];
  readonly scale: MoneyScale;
}

/** The bars and the marks on them as the series of one chart, with the axes they share. */
export function columnSeries(chart: ColumnChart, columns: Columns, frame: Box): Omit<Chart, 'language'> {
  const form = DENSITY[chart.density];
  const plot: PlotArea = { ...form.plot, y: 0.04, h: Math.max(0.2, 0.96 - NAMES_HEIGHT / frame.h) };
  const pitch = (frame.w * form.plot.w) / columns.names.length;
  const place = placeBarLabels(
    columns.bars,
    columns.marks.map((mark) => mark.values),
    { plotHeight: plot.h * frame.h, labelHeight: lineHeight(form.label.size) },
  );
  const marks = columns.marks.map(({ role, label, values }): LineSeries => ({
    kind: 'line',
    name: label,
    values,
    marker: markerOf(role, Math.min(form.dash, Math.max(5, Math.round(pitch * 44)))),
  }));
  const isMany = chart.density === 'many';
  return {
    categories: isMany ? columns.names : columns.names.map((name) => fitLine(name, pitch - 0.06, STYLE.soft)),
    series: [barSeries(chart, columns, { pitch, place }), ...marks],
    bars: { direction: 'col', gap: form.gap },
    ...axesOf(plot, place.range, isMany ? { everyNth: nameFrequency(columns.names, pitch) } : {}),
  };
}

/** Every how many bars a name fits under them. */
function nameFrequency(names: readonly string[], pitch: number): number {
  const widest = Math.max(...names.map((name) => textWidth(name, STYLE.soft)));
  return Math.max(1, Math.ceil((widest + 0.05) / pitch));
}

function barSeries(
  chart: ColumnChart,
  columns: Columns,
  { pitch, place }: { readonly pitch: number; readonly place: BarLabelPlace },
): BarSeries {
  const { label } = DENSITY[chart.density];
  const labels = {
    position: place.position,
    format: columns.scale.format(place.hidesZero),
    look: { ...FIGURES, ...label },
  };
  return {
    kind: 'bars',
    name: columns.label,
    values: columns.bars,
    colour: COLOUR.bar,
    ...(labelsFit(columns, label, pitch) && { labels }),
  };
}

/** A dash across the bar, or a small circle. */
function markerOf(role: 'target' | 'previous', dash: number): Marker {
  const outline: Stroke = { colour: COLOUR.ink, points: 0.75 };
  return role === 'target'
    ? { symbol: 'dash', size: dash, colour: COLOUR.ink, outline }
    : { symbol: 'circle', size: CIRCLE, colour: COLOUR.pale, outline };
}

/** Labels wider than their place would run into each other: then the lines and marks speak alone. */
function labelsFit(
  { bars, scale }: Columns,
  label: { readonly size: number; readonly bold: boolean },
  pitch: number,
): boolean {
  return bars.every((value) => value === null || textWidth(scale.print(value), label) <= pitch * 0.98);
}
