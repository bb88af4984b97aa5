import { Failure } from '../../units/failure.ts';
import { decodeText } from './decode-text.ts';
import { findDelimiter } from './find-delimiter.ts';
import { refuseOtherText } from './other-kinds.ts';
import { splitDelimited, type DelimitedRow } from './split-delimited.ts';
import type { TextRow } from './table-of-text.ts';

/**
 * All rows of a CSV file of any delimiter and encoding, blank ones included, each with the line it starts on.
 * @throws Failure when a quote is never closed: everything after it would be one cell; when the text is of another kind
 */
export function readCsv(bytes: Uint8Array, file: string): readonly TextRow[] {
  const text = decodeText(bytes);
  refuseOtherText(text, file);
  const { delimiter, skip } = findDelimiter(text);
  const { rows, openQuoteLine } = splitDelimited(text, delimiter, { start: skip, line: skip > 0 ? 2 : 1 });
  if (openQuoteLine === undefined) return text.includes('="') ? rows.map(withoutGuards) : rows;
  throw new Failure(
    'data',
    `${file}:${openQuoteLine}: a quotation mark opens here and is never closed.`,
    'Nothing was imported. Export the file again, or close the quotation mark in that line.',
  );
}

/** Text that an export guards from being read as a number, `="00123"`: without its guard. */
const GUARDED = /^="((?:[^"]|"")*)"$/;

function withoutGuards({ line, cells }: DelimitedRow): DelimitedRow {
  const unguarded = (cell: string): string => GUARDED.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;
  return { line, cells: cells.map((cell) => (cell.startsWith('=') ? unguarded(cell) : cell)) };
}
