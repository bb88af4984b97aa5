import type { Chart, ClusterChart } from '../../document/chart.ts';
import { formatAmount, formatRoughCount, type FormatOptions } from '../../units/format.ts';
import { statusText } from './draw-table.ts';
import { drawGrid } from './draw-grid.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** The values of a chart as a table, a category a row; categories nothing is known of are left out. */
export function drawChart(chart: Chart, format: FormatOptions): string {
  if (chart.kind === 'clusters') return drawClusters(chart);
  const print = (value: number | null | undefined) =>
    value == null ? '' : escapeMarkdown(formatAmount(value, chart.currency, format));
  if (chart.kind === 'bars') {
    return drawGrid(
      [
        { label: '', align: 'left' },
        { label: 'Amount', align: 'right' },
      ],
      chart.bars.map(({ label, value }) => [escapeMarkdown(label), print(value)]),
    );
  }
  const series = chart.kind === 'lines' ? chart.lines : [chart.bars, ...chart.marks];
  const categories = chart.kind === 'lines' ? chart.categories.map((label) => ({ label })) : chart.categories;
  const statuses = categories.map((category) =>
    'status' in category && category.status ? category.status : undefined,
  );
  const hasStatus = statuses.some((status) => status);
  const columns = series.map(({ label }) => ({ label: escapeMarkdown(label), align: 'right' as const }));
  const rows = categories.flatMap(({ label }, index) => {
    const values = series.map(({ values }) => print(values[index]));
    const status = statuses[index];
    if (values.every((value) => value === '') && !status) return [];
    return [[escapeMarkdown(label), ...values, ...(hasStatus ? [status ? statusText(status) : ''] : [])]];
  });
  const status = hasStatus ? [{ label: 'Status', align: 'left' as const }] : [];
  return drawGrid([{ label: '', align: 'left' }, ...columns, ...status], rows);
}

/** What nobody knows anything of keeps its place: the stages of a waterfall follow from each other. */
function drawClusters({ categories, series }: ClusterChart): string {
  const columns = series.map(({ label }) => ({ label: escapeMarkdown(label), align: 'right' as const }));
  const rows = categories.map((category, at) => {
    const counts = series.map(({ values }) => values[at] ?? null);
    const unknown = counts.every((count) => count === null) ? 'n/a' : '';
    return [
      escapeMarkdown(category),
      ...counts.map((count) => (count === null ? unknown : escapeMarkdown(formatRoughCount(count)))),
    ];
  });
  return drawGrid([{ label: '', align: 'left' }, ...columns], rows);
}
