import { columnLetters } from '../../ooxml/workbook/cell-reference.ts';
import type { Locale } from '../../units/format.ts';
import { columnFormat, currencyFormat } from './column-formats.ts';
import { columnWidths, fitsOneLine } from './column-widths.ts';
import { cellWriter, type CellWriter, isFigure } from './data-cells.ts';
import type { DataColumn, DataSheet } from './data-book.ts';
import type { CellNote, CellStyle, ConditionalFormat, Sheet, SheetRow } from './sheet.ts';
import { type ChoiceSource, inputChecks, lastCheckedRow } from './validations.ts';

/** What the sheets of a workbook of tables share. */
export interface TableContext {
  readonly sourceOf: ChoiceSource;
  readonly locale: Locale;
  /** At the foot of every printed page. */
  readonly footer: string;
}

const HEADER_HEIGHTS = { oneLine: 20, twoLines: 33 } as const;
// Characters that may stay in sight at the left of a sheet, so that the rest of it can be seen on a small screen.
const MOST_FROZEN = 60;
const MOST_CURRENCIES = 12;

/**
 * The sheet of one table: headers with notes, typed cells, filters, drop-downs, and locks on what names a row.
 * @param name as it stands in the workbook.
 */
export function dataSheet(table: DataSheet, name: string, { locale, sourceOf, footer }: TableContext): Sheet {
  const { columns, rows } = table;
  const widths = columnWidths(columns, rows);
  const formats = columns.map((column, index) => columnFormat(column, index, { rows, locale }));
  const writers = columns.map((column, index) => cellWriter(column, formats[index]!));
  return {
    name,
    columns: widths.map((width, index) => ({ width, style: writers[index]!.emptyStyle })),
    // Whatever a person writes beside the table is theirs.
    beside: { font: 'body' },
    rows: tableRows(table, { writers, widths }),
    size: { rows: rows.length + 1, columns: columns.length },
    frozen: { rows: 1, columns: frozen(columns, widths) },
    gridlines: true,
    filter: filterRange(table),
    conditions: currencyRules(table, formats),
    checks: inputChecks(table, sourceOf),
    notes: headerNotes(columns),
    // Without records there is nothing to protect, and a protected sheet is harder to lay out as one likes.
    isProtected: rows.length > 0,
    // Ids made of digits are texts on purpose: Excel need not mark them as numbers stored as text.
    digitsAreText: `A2:${columnLetters(columns.length - 1)}${lastCheckedRow(table)}`,
    print: { landscape: true, fit: 'columns', repeatedRows: { from: 1, to: 1 }, footer },
  };
}

/** The range of a sheet's filter: its headers and the records below. */
function filterRange({ columns, rows }: DataSheet): string {
  return `A1:${columnLetters(columns.length - 1)}${Math.max(2, rows.length + 1)}`;
}

function headerNotes(columns: readonly DataColumn[]): CellNote[] {
  return columns.flatMap(({ note, isRequired, isReadOnly }, column) => {
    const sentences = [note, isRequired === true && isReadOnly !== true ? 'Must be filled in.' : undefined];
    const text = sentences.filter((sentence) => sentence !== undefined && sentence !== '').join('\n');
    return text === '' ? [] : [{ column, text }];
  });
}

function* tableRows(
  { columns, rows }: DataSheet,
  { writers, widths }: { readonly writers: readonly CellWriter[]; readonly widths: readonly number[] },
): Generator<SheetRow> {
  yield headerRow(columns, widths);
  for (const row of rows) yield { cells: writers.map((writer, at) => writer.cell(row[at])) };
}

function headerRow(columns: readonly DataColumn[], widths: readonly number[]): SheetRow {
  const isOneLine = columns.every(({ title }, index) => fitsOneLine(title, widths[index]!));
  return {
    height: HEADER_HEIGHTS[isOneLine ? 'oneLine' : 'twoLines'],
    cells: columns.map((column) => {
      const look: CellStyle = column.isPrivate
        ? { font: 'private', fill: 'private' }
        : { font: column.isRequired || column.isKey ? 'strong' : 'heading', fill: 'band' };
      const align = isFigure(column) ? 'right' : 'left';
      return {
        value: column.title,
        style: { ...look, border: 'below', format: '@', align, wrap: true, locked: true },
      };
    }),
  };
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
function currencyRules(table: DataSheet, formats: readonly string[]): ConditionalFormat[] {
  const { columns, rows } = table;
  return columns.flatMap(({ currency }, index): ConditionalFormat[] => {
    if (currency === undefined) return [];
    const letters = columnLetters(index);
    const rules = currenciesIn(rows, currency).map((code) => ({
      formula: `$${columnLetters(currency)}2="${code}"`,
      look: { format: currencyFormat(code, formats[index]!) },
    }));
    return rules.length === 0
      ? []
      : [{ range: `${letters}2:${letters}${lastCheckedRow(table)}`, kind: 'looks', rules }];
  });
}

function currenciesIn(rows: DataSheet['rows'], column: number): string[] {
  const codes = new Set<string>();
  for (const row of rows) {
    const code = row[column];
    if (typeof code === 'string' && /^[A-Z]{3}$/.test(code)) codes.add(code);
  }
  return [...codes].sort().slice(0, MOST_CURRENCIES);
}
