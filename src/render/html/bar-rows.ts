import type { BarChart } from '../../document/chart.ts';
import { cutMiddle } from '../../units/cut-text.ts';
import { formatAmount, formatSentence, type FormatOptions } from '../../units/format.ts';
import { drawBar } from './bar-shape.ts';
import type { Drawn } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { columnShares, ROW } from './geometry.ts';
import { textWidth } from './text-width.ts';

const LEAST_BAR = 48;

/** Horizontal bars, a row each, the first on top. */
export function drawBars(chart: BarChart, format: FormatOptions, width: number): Drawn {
  const largest = Math.max(0, ...chart.bars.map(({ value }) => value ?? 0));
  const print = (value: number | null) => (value === null ? '' : formatAmount(value, chart.currency, format));
  const amounts = Math.max(0, ...chart.bars.map(({ value }) => textWidth(print(value)))) + 11;
  const longest = Math.max(0, ...chart.bars.map(({ label }) => textWidth(label))) + 10;
  const name = Math.min(width - amounts - LEAST_BAR, longest);
  const bar = width - amounts - name;
  const rows = chart.bars.map(({ label, value }) => {
    const shown = cutMiddle(label, name - 8, (text) => textWidth(text));
    return `<tr><th scope="row">${escapeHtml(shown)}</th><td>${drawBar(value, largest, { width: bar - 10 })}</td><td class="r">${escapeHtml(print(value))}</td></tr>`;
  });
  const html = `<table aria-label="${escapeHtml(formatSentence(chart.description, format))}"><colgroup>${columnShares([name, bar, amounts])}</colgroup>
<tbody>${rows.join('\n')}</tbody></table>`;
  return { html, height: chart.bars.length * ROW };
}
