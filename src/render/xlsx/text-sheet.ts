import { columnLetters } from '../../ooxml/workbook/cell-reference.ts';
import { MOST_CHARACTERS } from './cell-text.ts';
import type { TextSheet } from './data-book.ts';
import type { SharedStrings } from './xml/shared-strings.ts';
import type { StyleSheet } from './xml/style-sheet.ts';
import { worksheetXml } from './xml/worksheet.ts';

/**
 * A sheet of plain texts for programs.
 * @throws Error for a text that no cell can hold whole: a program must not read half of one.
 */
export function drawTextSheet(
  { title, rows }: TextSheet,
  { styles, strings }: { readonly styles: StyleSheet; readonly strings: SharedStrings },
): string {
  const style = styles.indexOf({ format: '@', locked: true });
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const drawn = rows.map((row, index) => {
    const cells = row.map((text, column) => {
      if (text.length > MOST_CHARACTERS) throw new Error(`A text of the sheet ${title} is too long for one cell.`);
      if (text === '') return '';
      return `<c r="${columnLetters(column)}${index + 1}" s="${style}" t="s"><v>${strings.indexOf(text)}</v></c>`;
    });
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  return worksheetXml({
    view: { frozenRows: 0, frozenColumns: 0, gridlines: true },
    columns: '',
    rows: drawn,
    lastCell: `${columnLetters(width - 1)}${Math.max(1, rows.length)}`,
    isProtected: false,
  });
}
