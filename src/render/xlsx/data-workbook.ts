import { ChoiceLists } from './choice-lists.ts';
import type { DataBook } from './data-book.ts';
import { dataSheet } from './data-sheet.ts';
import { frontSheet } from './front-sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { textSheet } from './text-sheet.ts';
import { writeWorkbook } from './write-workbook.ts';

/**
 * Writes tables as a workbook that people edit and programs read back: real dates and numbers, headers that stay in sight and say what
 * they mean, drop-downs, locked keys. The same book gives the same bytes.
 * @returns the bytes of the .xlsx file.
 */
export function writeDataWorkbook({ front, sheets, hidden, properties, footer }: DataBook): Buffer {
  const { title, company, locale, asOf } = properties;
  const [frontName = '', ...names] = sheetNames([front.name, ...sheets.map((sheet) => sheet.title)]);
  const lists = new ChoiceLists(sheets, names);
  const nameOf = (wanted: string): string => names[sheets.findIndex((sheet) => sheet.title === wanted)] ?? wanted;
  const context = { sourceOf: lists.sourceOf, locale, footer };
  const tables = sheets.map((sheet, index) => dataSheet(sheet, names[index]!, context));
  // Only now it is known which words did not fit into a formula.
  const listed = lists.sheet();
  return writeWorkbook({
    properties: { title, company, language: locale, modified: asOf },
    sheets: [
      frontSheet({ ...front, name: frontName }, footer, nameOf),
      ...tables,
      ...[...(listed ? [listed] : []), ...hidden].map(textSheet),
    ],
  });
}
