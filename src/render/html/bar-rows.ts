import type { BarChart, ColumnChart } from '../../document/chart.ts';
import { formatAmount, formatSentence, type FormatOptions } from '../../units/format.ts';
import { at } from './axis.ts';
import { cutMiddle } from '../../units/cut-text.ts';
import { drawChip } from './draw-key-figures.ts';
import { statusText } from './draw-table.ts';
import type { Drawn } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { CHIP, ROW } from './geometry.ts';
import { cutToLines, TEXT, textWidth } from './text-width.ts';

const BAR_HEIGHT = 12;
const PERIOD_ROW = CHIP + 5;
const LEGEND = 19;
const MOST_LABEL = 70;
/** A longer name of a period gives way to its status. */
const MOST_NAME = 90;
const LEGEND_KEYS = {
  target: '<svg viewBox="0 0 10 12" width="10" height="12"><path class="target" d="M4 0V12"/></svg>',
  previous: '<svg viewBox="0 0 10 12" width="10" height="12"><circle class="previous" cx="4" cy="6" r="3.2"/></svg>',
} as const;
const LEAST_BAR = 44;

/** Few periods, a row each: name, bar with its marks, value, status. The table holds all that the bars show. */
export function drawPeriods(chart: ColumnChart, format: FormatOptions, width: number): Drawn {
  const { categories, bars, marks, currency } = chart;
  const print = (value: number | null | undefined) => (value == null ? '' : formatAmount(value, currency, format));
  const largest = Math.max(0, ...[bars, ...marks].flatMap(({ values }) => values.map((value) => value ?? 0)));
  const statuses = categories.map(({ status }) => (status ? textWidth(statusText(status), TEXT, 'bold') + 23 : 0));
  const heading = cutToLines(bars.label, MOST_LABEL, { weight: 'bold' });
  const amounts =
    Math.max(textWidth(heading, TEXT, 'bold'), ...bars.values.map((value) => textWidth(print(value)))) + 11;
  const labels = categories.map(({ label }) => label);
  const longest = Math.min(MOST_NAME, Math.max(0, ...labels.map((label) => textWidth(label))) + 10);
  const chips = Math.min(width - amounts - longest - LEAST_BAR, Math.max(0, ...statuses));
  const { name, bar } = splitRoom(labels, width - chips - amounts);
  const hidden = marks.map(({ label }) => `<th scope="col"><span class="sr">${escapeHtml(label)}</span></th>`).join('');
  const rows = categories.map(({ label, status }, index) => {
    const shown = cutMiddle(label, name - 8, (text) => textWidth(text));
    const values = marks.map(({ role, values }) => ({ role, value: values[index] ?? null }));
    return `<tr><th scope="row">${escapeHtml(shown)}</th><td>${drawBar(bars.values[index] ?? null, largest, values, bar - 10)}</td>
<td class="r">${escapeHtml(print(bars.values[index]))}</td><td>${status ? drawChip(status) : ''}</td>${values
      .map(({ value }) => `<td><span class="sr">${escapeHtml(print(value))}</span></td>`)
      .join('')}</tr>`;
  });
  const html = `<table class="periods" aria-label="${escapeHtml(formatSentence(chart.description, format))}"><colgroup>${columns([name, bar, amounts, chips], width)}${'<col style="width:0">'.repeat(marks.length)}</colgroup>
<thead><tr><td></td><td></td><th scope="col" class="r">${escapeHtml(heading)}</th><td></td>${hidden}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>${legend(marks)}`;
  return { html, height: ROW + 1 + categories.length * PERIOD_ROW + (marks.length > 0 ? LEGEND : 0) };
}

/** What the marks on the bars are. */
function legend(marks: ColumnChart['marks']): string {
  if (marks.length === 0) return '';
  const entries = marks.map(({ role, label }) => `<span>${LEGEND_KEYS[role]}${escapeHtml(label)}</span>`);
  return `<p class="legend" aria-hidden="true">${entries.join('')}</p>`;
}

/** Horizontal bars, a row each, the first on top. */
export function drawBars(chart: BarChart, format: FormatOptions, width: number): Drawn {
  const largest = Math.max(0, ...chart.bars.map(({ value }) => value ?? 0));
  const print = (value: number | null) => (value === null ? '' : formatAmount(value, chart.currency, format));
  const amounts = Math.max(0, ...chart.bars.map(({ value }) => textWidth(print(value)))) + 11;
  const { name, bar } = splitRoom(
    chart.bars.map(({ label }) => label),
    width - amounts,
  );
  const rows = chart.bars.map(({ label, value }) => {
    const shown = cutMiddle(label, name - 8, (text) => textWidth(text));
    return `<tr><th scope="row">${escapeHtml(shown)}</th><td>${drawBar(value, largest, [], bar - 10)}</td><td class="r">${escapeHtml(print(value))}</td></tr>`;
  });
  const html = `<table aria-label="${escapeHtml(formatSentence(chart.description, format))}"><colgroup>${columns([name, bar, amounts], width)}</colgroup>
<tbody>${rows.join('\n')}</tbody></table>`;
  return { html, height: chart.bars.length * ROW };
}

/** The names take what they need; the bars have the rest, and never less than their least. */
function splitRoom(labels: readonly string[], room: number): { name: number; bar: number } {
  const name = Math.min(room - LEAST_BAR, Math.max(0, ...labels.map((label) => textWidth(label))) + 10);
  return { name, bar: room - name };
}

function columns(widths: readonly number[], whole: number): string {
  return widths.map((width) => `<col style="width:${((width / whole) * 100).toFixed(2)}%">`).join('');
}

function drawBar(
  value: number | null,
  largest: number,
  marks: readonly { readonly role: ColumnChart['marks'][number]['role']; readonly value: number | null }[],
  width: number,
): string {
  const length = (part: number) => (largest > 0 ? (Math.min(largest, Math.max(0, part)) / largest) * (width - 2) : 0);
  const drawn = marks.flatMap(({ role, value: mark }) => {
    if (mark === null) return [];
    if (role === 'previous')
      return [`<circle class="previous" cx="${at(length(mark))}" cy="${BAR_HEIGHT / 2}" r="3.2"/>`];
    return [`<path class="target" d="M${at(length(mark))} -2V${BAR_HEIGHT + 2}"/>`];
  });
  return `<svg aria-hidden="true" viewBox="0 0 ${at(width)} ${BAR_HEIGHT}" width="100%" height="${BAR_HEIGHT}" preserveAspectRatio="none"><rect class="track" width="${at(width - 2)}" height="${BAR_HEIGHT}"/><rect class="bar" width="${at(length(value ?? 0))}" height="${BAR_HEIGHT}"/>${drawn.join('')}</svg>`;
}
