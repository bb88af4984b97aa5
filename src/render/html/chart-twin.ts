import type { Chart } from '../../document/chart.ts';
import { formatAmount, formatRoughCount, formatSentence, type FormatOptions } from '../../units/format.ts';
import { escapeHtml } from './escape-html.ts';

/** A chart's values as a table for those who cannot see it; it takes no room on the page. */
export function chartTwin(chart: Chart, format: FormatOptions): string {
  const { categories, series } = seriesOf(chart);
  const print = (value: number | null | undefined) =>
    value == null
      ? ''
      : chart.kind === 'clusters'
        ? formatRoughCount(value)
        : formatAmount(value, chart.currency, format);
  const rows = categories.map(
    (category, index) =>
      `<tr><th scope="row">${escapeHtml(category)}</th>${series
        .map(({ values }) => `<td>${escapeHtml(print(values[index]))}</td>`)
        .join('')}</tr>`,
  );
  const heads = series.map(({ label }) => `<th scope="col">${escapeHtml(label)}</th>`).join('');
  return `<div class="sr"><table><caption>${escapeHtml(formatSentence(chart.heading, format))}</caption>
<thead><tr><td></td>${heads}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
}

function seriesOf(chart: Chart): {
  readonly categories: readonly string[];
  readonly series: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
} {
  switch (chart.kind) {
    case 'lines':
      return { categories: chart.categories, series: chart.lines };
    case 'clusters':
      return { categories: chart.categories, series: chart.series };
    case 'columns':
      return {
        categories: chart.categories.map(({ label, status }) => (status ? `${label}, ${status.word}` : label)),
        series: [chart.bars, ...chart.marks],
      };
    case 'bars':
      return {
        categories: chart.bars.map(({ label }) => label),
        series: [{ label: 'Amount', values: chart.bars.map(({ value }) => value) }],
      };
  }
}
