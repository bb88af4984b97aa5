import type { ClusterChart } from '../../document/chart.ts';
import { formatRoughCount } from '../../units/format.ts';
import { bar } from './bar.ts';
import { drawGrid, freeWidth, type GridCell, type GridColumn } from './grid.ts';
import { run, type Line, type Pen } from './pen.ts';

/** A shorter bar says nothing. */
const LEAST_BAR = 6;

/** Counts side by side: a row a category, and for each series its number and its bar, all bars drawn to one scale. */
export function drawClusters({ categories, series }: ClusterChart, pen: Pen): Line[] {
  const known = series.flatMap(({ values }) => values.map((value) => value ?? 0));
  const largest = Math.max(0, ...known.filter(Number.isFinite));
  const columns: GridColumn[] = [
    { label: '', align: 'left', cut: 'text' },
    ...series.flatMap(({ label }): GridColumn[] => [
      { label, align: 'right', cut: 'fixed' },
      { label: '', align: 'left', cut: 'fixed', soft: true },
    ]),
  ];
  const rowsOf = (length: number) =>
    categories.map((category, at): GridCell[] => {
      const counts = series.map(({ values }) => values[at] ?? null);
      const isUnknown = counts.every((count) => count === null);
      return [
        [run(category)],
        ...counts.flatMap((count): GridCell[] => [
          count === null ? (isUnknown ? [run('n/a', 'dim')] : []) : [run(formatRoughCount(count), 'bold')],
          length === 0 || count === null ? [] : bar(count, largest, length),
        ]),
      ];
    });
  const room = Math.floor(freeWidth(columns, rowsOf(0), pen) / Math.max(1, series.length));
  return drawGrid(columns, rowsOf(Math.min(longestBar(pen), Math.max(LEAST_BAR, room))), pen);
}

function longestBar(pen: Pen): number {
  return pen.wide ? 30 : 16;
}
