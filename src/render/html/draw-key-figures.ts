import type { KeyFigure, KeyFigures } from '../../document/block.ts';
import { formatSentence, formatValue, type FormatOptions } from '../../units/format.ts';
import type { Status } from '../../units/value.ts';
import { statusText } from './draw-table.ts';
import type { Drawn, Sheet } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { CHIP, LINE } from './geometry.ts';
import { cutToLines, lineCount, TITLE } from './text-width.ts';

const MOST_IN_A_ROW = 5;
const FEWEST_IN_A_ROW = 4;
const GAP = 14;
const ROW_GAP = 8;
const VALUE_LINE = 24;

/** Key figures side by side, at most five in a row: label, value, what it is compared with, status. */
export function drawKeyFigures({ figures }: KeyFigures, sheet: Sheet, width: number): Drawn {
  const across = Math.min(MOST_IN_A_ROW, Math.max(FEWEST_IN_A_ROW, figures.length));
  const room = (width - GAP * (across - 1)) / across;
  const drawn = figures.map((figure) => drawFigure(figure, sheet, room));
  const rows = Array.from({ length: Math.ceil(figures.length / across) }, (_, row) =>
    Math.max(...drawn.slice(row * across, (row + 1) * across).map(({ height }) => height)),
  );
  return {
    html: `<div class="figures" style="grid-template-columns:repeat(${across},1fr)">${drawn.map(({ html }) => html).join('\n')}</div>`,
    height: rows.reduce((sum, height) => sum + height, Math.max(0, rows.length - 1) * ROW_GAP),
  };
}

/** A status as a tinted chip. */
export function drawChip(status: Status): string {
  return `<span class="chip ${status.meaning}">${escapeHtml(statusText(status))}</span>`;
}

function drawFigure(figure: KeyFigure, { format }: Sheet, room: number): Drawn {
  const label = cutToLines(formatSentence(figure.label, format), room);
  const value = cutToLines(formatValue(figure.value, format), room, { size: TITLE, weight: 'bold' });
  const comparison = cutToLines(comparisonOf(figure, format), room, { lines: 2 });
  const html = `<div><p class="grey">${escapeHtml(label)}</p>
<p class="value">${escapeHtml(value)}</p>
<p class="grey">${escapeHtml(comparison)}</p>${figure.status ? drawChip(figure.status) : ''}</div>`;
  return { html, height: (1 + lineCount(comparison, room)) * LINE + VALUE_LINE + (figure.status ? CHIP : 0) };
}

function comparisonOf({ value, comparison }: KeyFigure, format: FormatOptions): string {
  if (comparison) return formatSentence(comparison, format);
  return value.kind === 'missing' ? value.reason : '';
}
