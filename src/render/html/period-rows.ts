import type { ColumnChart } from '../../document/chart.ts';
import { cutMiddle } from '../../units/cut-text.ts';
import { formatAmount, formatSentence, type FormatOptions } from '../../units/format.ts';
import { drawBar } from './bar-shape.ts';
import { drawChip } from './draw-key-figures.ts';
import { statusText } from './draw-table.ts';
import type { Drawn } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { CHIP, columnShares, LEGEND, ROW } from './geometry.ts';
import { cutToLines, TEXT, textWidth } from './text-width.ts';

const PERIOD_ROW = CHIP + 5;
const NAME_ROW = CHIP + 2;
const BAR_HEIGHT = 8;
const BAR_ROW = BAR_HEIGHT + 5;
const MOST_LABEL = 70;
/** A status is never cut, unless it would fill more than this part of the table. */
const MOST_STATUS = 0.45;
/** A bar shorter than this shows nothing: it moves to a line of its own. */
const LEAST_BAR = 36;
const LEGEND_KEYS = {
  target: '<svg viewBox="0 0 10 12" width="10" height="12"><path class="target" d="M4 0V12"/></svg>',
  previous: '<svg viewBox="0 0 10 12" width="10" height="12"><circle class="previous" cx="4" cy="6" r="3.2"/></svg>',
} as const;

/**
 * Few periods: name, bar with its marks, value, status. The bar stands between name and value where there is room, else under them.
 * The table holds all that the bars show.
 */
export function drawPeriods(chart: ColumnChart, format: FormatOptions, width: number): Drawn {
  const { categories, bars, marks } = chart;
  const print = (value: number | null | undefined) =>
    value == null ? '' : formatAmount(value, chart.currency, format);
  const { name, bar, amounts, chips, heading } = measure(chart, print, width);
  const isInline = bar >= LEAST_BAR;
  const largest = Math.max(0, ...[bars, ...marks].flatMap(({ values }) => values.map((value) => value ?? 0)));
  const rows = categories.map(({ label, status }, index) => {
    const values = marks.map(({ role, values }) => ({ role, value: values[index] ?? null }));
    const value = bars.values[index] ?? null;
    const cells = [
      `<th scope="row">${escapeHtml(cutMiddle(label, (isInline ? name : name + bar) - 8, (text) => textWidth(text)))}</th>`,
      isInline ? `<td>${drawBar(value, largest, { marks: values, width: bar - 8 })}</td>` : '',
      `<td class="r">${escapeHtml(print(bars.values[index]))}</td><td>${status ? drawChip(status) : ''}</td>`,
      ...values.map(({ value }) => `<td class="hidden"><span class="sr">${escapeHtml(print(value))}</span></td>`),
    ];
    const below = `<tr class="below" aria-hidden="true"><td colspan="${3 + marks.length}">${drawBar(value, largest, { marks: values, width, height: BAR_HEIGHT })}</td></tr>`;
    return isInline ? `<tr>${cells.join('')}</tr>` : `<tr class="above">${cells.join('')}</tr>${below}`;
  });
  const hidden = marks.map(
    ({ label }) => `<th scope="col" class="hidden"><span class="sr">${escapeHtml(label)}</span></th>`,
  );
  const shares = columnShares(isInline ? [name, bar, amounts, chips] : [name + bar, amounts, chips]);
  const html = `<table class="periods" aria-label="${escapeHtml(formatSentence(chart.description, format))}"><colgroup>${shares}${'<col style="width:0">'.repeat(marks.length)}</colgroup>
<thead><tr><td></td>${isInline ? '<td></td>' : ''}<th scope="col" class="r">${escapeHtml(heading)}</th><td></td>${hidden.join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>${legend(marks)}`;
  const row = isInline ? PERIOD_ROW : NAME_ROW + BAR_ROW;
  return { html, height: ROW + 1 + categories.length * row + (marks.length > 0 ? LEGEND : 0) };
}

/** Room for each part of a row: status and value take what they need, then the name; the bar has the rest. */
function measure({ categories, bars }: ColumnChart, print: (value: number | null) => string, width: number) {
  const heading = cutToLines(bars.label, MOST_LABEL, { weight: 'bold' });
  const values = bars.values.map((value) => textWidth(print(value)));
  const amounts = Math.max(textWidth(heading, TEXT, 'bold'), ...values) + 11;
  const statuses = categories.map(({ status }) => (status ? textWidth(statusText(status), TEXT, 'bold') + 25 : 0));
  const chips = Math.min(width * MOST_STATUS, Math.max(0, ...statuses));
  const room = width - amounts - chips;
  const name = Math.min(room, Math.max(0, ...categories.map(({ label }) => textWidth(label))) + 10);
  return { heading, amounts, chips, name, bar: room - name };
}

/** What the marks on the bars are. */
function legend(marks: ColumnChart['marks']): string {
  if (marks.length === 0) return '';
  const entries = marks.map(({ role, label }) => `<span>${LEGEND_KEYS[role]}${escapeHtml(label)}</span>`);
  return `<p class="legend" aria-hidden="true">${entries.join('')}</p>`;
}
