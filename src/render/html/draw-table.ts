import type { Cell, Column, Row, Table } from '../../document/block.ts';
import { fitColumns } from '../../document/fit-columns.ts';
import { printedCell, shownRows } from '../../document/shown-rows.ts';
import { STATUS_SYMBOLS } from '../../document/status-symbol.ts';
import { unknownReasons, valuesOf } from '../../document/unknown-reasons.ts';
import { singleLine } from '../../units/clean-text.ts';
import { cutApart, cutMiddle, cutText } from '../../units/cut-text.ts';
import { formatValue } from '../../units/format.ts';
import type { Status } from '../../units/value.ts';
import { drawBar } from './bar-shape.ts';
import type { Drawn, Sheet } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { BAR_WIDTH, CELL_PADDING, columnShares, LINE, ROW, TALL_ROW } from './geometry.ts';
import { cutNameToLines, cutToLines, TEXT, lineCount, textWidth } from './text-width.ts';

const HEADER_ROW = ROW + 1;
const AFTER_NUMBERS = 10;
const LEAST_TEXT = 56;
/** Words of second rank that are cut shorter than this say nothing ("Cloud, fi…") and leave their room to the others. */
const LEAST_SOFT_TEXT = 88;
const BAR_HEIGHT = 7;
/** A label up to this width is never cut; a wider one does not widen its column. */
const MOST_LABEL = 120;

interface PlacedColumn {
  readonly column: Column;
  /** Room for the text of a cell. */
  readonly room: number;
  readonly wide: number;
  readonly classes: readonly string[];
  /** The names of a column of names as they are cut, by the names in full. */
  readonly names?: ReadonlyMap<string, string>;
}

/** A table cut to its columns, a row of one line or two, with what was left out and why a value is unknown under it. */
export function drawTable(table: Table, sheet: Sheet, width: number): Drawn {
  const { columns: filled, rows, more } = shownRows(table, sheet.format, sheet.limits.get(table));
  const columns = placeColumns(withRoomForBars(filled, rows, sheet, width), rows, sheet, width);
  const body = rows.map((row, index) => drawRow(row, columns, (key) => printedCell(table, rows, index, key), sheet));
  // Lines to write on are for a list that stands in full.
  const blankRows = more === undefined ? (table.blankRows ?? 0) : 0;
  const blank = `<tr>${columns.map(() => '<td></td>').join('')}</tr>`.repeat(blankRows);
  const notes = [more, unknownReasons(valuesOf(rows))]
    .flatMap((note) => (note === undefined ? [] : [note]))
    .map((note) => cutToLines(note, width, { lines: 2 }));
  const html = `<table><colgroup>${columnShares(columns.map(({ wide }) => wide))}</colgroup>
<thead><tr>${columns.map(drawHeader).join('')}</tr></thead>
<tbody>${body.map(({ html: line }) => line).join('\n')}${blank}</tbody></table>${notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('')}`;
  const noteHeight = notes.reduce((sum, note) => sum + 3 + lineCount(note, width) * LINE, 0);
  const bodyHeight = body.reduce((sum, { height }) => sum + height, 0);
  return { html, height: HEADER_ROW + bodyHeight + blankRows * ROW + noteHeight };
}

/** A status as text: symbol and word, so that it reads without colour. */
export function statusText({ meaning, word }: Status): string {
  return `${STATUS_SYMBOLS[meaning]} ${word}`;
}

/** Bars are an extra: they go where every cell stands uncut beside them. */
function withRoomForBars(
  columns: readonly Column[],
  rows: readonly Row[],
  sheet: Sheet,
  width: number,
): readonly Column[] {
  if (!columns.some(({ bar }) => bar)) return columns;
  const needs = columns.map((column, index) => {
    const cells = rows.map((row) => cellWidth(row.cells[column.key], column, row, sheet));
    return Math.max(textWidth(column.label, TEXT, 'bold'), ...cells) + paddingOf(columns, index);
  });
  if (needs.reduce((sum, need) => sum + need, 0) <= width) return columns;
  return columns.map(({ bar: _, ...column }) => column);
}

