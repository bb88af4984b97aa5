import { MOST_CHARACTERS } from './cell-text.ts';
import type { TextSheet } from './data-book.ts';
import type { CellStyle, Sheet } from './sheet.ts';

const TEXT: CellStyle = { format: '@', locked: true };

/**
 * A sheet of plain texts for programs, very hidden.
 * @throws Error for a text that no cell can hold whole: a program must not read half of one.
 */
export function textSheet({ title, rows }: TextSheet): Sheet {
  const tooLong = rows.some((row) => row.some((text) => text.length > MOST_CHARACTERS));
  if (tooLong) throw new Error(`A text of the sheet ${title} is too long for one cell.`);
  return {
    name: title,
    state: 'veryHidden',
    columns: [],
    rows: rows.map((row) => ({ cells: row.map((text) => (text === '' ? undefined : { value: text, style: TEXT })) })),
    gridlines: true,
    print: { landscape: false },
  };
}
