import { readDate } from '../../input/import-columns/date-column.ts';
import { cellError } from '../../input/tabular/cell-error.ts';
import { cellText, isBlank } from '../../input/tabular/cell-text.ts';
import type { Cell } from '../../input/tabular/table-of-text.ts';
import { cleanText } from '../../units/clean-text.ts';
import { parsePlainDate } from '../../units/plain-date.ts';
import { joinList, splitList } from '../tables/cell-values.ts';
import type { CellValue, ColumnKind } from '../tables/table.ts';
import { yesOrNo } from '../tables/yes-no-words.ts';

/** What a cell says as a value of its column, and why it cannot be taken; then the value is its bare text. */
export interface CellReading {
  readonly value?: CellValue;
  readonly why?: string;
}

/** Reads a cell of a sheet as a value of a column; an empty one says that nothing is known. */
export function readSheetCell(cell: Cell, kind: ColumnKind, choices: readonly string[] = []): CellReading {
  if (isBlank(cell)) return {};
  const text = cleanText(cellText(cell));
  const error = cellError(cell);
  if (error !== undefined) return { value: text, why: error };
  switch (kind) {
    case 'number':
    case 'amount':
      return numberOf(cell, text);
    case 'percent':
      return numberOf(cell, text.replace(/\s*%$/, ''));
    case 'numbers':
      return numbersOf(text);
    case 'date':
      return dateOf(cell, text);
    case 'month':
      return /^\d{4}-\d{2}$/.test(text) ? { value: text } : monthOf(dateOf(cell, text), text);
    case 'yes-no':
      return yesNoOf(text);
    case 'choice':
      return { value: choices.find((choice) => plain(choice) === plain(text)) ?? text.trim() };
    case 'period':
      return { value: /^fy/i.test(text) ? text.trim().toUpperCase() : text.trim() };
    default:
      return { value: text };
  }
}

function numberOf(cell: Cell, text: string): CellReading {
  if (typeof cell === 'number') return { value: withoutNoise(cell) };
  if (typeof cell === 'object') return { value: withoutNoise(cell.value) };
  if (/^-?\d+(\.\d+)?$/.test(text.trim())) return { value: Number(text) };
  return { value: text, why: `"${text}" is no number as it is written here: 1240.50, without thousands or currency` };
}

function numbersOf(text: string): CellReading {
  const entries = splitList(text);
  const wrong = entries.find((entry) => !/^-?\d+(\.\d+)?$/.test(entry));
  if (wrong === undefined) return entries.length === 0 ? {} : { value: joinList(entries) };
  return { value: text, why: `"${wrong}" is no number as it is written here: 17.5; 50; 60, set apart by semicolons` };
}

/** Spreadsheets keep 15 digits; what a formula leaves behind them is noise: 3702.2999999999997 is 3702.3. */
function withoutNoise(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(15));
}

function dateOf(cell: Cell, text: string): CellReading {
  const day = parsePlainDate(text.trim().slice(0, 10));
  if (day && /^\S{10}( \d{2}:\d{2}:\d{2})?$/.test(text.trim())) return { value: day };
  // Nobody knows whether 03/04/2026 is in March or in April; 28/02/2026 is the same day in either order.
  const days = new Set([readDate(cell, 'dmy'), readDate(cell, 'mdy')].filter((read) => read !== 'unreadable'));
  const [read] = days;
  if (days.size === 1 && read !== undefined) return { value: read };
  return { value: text, why: `"${text}" is no date as it is written here: 2026-02-28` };
}

function monthOf({ value, why }: CellReading, text: string): CellReading {
  if (why !== undefined) return { value: text, why: `"${text}" is no month as it is written here: 2026-02` };
  return { value: String(value).slice(0, 7) };
}

function yesNoOf(text: string): CellReading {
  const value = yesOrNo(text);
  return value === undefined ? { value: text, why: `"${text}" is neither yes nor no` } : { value };
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}