function placeColumns(columns: readonly Column[], rows: readonly Row[], sheet: Sheet, width: number): PlacedColumn[] {
  const padding = columns.map((_, index) => paddingOf(columns, index));
  const needs = columns.map((column, index) => {
    const widths = rows.map((row) => cellWidth(row.cells[column.key], column, row, sheet));
    const label = Math.min(MOST_LABEL, textWidth(column.label, TEXT, 'bold'));
    const natural = Math.max(label, ...widths) + padding[index]!;
    const least = column.cut === 'fixed' ? natural : Math.min(natural, Math.max(LEAST_TEXT, label) + padding[index]!);
    return { natural, least, soft: column.tone === 'soft' };
  });
  const widths = fitColumns(needs, width, 0);
  const mute = columns.find(({ tone, wraps }, index) => {
    const given = widths[index];
    const says = Math.min(needs[index]!.natural, LEAST_SOFT_TEXT + padding[index]!);
    return index > 0 && tone === 'soft' && !wraps && given !== undefined && given < says;
  });
  if (mute)
    return placeColumns(
      columns.filter((column) => column !== mute),
      rows,
      sheet,
      width,
    );
  const kept = columns.flatMap((column, index) => {
    const natural = widths[index];
    return natural === undefined ? [] : [{ column, natural, padding: padding[index]!, at: index }];
  });
  return spread(kept, width).map(({ column, wide, padding, at }) => ({
    column,
    // What just fits must not be cut by the last digit of a sum.
    room: wide - padding + 0.01,
    wide,
    ...(column.cut === 'name' && { names: cutNames(column, rows, sheet, wide - padding + 0.01) }),
    classes: [
      ...(column.isCentred ? ['c'] : column.align === 'right' ? ['r'] : []),
      ...(padding > AFTER_NUMBERS && followsNumbers(columns, at) ? ['after'] : []),
    ],
  }));
}

function cutNames(column: Column, rows: readonly Row[], { format }: Sheet, room: number): ReadonlyMap<string, string> {
  const measure = measureOf(column);
  const names = rows.flatMap(({ cells }) => {
    const cell = cells[column.key];
    return cell && !cell.status ? [singleLine(formatValue(cell.value, format))] : [];
  });
  return cutApart(names, {
    atEnd: (name) => cutText(name, room, measure),
    inMiddle: (name) => cutMiddle(name, room, measure),
  });
}

/** What is left of the width goes to the columns by their weight. */
function spread<C extends { readonly column: Column; readonly natural: number }>(columns: readonly C[], width: number) {
  const free = Math.max(0, width - columns.reduce((sum, { natural }) => sum + natural, 0));
  const weights = columns.reduce((sum, { column }) => sum + column.weight, 0) || 1;
  return columns.map((placed) => ({ ...placed, wide: placed.natural + (free * placed.column.weight) / weights }));
}

function paddingOf(columns: readonly Column[], index: number): number {
  const left = index === 0 ? 0 : followsNumbers(columns, index) ? AFTER_NUMBERS : CELL_PADDING;
  return left + (index === columns.length - 1 ? 0 : CELL_PADDING) + 1;
}

function followsNumbers(columns: readonly Column[], index: number): boolean {
  return columns[index]?.align === 'left' && columns[index - 1]?.align === 'right';
}

function drawHeader({ column, classes, room }: PlacedColumn): string {
  const label = cutTo(column.label, room, { cut: 'text', tone: 'strong' });
  return `<th scope="col"${classAttribute(classes)}>${withTitle(column.label, label)}</th>`;
}

function drawRow(
  row: Row,
  columns: readonly PlacedColumn[],
  cellOf: (key: string) => Cell | undefined,
  sheet: Sheet,
): Drawn {
  let isTall = false;
  const cells = columns.map((placed, index) => {
    const { column, room, classes } = placed;
    const cell = cellOf(column.key);
    const words = cell && sheet.wraps ? wordsOnTwoLines(cell, column, room, sheet) : undefined;
    isTall ||= words !== undefined;
    const own = cell?.meaning ?? toneOf(cell, column, row);
    const tag = index === 0 ? 'th' : 'td';
    const scope = index === 0 ? ' scope="row"' : '';
    const content = words ?? (cell ? drawCell(cell, placed, sheet) : '');
    return `<${tag}${scope}${classAttribute([...classes, ...(own ? [own] : []), ...tintOf(cell)])}>${content}</${tag}>`;
  });
  const marks = [...(row.emphasis === 'strong' ? ['strong'] : []), ...(isTall ? ['tall'] : [])];
  return { html: `<tr${classAttribute(marks)}>${cells.join('')}</tr>`, height: isTall ? TALL_ROW : ROW };
}

