import type { Cell, Column, KeyFigures, Row, Table } from '../../document/block.ts';
import { printedCell, shownRows } from '../../document/shown-rows.ts';
import { STATUS_SYMBOLS } from '../../document/status-symbol.ts';
import { unknownReasons, valuesOf } from '../../document/unknown-reasons.ts';
import { formatSentence, formatValue, type FormatOptions } from '../../units/format.ts';
import type { Status } from '../../units/value.ts';
import { drawGrid } from './draw-grid.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** A table with what was left out and why a value is unknown under it. */
export function drawTable(table: Table, format: FormatOptions): string {
  const { columns: filled, rows, more } = shownRows(table, format);
  const columns = filled.map(({ label, align }) => ({ label: escapeMarkdown(label), align }));
  const cells = rows.map((row, index) =>
    filled.map((column) => drawCell(printedCell(table, rows, index, column.key), { column, row, format })),
  );
  const blank = Array.from({ length: table.blankRows ?? 0 }, () => []);
  const notes = [more, unknownReasons(valuesOf(rows))]
    .flatMap((note) => (note === undefined ? [] : [note]))
    .map((note) => `_${escapeMarkdown(note)}_`);
  return [drawGrid(columns, [...cells, ...blank]), ...notes].join('\n\n');
}

/** Key figures, one a row, with what each is compared with in words. */
export function drawKeyFigures({ figures }: KeyFigures, format: FormatOptions): string {
  const hasStatus = figures.some(({ status }) => status);
  const rows = figures.map(({ label, value, comparison, status }) => [
    escapeMarkdown(formatSentence(label, format)),
    `**${escapeMarkdown(formatValue(value, format))}**`,
    escapeMarkdown(comparison ? formatSentence(comparison, format) : value.kind === 'missing' ? value.reason : ''),
    ...(hasStatus ? [status ? statusText(status) : ''] : []),
  ]);
  return drawGrid(
    [
      { label: 'Figure', align: 'left' },
      { label: 'Now', align: 'right' },
      { label: 'Compared with', align: 'left' },
      ...(hasStatus ? [{ label: 'Status', align: 'left' } as const] : []),
    ],
    rows,
  );
}

/** Symbol and word of a status, escaped. */
export function statusText({ meaning, word }: Status): string {
  return `${STATUS_SYMBOLS[meaning]} ${escapeMarkdown(word)}`;
}

function drawCell(
  cell: Cell | undefined,
  { column, row, format }: { readonly column: Column; readonly row: Row; readonly format: FormatOptions },
): string {
  if (!cell) return '';
  const value = cell.status && cell.value.kind === 'none' ? '' : escapeMarkdown(formatValue(cell.value, format));
  const isStrong = value !== '' && (row.emphasis === 'strong' || column.tone === 'strong');
  const words = [isStrong ? `**${value}**` : value, cell.status ? statusText(cell.status) : ''];
  return words.filter((part) => part !== '').join(' ');
}
