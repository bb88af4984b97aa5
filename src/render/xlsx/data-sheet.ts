import { columnLetters } from '../../ooxml/workbook/cell-reference.ts';
import type { Locale } from '../../units/format.ts';
import { columnFormat, currencyFormat } from './column-formats.ts';
import { columnWidths, fitsOneLine } from './column-widths.ts';
import { cellWriter, type CellWriter, isFigure } from './data-cells.ts';
import type { DataColumn, DataSheet } from './data-book.ts';
import { type ChoiceSource, lastCheckedRow, validationsXml } from './validations.ts';
import { notesDrawing, notesXml, type HeaderNote } from './xml/notes.ts';
import type { SharedStrings } from './xml/shared-strings.ts';
import type { CellStyle, StyleSheet } from './xml/style-sheet.ts';
import { worksheetXml } from './xml/worksheet.ts';

/** What the sheets of a workbook share. */
export interface SheetContext {
  readonly styles: StyleSheet;
  readonly strings: SharedStrings;
  readonly sourceOf: ChoiceSource;
  readonly locale: Locale;
}

/** A drawn sheet: its XML and its notes. */
export interface DrawnSheet {
  readonly xml: string;
  readonly notes?: { readonly comments: string; readonly drawing: string };
}

const HEADER_HEIGHTS = { oneLine: 20, twoLines: 33 } as const;
// Characters that may stay in sight at the left of a sheet, so that the rest of it can be seen on a small screen.
const MOST_FROZEN = 60;
const MOST_CURRENCIES = 12;

/** Draws one table: headers with notes, typed cells, filters, drop-downs, and locks on what names a row. */
export function drawDataSheet(sheet: DataSheet, number: number, context: SheetContext): DrawnSheet {
  const { columns, rows } = sheet;
  const widths = columnWidths(columns, rows);
  const formats = columns.map((column, index) => columnFormat(column, index, { rows, locale: context.locale }));
  const writers = columns.map((column, index) => cellWriter(column, formats[index]!, context));
  const notes = headerNotes(columns);
  const xml = worksheetXml({
    view: { frozenRows: 1, frozenColumns: frozen(columns, widths), gridlines: true },
    columns: columnsXml(widths, writers, context.styles),
    rows: [headerRow(columns, widths, context), ...dataRows(sheet, writers)],
    lastCell: `${columnLetters(columns.length - 1)}${rows.length + 1}`,
    // Without records there is nothing to protect, and a protected sheet is harder to lay out as one likes.
    isProtected: rows.length > 0,
    filter: filterRange(sheet),
    conditional: currencyRules(sheet, formats, context.styles),
    validations: validationsXml(sheet, context.sourceOf),
    // Ids made of digits are texts on purpose: Excel need not mark them as numbers stored as text.
    textCells: `A2:${columnLetters(columns.length - 1)}${lastCheckedRow(sheet)}`,
    hasNotes: notes.length > 0,
    isLandscape: true,
  });
  if (notes.length === 0) return { xml };
  const drawing = notesDrawing(notes, { widths, sheet: number });
  return { xml, notes: { comments: notesXml(notes), drawing } };
}

/** The range of a sheet's filter: its headers and the records below. */
export function filterRange({ columns, rows }: Pick<DataSheet, 'columns' | 'rows'>): string {
  return `A1:${columnLetters(columns.length - 1)}${Math.max(2, rows.length + 1)}`;
}

function headerNotes(columns: readonly DataColumn[]): HeaderNote[] {
  return columns.flatMap(({ note, isRequired, isReadOnly }, column) => {
    const sentences = [note, isRequired === true && isReadOnly !== true ? 'Must be filled in.' : undefined];
    const text = sentences.filter((sentence) => sentence !== undefined && sentence !== '').join('\n');
    return text === '' ? [] : [{ column, text }];
  });
}

function headerRow(columns: readonly DataColumn[], widths: readonly number[], context: SheetContext): string {
  const { styles, strings } = context;
  const cells = columns.map((column, index) => {
    const look: CellStyle = column.isPrivate
      ? { font: 'private', fill: 'private' }
      : { font: column.isRequired || column.isKey ? 'required' : 'optional', fill: 'band' };
    const align = isFigure(column) ? 'right' : 'left';
    const style = styles.indexOf({ ...look, border: 'below', format: '@', align, wrap: true, locked: true });
    return `<c r="${columnLetters(index)}1" s="${style}" t="s"><v>${strings.indexOf(column.title)}</v></c>`;
  });
  const height =
    HEADER_HEIGHTS[columns.every(({ title }, index) => fitsOneLine(title, widths[index]!)) ? 'oneLine' : 'twoLines'];
  return `<row r="1" ht="${height}" customHeight="1">${cells.join('')}</row>`;
}

function* dataRows({ columns, rows }: DataSheet, writers: readonly CellWriter[]): Generator<string> {
  const letters = columns.map((_, index) => columnLetters(index));
  for (const [index, row] of rows.entries()) {
    const number = index + 2;
    let cells = '';
    for (let at = 0; at < writers.length; at += 1) cells += writers[at]!.cell(row[at], `${letters[at]}${number}`);
    yield `<row r="${number}">${cells}</row>`;
  }
}

function columnsXml(widths: readonly number[], writers: readonly CellWriter[], styles: StyleSheet): string {
  const own = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${writers[index]!.emptyStyle}" customWidth="1"/>`,
  );
  // Whatever a person writes beside the table is theirs.
  const beside = `<col min="${widths.length + 1}" max="16384" width="9.14" style="${styles.indexOf({ font: 'body' })}"/>`;
  return own.join('') + beside;
}

/** The columns at the left that name a row stay in sight, as many as leave room for the rest. */
function frozen(columns: readonly DataColumn[], widths: readonly number[]): number {
  let [count, width] = [0, 0];
  while (columns[count]?.isKey === true && width + widths[count]! <= MOST_FROZEN) {
    width += widths[count]!;
    count += 1;
  }
  return count === columns.length ? 0 : count;
}

/** Amounts show the currency that stands in their row; a changed currency changes what they show. */
function currencyRules(sheet: DataSheet, formats: readonly string[], styles: StyleSheet): string {
  const { columns, rows } = sheet;
  let priority = 0;
  return columns
    .flatMap(({ currency }, index) => {
      if (currency === undefined) return [];
      const range = `${columnLetters(index)}2:${columnLetters(index)}${lastCheckedRow(sheet)}`;
      const rules = currenciesIn(rows, currency).map((code) => {
        priority += 1;
        const format = styles.conditionalFormat(currencyFormat(code, formats[index]!));
        const formula = `$${columnLetters(currency)}2="${code}"`;
        return `<cfRule type="expression" dxfId="${format}" priority="${priority}"><formula>${formula.replaceAll('"', '&quot;')}</formula></cfRule>`;
      });
      return rules.length === 0
        ? []
        : [`<conditionalFormatting sqref="${range}">${rules.join('')}</conditionalFormatting>`];
    })
    .join('');
}

function currenciesIn(rows: DataSheet['rows'], column: number): string[] {
  const codes = new Set<string>();
  for (const row of rows) {
    const code = row[column];
    if (typeof code === 'string' && /^[A-Z]{3}$/.test(code)) codes.add(code);
  }
  return [...codes].sort().slice(0, MOST_CURRENCIES);
}
