import { Failure } from '../../units/failure.ts';
import { cellText } from './cell-text.ts';
import type { TableInFile } from './table-of-text.ts';

/** Fewer lines than this prove nothing. */
const FEWEST_LINES = 3;
/** Names are shorter than sentences. */
const WORDS_OF_A_SENTENCE = 6;

/**
 * Letters and statements are no tables, although every text has lines: most of them do not have the header's number of cells, or they
 * are one column of sentences.
 * @throws Failure when the text under the header reads like that
 */
export function refuseProse({ headers, rows, broken }: TableInFile, file: string): void {
  const lines = rows.length + broken.length;
  if (broken.length * 3 > lines * 2 && lines >= FEWEST_LINES) {
    throw new Failure(
      'data',
      `${file} holds no table: ${broken.length} of ${lines} lines do not have the ${headers.length} cells of the line taken for its header (${headers.slice(0, 3).join(', ').slice(0, 60)}).`,
      'Nothing was imported. Export the rows behind it as CSV or .xlsx.',
    );
  }
  if (headers.length > 1) return;
  const wordy = rows.filter(({ cells }) => cellText(cells[0]!).trim().split(/\s+/).length >= WORDS_OF_A_SENTENCE);
  if (wordy.length * 2 <= rows.length && headers[0]!.split(/\s+/).length < WORDS_OF_A_SENTENCE) return;
  throw new Failure(
    'data',
    `${file} holds no table: it is text in one column.`,
    'Nothing was imported. Export the rows behind it as CSV or .xlsx.',
  );
}