/** Words that do not fit on one line of a column in which they may wrap; undefined for all others. */
function wordsOnTwoLines(
  { value, status }: Cell,
  { wraps, tone, cut }: Column,
  room: number,
  { format }: Sheet,
): string | undefined {
  if (!wraps || status || value.kind !== 'text') return undefined;
  const text = singleLine(formatValue(value, format));
  const weight = tone === 'strong' ? 'bold' : 'regular';
  if (textWidth(text, TEXT, weight) <= room) return undefined;
  const lines = { lines: 2, weight } as const;
  const shown = cut === 'name' ? cutNameToLines(text, room, lines) : cutToLines(text, room, lines);
  const title = shown === text ? '' : ` title="${escapeHtml(text)}"`;
  return `<span class="two"${title}>${escapeHtml(shown)}</span>`;
}

function drawCell(cell: Cell, { column, room, names }: PlacedColumn, sheet: Sheet): string {
  const { status } = cell;
  if (column.bar) return shareBar(cell) + escapeHtml(formatValue(cell.value, sheet.format));
  const value = status && cell.value.kind === 'none' ? '' : singleLine(formatValue(cell.value, sheet.format));
  if (!status) return withTitle(value, names?.get(value) ?? cutTo(value, room, column));
  const words = statusText(status);
  const chip = (shown: string) => `<span class="${status.meaning}">${escapeHtml(shown)}</span>`;
  if (value === '') return chip(cutTo(words, room, { cut: column.cut, tone: 'strong' }));
  const beside = cutTo(value, room - textWidth(` ${words}`, TEXT, 'bold'), column);
  return `${withTitle(value, beside)} ${chip(words)}`;
}

/** A share as a bar before its number. */
function shareBar({ value }: Cell): string {
  if (value.kind !== 'share') return '';
  return `<span class="share">${drawBar(value.ratio, 1, { width: BAR_WIDTH, height: BAR_HEIGHT })}</span>`;
}

/** The text as far as it fits. */
function cutTo(text: string, room: number, column: Pick<Column, 'cut' | 'tone'>): string {
  const measure = measureOf(column);
  if (column.cut === 'fixed') return text;
  return column.cut === 'name' ? cutMiddle(text, room, measure) : cutText(text, room, measure);
}

/** What was cut can be read by pointing at it. */
function withTitle(text: string, shown: string): string {
  return shown === text ? escapeHtml(text) : `<span title="${escapeHtml(text)}">${escapeHtml(shown)}</span>`;
}

function measureOf({ tone }: Pick<Column, 'tone'>): (text: string) => number {
  return (text) => textWidth(text, TEXT, tone === 'strong' ? 'bold' : 'regular');
}

function tintOf(cell: Cell | undefined): string[] {
  if (!cell?.tint) return [];
  return cell.tint === 'strong' ? ['tint', 'main'] : ['tint'];
}

function toneOf(cell: Cell | undefined, { tone }: Column, { emphasis }: Row): string | undefined {
  if (cell?.value.kind === 'missing' || cell?.value.kind === 'none') return 'soft';
  return emphasis === 'indent' ? 'soft' : tone;
}

/** Width of a cell that is not cut. */
function cellWidth(cell: Cell | undefined, column: Column, row: Row, { format }: Sheet): number {
  if (!cell) return 0;
  const value = cell.status && cell.value.kind === 'none' ? '' : singleLine(formatValue(cell.value, format));
  const isBold = column.tone === 'strong' || row.emphasis === 'strong' || cell.meaning !== undefined;
  const status = cell.status ? textWidth(`${value === '' ? '' : ' '}${statusText(cell.status)}`, TEXT, 'bold') : 0;
  const bar = column.bar && cell.value.kind === 'share' ? BAR_WIDTH + CELL_PADDING : 0;
  return textWidth(value, TEXT, isBold ? 'bold' : 'regular') + status + bar;
}

function classAttribute(classes: readonly string[]): string {
  return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
}
