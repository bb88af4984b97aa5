import { cellText, isBlank } from './cell-text.ts';
import type { Cell, LineNote, TextRow } from './table-of-text.ts';

const TOTAL_WORDS = /^(grand )?totals?\b|^sub-?totals?\b|^sum$|^count$|^(gesamt)?summe$|^gesamt\b|^totaux\b/i;
const HEADER_WITHIN = 30;

/** Header and rows of a table, told apart from the titles above it and the totals and footer below it. */
export interface FoundTable {
  readonly headers: readonly string[];
  readonly rows: readonly TextRow[];
  readonly skipped: readonly LineNote[];
  readonly broken: readonly LineNote[];
}

/** Finds the table among all rows of a file; undefined when no row could be its header. Rows without any text are dropped. */
export function findTable(all: readonly TextRow[]): FoundTable | undefined {
  const filled = all.filter(({ cells }) => countFilled(cells) > 0);
  const headerAt = findHeader(filled);
  const header = filled[headerAt];
  if (!header) return undefined;
  const headers = header.cells.map((cell) => cellText(cell).trim());
  while (headers.at(-1) === '') headers.pop();
  const [rows, skipped, broken]: [TextRow[], LineNote[], LineNote[]] = [[], [], []];
  for (const { line } of filled.slice(0, headerAt)) skipped.push({ line, why: 'stands above the header' });
  const footerFrom = headers.length < 3 ? Infinity : footerLine(all.slice(all.indexOf(header) + 1));
  for (const row of filled.slice(headerAt + 1)) {
    if (row.line >= footerFrom) {
      skipped.push({ line: row.line, why: 'footer of the report' });
      continue;
    }
    const kind = kindOfRow(row.cells, headers);
    if (kind === 'row') rows.push(row);
    else if (kind === 'repeated header' || kind === 'total') skipped.push({ line: row.line, why: kind });
    else broken.push({ line: row.line, why: kind.why });
  }
  return { headers, rows, skipped, broken };
}

/** The first row that fills most of the columns a typical row has. */
function findHeader(filled: readonly TextRow[]): number {
  const widths = filled
    .slice(0, 200)
    .map(({ cells }) => cells.length)
    .sort((a, b) => a - b);
  const typical = widths[Math.floor(widths.length / 2)] ?? 0;
  const needed = Math.max(1, Math.ceil(typical * 0.6));
  const found = filled.slice(0, HEADER_WITHIN).findIndex(({ cells }) => countFilled(cells) >= needed);
  return found === -1 && filled.length > 0 ? 0 : found;
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
  return countFilled(cells) === 1 && !isBlank(cells[0]!) && !TOTAL_WORDS.test(cellText(cells[0]!).trim());
}

function kindOfRow(
  cells: readonly Cell[],
  headers: readonly string[],
): 'row' | 'repeated header' | 'total' | { readonly why: string } {
  const first = cellText(cells.find((cell) => !isBlank(cell))!).trim();
  const filled = countFilled(cells);
  if (TOTAL_WORDS.test(first) && filled <= Math.max(2, headers.length / 2)) return 'total';
  if (filled > 1 && headers.every((header, index) => header === cellText(cells[index] ?? '').trim()))
    return 'repeated header';
  const surplus = cells.slice(headers.length).some((cell) => !isBlank(cell));
  if (surplus || cells.length < headers.length) {
    return {
      why: `has ${cells.length} cells where the header has ${headers.length}; a delimiter or quote is out of place`,
    };
  }
  return 'row';
}

function countFilled(cells: readonly Cell[]): number {
  let filled = 0;
  for (const cell of cells) if (!isBlank(cell)) filled += 1;
  return filled;
}
