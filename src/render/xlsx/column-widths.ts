import stringWidth from 'string-width';
import type { DataColumn, DataRow, DataValue } from './data-book.ts';

const LEAST = 7;
const MOST = 46;
/** What is only read is shown whole: nobody edits it to see the rest. */
const MOST_TO_READ = 90;
const DATE_WIDTH = 12;
/** The capitals of a currency are wider than digits. */
const CURRENCY = 4;
const EMPTY_WIDTHS: Partial<Record<DataColumn['kind'], number>> = { text: 18, amount: 12 };
// The filter's arrow stands on the last characters of a header, and a header may break into two lines.
const ARROW = 3;
const PLAIN = /^[ -\u024f]*$/;

/** Widths of the columns in characters: as wide as what they hold, within reason; headers may take two lines. */
export function columnWidths(columns: readonly DataColumn[], rows: readonly DataRow[]): number[] {
  return columns.map(({ title, kind, isReadOnly, currency }, index) => {
    const most = isReadOnly === true ? MOST_TO_READ : MOST;
    const held = kind === 'date' ? DATE_WIDTH : widest(rows, index, most) || usualWidth(columns[index]!, rows);
    return Math.min(most, Math.max(LEAST, headerWidth(title), held + (currency === undefined ? 2 : CURRENCY)));
  });
}

/** Room for what will be typed: the words to choose from, or what a column of an empty sheet usually holds. */
function usualWidth({ kind, choices }: DataColumn, rows: readonly DataRow[]): number {
  if (choices && 'words' in choices) return Math.max(0, ...choices.words.map((word) => word.length));
  return rows.length > 0 ? 0 : (EMPTY_WIDTHS[kind] ?? 0);
}

/** Whether a header needs no second line. */
export function fitsOneLine(title: string, width: number): boolean {
  return title.length + ARROW <= width;
}

/** What the longest word needs, and half of all words. */
function headerWidth(title: string): number {
  const longest = Math.max(...title.split(' ').map((word) => word.length));
  return Math.max(longest, Math.ceil(title.length / 2) + 1) + ARROW;
}

function widest(rows: readonly DataRow[], index: number, limit: number): number {
  let most = 0;
  for (const row of rows) {
    const value = row[index];
    if (value !== undefined) most = Math.max(most, printedWidth(value, limit));
    if (most >= limit) return most;
  }
  return most;
}

function printedWidth(value: DataValue, limit: number): number {
  if (typeof value === 'string') return PLAIN.test(value) ? value.length : stringWidth(value.slice(0, limit));
  if (typeof value === 'boolean') return 3;
  // Thousands are set apart, and a currency may stand in front.
  const digits = value.toFixed(Number.isInteger(value) ? 0 : 2).length;
  return digits + Math.floor(digits / 3) + 3;
}
