import type { Locale } from '../../units/format.ts';
import type { DataColumn, DataRow } from './data-book.ts';

/**
 * The number format of a column. Text stays text whatever is typed into it: an id 007 keeps its zeros, 3-4 does not become a date.
 * Amounts and percentages show decimals where one of the column has them.
 */
export function columnFormat(column: DataColumn, index: number, context: FormatContext): string {
  const hasDecimals = (): boolean =>
    context.rows.some((row) => typeof row[index] === 'number' && !Number.isInteger(row[index]));
  switch (column.kind) {
    case 'date':
      return dateFormat(context.locale);
    case 'amount':
      return hasDecimals() ? '#,##0.00' : '#,##0';
    case 'percent':
      return hasDecimals() ? '0.00%' : '0%';
    case 'number':
      return 'General';
    default:
      return '@';
  }
}

export interface FormatContext {
  readonly rows: readonly DataRow[];
  readonly locale: Locale;
}

/** A day that nobody can read as another one: 28 Feb 2026, in American English Feb 28, 2026. */
export function dateFormat(locale: Locale): string {
  return locale === 'en-US' ? 'mmm d, yyyy' : 'd mmm yyyy';
}

/** An amount with the code of its currency in front, as plain as the column's own format. */
export function currencyFormat(currency: string, format: string): string {
  return `[$${currency}] ${format}`;
}
