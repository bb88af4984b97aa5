import type { TextRange } from './problem.ts';

/** One row of a CSV text, with the offset of each cell. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly starts: readonly number[];
  /** Offset of the next row. */
  readonly next: number;
  /** Why the row cannot be read any further. */
  readonly mistake?: { readonly range: TextRange; readonly message: string };
}

const PLAIN_CELL = /[^,"\r\n]*/y;

/**
 * Reads the row that starts at an offset of a comma-separated text as RFC 4180 defines it: a cell with a comma, a quote or a line
 * break stands in quotes, a quote inside is doubled. Written here because places must be exact: the usual reader counts lines
 * wrongly where a cell holds CR LF.
 */
export function readCsvRow(text: string, offset: number): CsvRow {
  const cells: string[] = [];
  const starts: number[] = [];
  let at = offset;
  for (;;) {
    starts.push(at);
    const quoted = text[at] === '"';
    const end = quoted ? endOfQuoted(text, at) : endOfPlain(text, at);
    if (end === undefined) {
      const range = { start: at, end: text.length };
      return {
        cells,
        starts,
        next: text.length,
        mistake: { range, message: 'the quote that opens here is not closed' },
      };
    }
    cells.push(quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end));
    if (!isEndOfCell(text, end)) {
      const range = { start: end, end: end + 1 };
      return {
        cells,
        starts,
        next: text.length,
        mistake: { range, message: 'a quote stands in the middle of a cell' },
      };
    }
    if (text[end] !== ',') return { cells, starts, next: afterLineBreak(text, end) };
    at = end + 1;
  }
}

function endOfQuoted(text: string, at: number): number | undefined {
  let quote = text.indexOf('"', at + 1);
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  return quote < 0 ? undefined : quote + 1;
}

function endOfPlain(text: string, at: number): number {
  PLAIN_CELL.lastIndex = at;
  PLAIN_CELL.test(text);
  return PLAIN_CELL.lastIndex;
}

function isEndOfCell(text: string, at: number): boolean {
  return at >= text.length || text[at] === ',' || text[at] === '\n' || text[at] === '\r';
}

function afterLineBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : Math.min(at + 1, text.length);
}
