import type { BarChart, Chart, ColumnChart, LineChart } from '../../document/chart.ts';
import { formatAmount, type FormatOptions } from '../../units/format.ts';
import { bar, sparkline } from './bar.ts';
import { drawClusters } from './draw-clusters.ts';
import { drawMonths } from './draw-months.ts';
import { drawGrid, freeWidth, type GridColumn } from './grid.ts';
import { run, statusRun, type Line, type Pen } from './pen.ts';

/** A shorter bar says nothing. */
const LEAST_BAR = 6;

/** A chart in rows: values as text first, bars and small columns beside them. */
export function drawChart(chart: Chart, format: FormatOptions, pen: Pen): Line[] {
  switch (chart.kind) {
    case 'lines':
      return drawLines(chart, format, pen);
    case 'columns':
      return chart.density === 'many' ? drawMonths(chart, pen) : drawPeriods(chart, format, pen);
    case 'bars':
      return drawBars(chart, format, pen);
    case 'clusters':
      return drawClusters(chart, pen);
  }
}

/** Running totals: where each line stands at its end. */
function drawLines({ lines, currency }: LineChart, format: FormatOptions, pen: Pen): Line[] {
  const columns: GridColumn[] = [
    { label: '', align: 'left', cut: 'text' },
    { label: '', align: 'right', cut: 'fixed' },
    { label: '', align: 'left', cut: 'fixed', soft: true },
  ];
  const rows = lines.map(({ label, values }) => {
    const last = values.findLast((value) => value !== null);
    const spark = sparkline(values, pen);
    return [
      [run(label)],
      [run(last === undefined || last === null ? 'n/a' : formatAmount(last, currency, format), 'bold')],
      spark ? [spark] : [],
    ];
  });
  return drawGrid(columns, rows, pen);
}

/** Few periods: a bar, its value and what it is measured against, with a status. */
function drawPeriods({ categories, bars, marks, currency }: ColumnChart, format: FormatOptions, pen: Pen): Line[] {
  const largest = Math.max(0, ...[bars, ...marks].flatMap(({ values }) => values.map((value) => value ?? 0)));
  const print = (value: number | null | undefined) =>
    value == null ? [] : [run(formatAmount(value, currency, format))];
  const hasStatus = categories.some(({ status }) => status);
  const columns: GridColumn[] = [
    // Of a period cut short nobody knows any more which it is: the bar gives way.
    { label: '', align: 'left', cut: 'fixed' },
    { label: '', align: 'left', cut: 'fixed', soft: true },
    { label: bars.label, align: 'right', cut: 'fixed' },
    ...marks.map(({ label }) => ({ label, align: 'right', cut: 'fixed', soft: true }) as const),
    { label: hasStatus ? 'Status' : '', align: 'left', cut: 'fixed' },
  ];
  const rowsOf = (length: number) =>
    categories.map(({ label, status }, index) => [
      [run(label)],
      length === 0 ? [] : bar(bars.values[index] ?? null, largest, length),
      print(bars.values[index]).map(({ text }) => run(text, 'bold')),
      ...marks.map(({ values }) => print(values[index])),
      status ? [statusRun(status)] : [],
    ]);
  const room = freeWidth(columns, rowsOf(0), pen);
  return drawGrid(columns, rowsOf(Math.min(barLength(pen), Math.max(LEAST_BAR, room))), pen);
}

function drawBars({ bars, currency }: BarChart, format: FormatOptions, pen: Pen): Line[] {
  const largest = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  const print = (value: number | null) => (value === null ? 'n/a' : formatAmount(value, currency, format));
  const columns: GridColumn[] = [
    { label: '', align: 'left', cut: 'text' },
    { label: '', align: 'left', cut: 'fixed', soft: true },
    { label: '', align: 'right', cut: 'fixed' },
  ];
  const rows = bars.map(({ label, value }) => [
    [run(label)],
    bar(value, largest, barLength(pen)),
    [run(print(value), 'bold')],
  ]);
  return drawGrid(columns, rows, pen);
}

function barLength(pen: Pen): number {
  return pen.wide ? 34 : 12;
}
