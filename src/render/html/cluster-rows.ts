import type { ClusterChart } from '../../document/chart.ts';
import { cutMiddle } from '../../units/cut-text.ts';
import { formatRoughCount, formatSentence, type FormatOptions } from '../../units/format.ts';
import { at } from './axis.ts';
import { clusterKey } from './cluster-key.ts';
import type { Drawn } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { columnShares, ROW } from './geometry.ts';
import { cutToLines, TEXT, textWidth } from './text-width.ts';

const BARS_HEIGHT = 14;
const LEAST_BAR = 36;
const MOST_LABEL = 70;
const CELL_AIR = 11;

/** Counts of many or long-named categories: a row each, its bars one under the other, its numbers behind. */
export function drawClusterRows(chart: ClusterChart, format: FormatOptions, width: number): Drawn {
  const { categories, series } = chart;
  const print = (value: number | null | undefined) => (value == null ? '' : formatRoughCount(value));
  const heads = series.map(({ label }) => cutToLines(label, MOST_LABEL, { weight: 'bold' }));
  const numbers = series.map(
    ({ values }, index) =>
      Math.max(textWidth(heads[index]!, TEXT, 'bold'), ...values.map((value) => textWidth(print(value)))) + CELL_AIR,
  );
  const room = width - numbers.reduce((sum, one) => sum + one, 0);
  const longest = Math.max(0, ...categories.map((name) => textWidth(name))) + CELL_AIR;
  const name = Math.max(0, Math.min(room - LEAST_BAR, longest));
  const bars = Math.max(LEAST_BAR, room - name);
  const rows = categories.map((category, index) => {
    const shown = cutMiddle(category, name - 8, (text) => textWidth(text));
    const cells = series.map(({ values }) => `<td class="r">${escapeHtml(print(values[index]))}</td>`);
    return `<tr><th scope="row">${escapeHtml(shown)}</th><td>${drawBars(chart, index, bars - 10)}</td>${cells.join('')}</tr>`;
  });
  const key = clusterKey(chart);
  const html = `<table aria-label="${escapeHtml(formatSentence(chart.description, format))}"><colgroup>${columnShares([name, bars, ...numbers])}</colgroup>
<thead><tr><td></td><td></td>${heads.map((head) => `<th scope="col" class="r">${escapeHtml(head)}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
  return { html: key.html + html, height: key.height + (categories.length + 1) * ROW + 1 };
}

function drawBars({ series }: ClusterChart, index: number, width: number): string {
  const counts = series.flatMap(({ values }) => values).map((value) => value ?? 0);
  const largest = Math.max(0, ...counts.filter(Number.isFinite));
  const height = BARS_HEIGHT / Math.max(1, series.length);
  const bars = series.map(({ role, values }, place) => {
    const part = largest > 0 ? Math.min(1, Math.max(0, (values[index] ?? 0) / largest)) : 0;
    const length = Number.isFinite(part) ? part * width : 0;
    return `<rect class="bar ${role}" y="${at(height * place)}" width="${at(length)}" height="${at(height)}"/>`;
  });
  return `<svg aria-hidden="true" viewBox="0 0 ${at(width)} ${BARS_HEIGHT}" width="100%" height="${BARS_HEIGHT}" preserveAspectRatio="none">${bars.join('')}</svg>`;
}
