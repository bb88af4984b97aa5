import type { Chart, Series, TextLook } from '../../../src/ooxml/charts/chart.ts';
import type { ChartCells } from '../../../src/ooxml/charts/chart-cells.ts';

const NAMES: TextLook = { size: 12, colour: 'tx2' };
const FIGURES: TextLook = { size: 12, colour: 'tx1' };
const STRONG: TextLook = { size: 14, bold: true, colour: 'tx1' };
const MONTHS = ['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const AXIS = { colour: 'tx2', points: 1 };

function chart(
  categories: Chart['categories'],
  series: readonly Series[],
  more: Partial<Omit<Chart, 'categories' | 'series'>> = {},
): Chart {
  return {
    categories,
    series,
    categoryAxis: { names: 'low', look: NAMES, line: AXIS },
    valueAxis: { min: 0 },
    language: 'en-GB',
    ...more,
  };
}

/** A chart of every kind that the pages show. */
export const RECIPES: Readonly<Record<string, Chart>> = {
  'running totals': chart(
    MONTHS,
    [
      line('Plan', [10, 20, 30, 40, 50, 60], { colour: 'accent5', points: 1.5 }),
      line('Forecast', [null, null, null, 38, 48, 57], { colour: 'accent1', points: 2.25, dash: 'sysDash' }),
      line('Actual', [9, 21, 30, 38, null, null], { colour: 'accent1', points: 3 }),
    ],
    {
      categoryAxis: { names: 'none', look: NAMES, line: AXIS },
      valueAxis: { min: 0, max: 65 },
      plot: { x: 0.005, y: 0.04, w: 0.83, h: 0.94 },
    },
  ),
  'months against plan': chart(
    MONTHS,
    [
      {
        kind: 'bars',
        name: 'Actual',
        values: [398_000, 377_000, 0, 471_000, null, null],
        colour: 'accent2',
        labels: { position: 'inBase', format: '#,##0,;"−"#,##0,;0', look: FIGURES },
      },
      {
        kind: 'line',
        name: 'Plan & more',
        values: [396_000, 396_000, 396_000, 468_000, 468_000, 468_000],
        marker: { symbol: 'dash', size: 16, colour: 'tx1', outline: { colour: 'tx1', points: 0.75 } },
      },
      {
        kind: 'line',
        name: 'A year ago',
        values: [300_000, 310_000, null, 290_000, 320_000, null],
        marker: { symbol: 'circle', size: 9, colour: 'accent3', outline: { colour: 'tx1', points: 0.75 } },
      },
    ],
    { bars: { direction: 'col', gap: 45 } },
  ),
  stages: chart(
    ['Negotiate (7)', 'Propose (19)', 'Validate (14)'],
    [
      {
        kind: 'bars',
        name: 'Open by stage',
        values: [453_300, 1_537_400, 1_044_300],
        colour: 'accent2',
        labels: { position: 'outEnd', format: '#,##0,;;', look: FIGURES },
      },
    ],
    { bars: { direction: 'bar', gap: 35 }, categoryAxis: { names: 'low', look: NAMES } },
  ),
  'two bars a category': chart(
    ['Leads', 'Meetings', 'Deals'],
    [
      { kind: 'bars', name: 'Plan', values: [40, 20, 8], colour: 'accent3', labels: labels('outEnd') },
      { kind: 'bars', name: 'Actual', values: [36, 24, 5], colour: 'accent1', labels: labels('outEnd') },
    ],
    {
      bars: { direction: 'col', gap: 40 },
      legend: { position: 'top', look: NAMES },
      title: { text: 'From leads to deals', look: STRONG },
    },
  ),
  'profit over months': chart(
    { numbers: [45_839, 45_870, 45_901, 45_931, 45_962, 45_992], format: 'mmm yy' },
    [
      { kind: 'area', name: 'Loss', values: [-10, -14, -9, -2, 0, 0], colour: 'F3D9D6' },
      { kind: 'area', name: 'Profit', values: [0, 0, 0, 0, 6, 15], colour: 'accent4' },
      line('Conservative', [-10, -15, -12, -8, -3, 2], { colour: 'accent5', points: 1.75, dash: 'sysDash' }),
      line('Base', [-10, -14, -9, -2, 6, 15], { colour: 'accent5', points: 1.75 }),
    ],
    {
      categoryAxis: { names: 'low', look: NAMES, line: AXIS, everyNth: 3 },
      valueAxis: {
        min: -20,
        max: 20,
        majorUnit: 10,
        gridlines: { colour: 'E6E9ED', points: 0.5 },
        labels: { look: NAMES, format: '#,##0;−#,##0;0' },
      },
    },
  ),
  'what the profit hangs on': chart(
    ['Deal size', 'Win rate', 'Ramp'],
    [
      { kind: 'bars', name: 'Low', values: [-30, -22, -8], colour: 'accent3' },
      { kind: 'bars', name: 'High', values: [28, 20, 9], colour: 'accent1' },
    ],
    {
      bars: { direction: 'bar', gap: 35, grouping: 'over' },
      categoryAxis: { names: 'low', look: NAMES, line: AXIS, isReversed: true },
      valueAxis: { labels: { look: NAMES, format: '#,##0' } },
    },
  ),
  'parts of a whole': chart(
    ['Q1', 'Q2'],
    [
      { kind: 'bars', name: 'Won', values: [5, 8], colour: 'accent1', labels: labels('inEnd') },
      { kind: 'bars', name: 'Open', values: [3, 4], colour: 'accent3', labels: labels('outEnd') },
    ],
    { bars: { direction: 'col', gap: 60, grouping: 'stacked' } },
  ),
};

/** Cells of a chart on a sheet: categories in column A from row 2, the names of the series above. */
export function cellsOn(sheet: string, { series, categories }: Chart): ChartCells {
  const last = ('numbers' in categories ? categories.numbers.length : categories.length) + 1;
  const range = (column: number) => {
    const letter = String.fromCharCode(65 + column);
    return `'${sheet}'!$${letter}$2:$${letter}$${last}`;
  };
  return {
    categories: range(0),
    series: series.map((_, i) => ({
      name: `'${sheet}'!$${String.fromCharCode(66 + i)}$1`,
      values: range(i + 1),
    })),
  };
}

function line(name: string, values: readonly (number | null)[], stroke: NonNullable<SeriesStroke>): Series {
  return { kind: 'line', name, values, stroke };
}

type SeriesStroke = Extract<Series, { kind: 'line' }>['stroke'];

function labels(position: 'inEnd' | 'outEnd') {
  return { position, format: '#,##0', look: FIGURES };
}
