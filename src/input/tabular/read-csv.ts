import { CsvError, parse } from 'csv-parse/sync';
import { Failure } from '../../units/failure.ts';
import { decodeText } from './decode-text.ts';
import { findDelimiter } from './find-delimiter.ts';
import type { TextRow } from './table-of-text.ts';

/**
 * All rows of a CSV file of any delimiter and encoding, blank ones included, each with the line it starts on.
 * @throws Failure when a quote is never closed: everything after it would be one cell.
 */
export function readCsv(bytes: Uint8Array, file: string): TextRow[] {
  const text = decodeText(bytes);
  const { delimiter, skip } = findDelimiter(text);
  const before = skip > 0 ? 1 : 0;
  let lineBefore = 0;
  const rows: TextRow[] = [];
  try {
    parse(text.slice(skip), {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: lineEnding(text),
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lineBefore + 1 + before, cells });
        lineBefore = lines;
        return undefined;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Failure(
      'data',
      `${file}:${lineBefore + 1 + before}: a quotation mark opens here and is never closed.`,
      'Nothing was imported. Export the file again, or close the quotation mark in that line.',
    );
  }
  return rows;
}

/** Old exports end lines in a lone carriage return; those within quotes do not count. */
function lineEnding(text: string): string[] {
  return text.includes('\n') ? ['\r\n', '\n'] : ['\r'];
}
