import type { ColumnChart } from '../../document/chart.ts';
import { numberScale, type NumberScale } from '../../document/number-scale.ts';
import { sparkline } from './bar.ts';
import { drawGrid, type GridCell, type GridColumn } from './grid.ts';
import { run, type Line, type Pen } from './pen.ts';

const LABEL_WIDTH = 14;

/**
 * Months side by side: a column a month with its bar and its marks as numbers, and the shape of all months at the end.
 * Where there are more months than columns, the latest ones stay.
 */
export function drawMonths(chart: ColumnChart, pen: Pen): Line[] {
  const { bars, marks, currency } = chart;
  const scale = numberScale(
    [bars, ...marks].flatMap(({ values }) => values),
    currency,
  );
  const indexes = monthsToShow(chart);
  const columnWidth = widestEntry(chart, indexes, scale, pen) + (pen.wide ? 4 : 2);
  const room = pen.width - Math.max(LABEL_WIDTH, pen.measure(scale.unit));
  const spark = sparkline(
    indexes.map((index) => bars.values[index] ?? null),
    pen,
  );
  const sparkWidth = Math.max(indexes.length, pen.measure(sparkLabel(indexes))) + (pen.wide ? 4 : 2);
  const shown = indexes.slice(-Math.max(1, Math.floor(room / columnWidth)));
  const withSpark = spark !== undefined && shown.length * columnWidth + sparkWidth <= room;
  const columns: GridColumn[] = [
    { label: scale.unit, align: 'left', cut: 'text' },
    ...shown.map((index) => ({ label: chart.categories[index]!.label, align: 'right', cut: 'fixed' }) as const),
    ...(withSpark ? ([{ label: sparkLabel(indexes), align: 'left', cut: 'fixed' }] as const) : []),
  ];
  const cellsOf = (label: string, values: readonly (number | null)[]): GridCell[] => [
    [run(label)],
    ...shown.map((index) => (values[index] == null ? [] : [run(scale.print(values[index]))])),
  ];
  const rows = [
    [...cellsOf(bars.label, bars.values), ...(withSpark ? [[spark]] : [])],
    ...marks.map(({ label, values }) => cellsOf(label, values)),
  ];
  return drawGrid(columns, rows, pen);
}

/** The months from the first to the last that has a bar; all of them where none has one yet. */
function monthsToShow({ categories, bars }: ColumnChart): number[] {
  const indexes = [...categories.keys()];
  const isKnown = (index: number) => (bars.values[index] ?? null) !== null;
  const first = indexes.findIndex(isKnown);
  return first < 0 ? indexes : indexes.slice(first, indexes.findLastIndex(isKnown) + 1);
}

function widestEntry(chart: ColumnChart, indexes: readonly number[], scale: NumberScale, pen: Pen): number {
  const numbers = [chart.bars, ...chart.marks].flatMap(({ values }) => indexes.map((index) => values[index] ?? null));
  const entries = numbers.map((value) => (value === null ? 0 : pen.measure(scale.print(value))));
  return Math.max(3, ...entries, ...indexes.map((index) => pen.measure(chart.categories[index]!.label)));
}

function sparkLabel(indexes: readonly number[]): string {
  return indexes.length === 1 ? '1 month' : `${indexes.length} months`;
}
