import type { KeyFigure, KeyFigures } from '../../document/block.ts';
import { formatSentence, formatValue } from '../../units/format.ts';
import type { Status } from '../../units/value.ts';
import { statusText } from './draw-table.ts';
import type { Drawn, Sheet } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { CHIP, LINE } from './geometry.ts';
import { lineCount } from './text-width.ts';

const A_ROW = 5;
const GAP = 14;
const VALUE_LINE = 24;

/** Key figures side by side, five in a row: label, value, what it is compared with, status. */
export function drawKeyFigures({ figures }: KeyFigures, sheet: Sheet, width: number): Drawn {
  const across = (width - GAP * (A_ROW - 1)) / A_ROW;
  const rows = Array.from({ length: Math.ceil(figures.length / A_ROW) }, (_, row) =>
    figures.slice(row * A_ROW, (row + 1) * A_ROW),
  );
  const heights = rows.map((row) => Math.max(...row.map((figure) => heightOf(figure, sheet, across))));
  return {
    html: `<div class="figures">${figures.map((figure) => drawFigure(figure, sheet)).join('\n')}</div>`,
    height: heights.reduce((sum, height) => sum + height + 8, 0),
  };
}

/** A status as a tinted chip. */
export function drawChip(status: Status): string {
  return `<span class="chip ${status.meaning}">${escapeHtml(statusText(status))}</span>`;
}

function drawFigure(figure: KeyFigure, { format }: Sheet): string {
  const comparison = comparisonOf(figure, { format });
  return `<div><p class="grey">${escapeHtml(formatSentence(figure.label, format))}</p>
<p class="value">${escapeHtml(formatValue(figure.value, format))}</p>
<p class="grey">${comparison === undefined ? '' : escapeHtml(comparison)}</p>${figure.status ? drawChip(figure.status) : ''}</div>`;
}

function heightOf(figure: KeyFigure, { format }: Pick<Sheet, 'format'>, width: number): number {
  const label = lineCount(formatSentence(figure.label, format), width);
  const comparison = lineCount(comparisonOf(figure, { format }) ?? '', width);
  return (label + comparison) * LINE + VALUE_LINE + (figure.status ? CHIP : 0);
}

function comparisonOf({ value, comparison }: KeyFigure, { format }: Pick<Sheet, 'format'>): string | undefined {
  if (comparison) return formatSentence(comparison, format);
  return value.kind === 'missing' ? value.reason : undefined;
}
