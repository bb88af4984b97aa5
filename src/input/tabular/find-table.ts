import { cellText, isBlank } from './cell-text.ts';
import type { Cell, LineNote, TextRow } from './table-of-text.ts';
import { isNamedSum, isTotal } from './total-rows.ts';

const HEADER_WITHIN = 30;
const ROWS_THAT_TELL = 200;

/** Header and rows of a table, told apart from the titles above it and the totals and footer below it. */
export interface FoundTable {
  readonly headers: readonly string[];
  readonly rows: readonly TextRow[];
  readonly skipped: readonly LineNote[];
  readonly broken: readonly LineNote[];
}

/** The header of a table with its lines in the file. */
export interface FoundHeader {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly headers: readonly string[];
  /** Lines that the file itself marks as totals, each with the cells that are sums of their column. */
  readonly totals?: ReadonlyMap<number, readonly Cell[]>;
}

/** Finds the table among all rows of a file; undefined when no row could be its header. Rows without any text are dropped. */
export function findTable(all: readonly TextRow[]): FoundTable | undefined {
  const first = firstFilledRows(all);
  if (first.length === 0) return undefined;
  const { line, cells } = first[findHeader(first)]!;
  const headers = cells.map(headerText);
  while (headers.at(-1) === '') headers.pop();
  return cutTable(all, { firstLine: line, lastLine: line, headers });
}

/** The rows of a table without a header: the columns are called by their place, and rows of another width are broken. */
export function tableWithoutHeader(all: readonly TextRow[]): FoundTable | undefined {
  const filled = all.filter(({ cells }) => countFilled(cells) > 0);
  if (filled.length === 0) return undefined;
  const width = commonest(filled.map(({ cells }) => cells.length));
  const headers = Array.from({ length: width }, (_, index) => `column ${index + 1}`);
  const broken = filled.filter(({ cells }) => cells.length !== width);
  return {
    headers,
    rows: filled.filter(({ cells }) => cells.length === width),
    skipped: [],
    broken: broken.map(({ line, cells }) => ({ line, why: wrongWidth(cells.length, `most rows have ${width}`) })),
  };
}

/** A header on one line: cells of headers often hold line breaks. */
export function headerText(cell: Cell): string {
  const text = cellText(cell);
  return /\s/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** The first rows that hold anything: as many as tell where the header is. */
export function firstFilledRows(all: readonly TextRow[]): readonly TextRow[] {
  const filled: TextRow[] = [];
  for (const row of all) {
    if (filled.length === ROWS_THAT_TELL) break;
    if (countFilled(row.cells) > 0) filled.push(row);
  }
  return filled;
}

/** Index of the first row that fills most of the columns a typical row has. */
export function findHeader(filled: readonly TextRow[]): number {
  const widths = filled.map(({ cells }) => cells.length).sort((a, b) => a - b);
  const typical = widths[Math.floor(widths.length / 2)] ?? 0;
  const needed = Math.max(1, Math.ceil(typical * 0.6));
  const found = filled.slice(0, HEADER_WITHIN).findIndex(({ cells }) => countFilled(cells) >= needed);
  return Math.max(0, found);
}

/** The table under a header: its rows, and what is no row with the reason. */
export function cutTable(all: readonly TextRow[], { firstLine, lastLine, headers, totals }: FoundHeader): FoundTable {
  const [rows, skipped, broken]: [TextRow[], LineNote[], LineNote[]] = [[], [], []];
  const below = all.slice(all.findIndex(({ line }) => line === lastLine) + 1);
  const footerFrom = headers.length < 3 ? Infinity : footerLine(below);
  for (const row of all) {
    const filled = countFilled(row.cells);
    if (filled === 0) continue;
    if (row.line < firstLine) skipped.push({ line: row.line, why: 'stands above the header' });
    if (row.line <= lastLine) continue;
    if (row.line >= footerFrom) {
      skipped.push({ line: row.line, why: 'footer of the report' });
      continue;
    }
    const marked = totals?.get(row.line);
    if (marked) {
      skipped.push({ line: row.line, why: 'total', cells: marked });
      continue;
    }
    const kind = kindOfRow({ cells: row.cells, filled }, headers, rows);
    if (kind === 'row') rows.push(row);
    else if (kind === 'repeated header') skipped.push({ line: row.line, why: kind });
    else if (kind === 'total') skipped.push({ line: row.line, why: kind, cells: row.cells });
    else broken.push({ line: row.line, why: kind.why });
  }
  return { headers, rows, skipped, broken };
}

/**
 * First line of a report's footer: an empty line, then only lines of one cell (name of the report, copyright, who ran it) to the
 * end. Without the empty line it could be a row that was cut off. Infinity where there is none.
 */
function footerLine(rows: readonly TextRow[]): number {
  let from = Infinity;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const { cells, line } = rows[index]!;
    if (countFilled(cells) === 0) from = line;
    else if (!isFooter(cells)) break;
  }
  return from;
}

function isFooter(cells: readonly Cell[]): boolean {
  return countFilled(cells) === 1 && !isBlank(cells[0]!) && !isTotal(cells, []);
}

function kindOfRow(
  { cells, filled }: { readonly cells: readonly Cell[]; readonly filled: number },
  headers: readonly string[],
  above: readonly TextRow[],
): 'row' | 'repeated header' | 'total' | { readonly why: string } {
  if (filled <= Math.max(2, headers.length / 2) && isTotal(cells, above)) return 'total';
  if (filled === 3 && headers.length > 3 && isNamedSum(cells)) return 'total';
  if (filled > 1 && isHeader(cells, headers)) return 'repeated header';
  const isTooLong = cells.length > headers.length && cells.slice(headers.length).some((cell) => !isBlank(cell));
  if (isTooLong || cells.length < headers.length) {
    return { why: wrongWidth(cells.length, `the header has ${headers.length}`) };
  }
  return 'row';
}

function isHeader(cells: readonly Cell[], headers: readonly string[]): boolean {
  return headers.every((header, index) => header === headerText(cells[index] ?? ''));
}

function wrongWidth(width: number, expected: string): string {
  return `has ${width} cells where ${expected}; a delimiter or quote is out of place`;
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function countFilled(cells: readonly Cell[]): number {
  let filled = 0;
  for (const cell of cells) if (!isBlank(cell)) filled += 1;
  return filled;
}
