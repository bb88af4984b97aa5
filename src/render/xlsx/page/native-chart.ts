import { placeBarLabels } from '../../../document/bar-label-place.ts';
import type { Chart, ClusterChart } from '../../../document/chart.ts';
import type { BarSeries, Chart as NativeChart, LineSeries, Series, TextLook } from '../../../ooxml/charts/chart.ts';
import { CLUSTER_GAP, clusterSeries } from './cluster-series.ts';
import { cutText } from '../../../units/cut-text.ts';
import { formatSentence, type FormatOptions } from '../../../units/format.ts';
import { excelDate } from '../excel-date.ts';
import type { ChartGrid, SeriesColumn } from './chart-grid.ts';
import { MONTH_FORMAT } from './value-cell.ts';

const WORDS: TextLook = { size: 9, colour: 'tx2' };
const TITLE: TextLook = { size: 12, bold: true, colour: 'tx1' };
const NUMBERS: TextLook = { size: 9, colour: 'tx1' };
const GRIDLINES = { colour: 'E6E9ED', points: 0.5 } as const;
const AXIS_LINE = { colour: 'tx2', points: 0.75 } as const;
/** Money as short as it is on pages: 1.24M, 431K. */
const SHORT = '[>=999500]0.00,,"M";[>=1000]#,##0,"K";#,##0';
/** Characters of a title that leave room for the chart. */
const LONGEST_TITLE = 60;
/** Names that stand side by side under a narrow chart. */
const MOST_NAMES = 8;
const SHORT_WITHOUT_ZERO = '[>=999500]0.00,,"M";[>=1000]#,##0,"K";#,###';
const SHORT_AXIS = '[>=1000000]0.0,,"M";[>=1000]#,##0,"K";#,##0';

/** A chart as Excel draws it itself, from the numbers on a sheet; it can be edited like any other. */
export function nativeChart(
  grid: ChartGrid,
  chart: Chart,
  { format, isNarrow }: { readonly format: FormatOptions; readonly isNarrow: boolean },
): NativeChart {
  const columns = grid.columns.filter((column) => column.chart === chart);
  const isSideways = chart.kind === 'bars';
  return {
    categories: categoriesOf(grid),
    series:
      chart.kind === 'clusters'
        ? clusterSeries(columns, { look: NUMBERS, isNarrow })
        : columns.map((column) => seriesOf(column, chart, labelsOf(chart))),
    bars: { direction: isSideways ? 'bar' : 'col', gap: gapOf(chart) },
    categoryAxis: {
      ...{ names: 'low', look: WORDS, line: AXIS_LINE },
      ...(isSideways && { isReversed: true }),
      ...(chart.kind === 'clusters' && { isLevel: true }),
      ...(isNarrow &&
        grid.categories.length > MOST_NAMES && { everyNth: Math.ceil(grid.categories.length / MOST_NAMES) }),
    },
    valueAxis: chart.kind === 'lines' ? { labels: { look: WORDS, format: SHORT_AXIS }, gridlines: GRIDLINES } : {},
    title: { text: `${cutText(formatSentence(chart.heading, format), LONGEST_TITLE)}, ${unitOf(chart)}`, look: TITLE },
    ...((columns.length > 1 || chart.kind === 'clusters') && { legend: { position: 'bottom', look: WORDS } as const }),
    language: format.locale,
  };
}

function categoriesOf({ categories, months }: ChartGrid): NativeChart['categories'] {
  if (!months) return categories;
  return { numbers: months.map((month) => excelDate(`${month}-01`) ?? 0), format: MONTH_FORMAT };
}

function unitOf(chart: Chart): string {
  return chart.kind === 'clusters' ? chart.unit : chart.currency;
}

function gapOf(chart: Chart): number {
  if (chart.kind === 'clusters') return CLUSTER_GAP;
  if (chart.kind === 'bars') return 35;
  return chart.kind === 'columns' && chart.density === 'few' ? 90 : 45;
}

/** Where and how bars say their value: where no mark runs through it. */
function labelsOf(chart: MoneyChart): NonNullable<BarSeries['labels']> {
  const look = chart.kind === 'columns' && chart.density === 'many' ? { ...NUMBERS, size: 8 } : NUMBERS;
  if (chart.kind !== 'columns') return { position: 'outEnd', format: SHORT, look };
  const marks = chart.marks.map(({ values }) => values);
  const { position, hidesZero } = placeBarLabels(chart.bars.values, marks, {
    plotHeight: 2.3,
    labelHeight: look.size / 60,
  });
  return { position, format: hidesZero ? SHORT_WITHOUT_ZERO : SHORT, look };
}

function seriesOf({ label, role, values }: SeriesColumn, chart: MoneyChart, labels: BarSeries['labels']): Series {
  const isMany = chart.kind === 'columns' && chart.density === 'many';
  const data = { name: label, values };
  switch (role) {
    case 'bars':
      return { ...data, kind: 'bars', colour: 'accent2', ...(labels && { labels }) };
    case 'target':
      return { ...line(data), marker: { symbol: 'dash', size: isMany ? 14 : 24, colour: 'tx1' } };
    case 'previous':
      return { ...line(data), marker: previousMark(chart) };
    case 'reference':
      return { ...line(data), stroke: { colour: 'accent5', points: 1.5 } };
    case 'forecast':
      return { ...line(data), stroke: { colour: 'accent1', points: 2.25, dash: 'sysDash' } };
    case 'actual':
      return { ...line(data), stroke: { colour: 'accent1', points: 3 } };
  }
}

type MoneyChart = Exclude<Chart, ClusterChart>;
type Data = Pick<BarSeries, 'name' | 'values'>;

function line(data: Data): LineSeries {
  return { ...data, kind: 'line' };
}

/** What was before is a small pale circle, a year ago in a chart of many months smaller still. */
function previousMark(chart: MoneyChart): NonNullable<LineSeries['marker']> {
  const size = chart.kind === 'columns' && chart.density === 'many' ? 7 : 9;
  return { symbol: 'circle', size, colour: 'accent3', outline: { colour: 'tx1', points: 0.75 } };
}
