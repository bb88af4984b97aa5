import { beforeAll, describe, expect, it } from 'vitest';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import type { Parts } from '../../src/ooxml/parts.ts';
import { readZip } from '../../src/ooxml/read-zip.ts';
import { writeZip } from '../../src/ooxml/write-zip.ts';
import { writeDataWorkbook } from '../../src/render/xlsx/data-workbook.ts';
import { bookOf, column, sheet } from '../render/xlsx/given-book.ts';

const WORKBOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';
const DEALS = 'xl/worksheets/sheet2.xml';

let sound: Parts;

beforeAll(() => {
  const status = column('Status', { choices: { words: ['open', 'won'], strict: true }, note: 'How it stands.' });
  const partners = sheet([column('Partner')], [['acme']], 'Partners');
  const partner = column('Partner', { choices: { sheet: 'Partners', column: 0, strict: false } });
  const bytes = writeDataWorkbook(bookOf([sheet([partner, status], [['acme', 'open']]), partners]));
  sound = new Map(Array.from(readZip(bytes), ([path, part]) => [path, new TextDecoder().decode(part)]));
});

/** The problems of the sound workbook after one change to one of its parts. */
function after(path: string, change: (xml: string) => string): string[] {
  const before = String(sound.get(path));
  const changed = change(before);
  expect(changed).not.toBe(before);
  const bytes = writeZip(new Map(sound).set(path, changed));
  return lintPackage(bytes).map(({ part, rule, message }) => `${part} ${rule}: ${message}`);
}

describe('the check of a workbook', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(lintPackage(writeZip(sound))).toEqual([]);
  });

  it('wants names of sheets that Excel takes, each once', () => {
    expect(after(WORKBOOK, (xml) => xml.replace('name="Read me"', 'name="DEALS"'))).toEqual([
      `${WORKBOOK} sheet-names: names two sheets "Deals"`,
    ]);
    expect(after(WORKBOOK, (xml) => xml.replace('name="Read me"', 'name="History"'))).toEqual([
      `${WORKBOOK} sheet-names: names a sheet History, which Excel keeps for itself`,
    ]);
    expect(after(WORKBOOK, (xml) => xml.replace('name="Read me"', 'name="Q1/Q2"'))).toEqual([
      `${WORKBOOK} sheet-names: names a sheet "Q1/Q2", with a character no name may have`,
    ]);
    const long = 'Continental Trade Distribution and Logistics';
    expect(after(WORKBOOK, (xml) => xml.replace('name="Read me"', `name="${long}"`))).toEqual([
      `${WORKBOOK} sheet-names: names a sheet "${long}", of 44 characters`,
    ]);
  });

  it('wants defined names that lead to a sheet', () => {
    expect(after(WORKBOOK, (xml) => xml.replace('&apos;Deals&apos;!$A$1', '&apos;Gone&apos;!$A$1'))).toEqual([
      `${WORKBOOK} defined-names: lets _xlnm._FilterDatabase refer to the sheet "Gone", which is not there`,
    ]);
    expect(after(WORKBOOK, (xml) => xml.replace('localSheetId="1"', 'localSheetId="9"'))).toEqual([
      `${WORKBOOK} defined-names: gives _xlnm._FilterDatabase to sheet 9, which is not there`,
    ]);
  });

  it('wants the children of fonts and sheets in the order of their schema', () => {
    expect(after(STYLES, (xml) => xml.replace('<b/><sz val="11"/>', '<sz val="11"/><b/>'))).toEqual([
      `${STYLES} element-order: has the children of a font in the wrong order`,
    ]);
    const moved = after(DEALS, (xml) => xml.replace(/(<autoFilter[^>]*>)(.*<\/dataValidations>)/, '$2$1'));
    expect(moved).toEqual([`${DEALS} element-order: has its elements in the wrong order`]);
  });

  it('finds formulas that went wrong', () => {
    expect(
      after(DEALS, (xml) =>
        xml.replace(/t="s"><v>\d+<\/v><\/c><\/row><\/sheetData>/, 't="e"><v>#N/A</v></c></row></sheetData>'),
      ),
    ).toEqual([`${DEALS} formulas: B2 holds the error #N/A`]);
    expect(after(DEALS, (xml) => xml.replace('<formula1>&apos;Partners&apos;', '<formula1>Gone'))).toEqual([
      `${DEALS} formulas: refers to the sheet "Gone", which is not there`,
    ]);
    expect(after(DEALS, (xml) => xml.replace(/&apos;Partners&apos;!\$A\$2:\$A\$\d+/, '#REF!'))).toEqual([
      `${DEALS} formulas: has a formula that lost what it refers to: #REF!`,
    ]);
  });

  it('finds a list too long for one drop-down, which makes Excel repair the file', () => {
    const list = Array.from({ length: 80 }, (_, index) => `w${index}`).join(',');
    expect(after(DEALS, (xml) => xml.replace('&quot;open,won&quot;', `&quot;${list}&quot;`))).toEqual([
      `${DEALS} drop-downs: has a list of 309 characters in one drop-down`,
    ]);
  });

  it('finds a cell whose style is not there', () => {
    expect(after(DEALS, (xml) => xml.replace(/<c r="A2" s="\d+"/, '<c r="A2" s="99"'))).toEqual([
      expect.stringMatching(/^xl\/worksheets\/sheet2\.xml styles: has a cell of style 99, of \d+$/),
    ]);
  });

  it('finds a text that no cell takes', () => {
    const long = 'a'.repeat(32_768);
    expect(after('xl/sharedStrings.xml', (xml) => xml.replace('>acme<', `>${long}<`))).toEqual([
      'xl/sharedStrings.xml cells: holds a text of 32768 characters, more than a cell takes',
    ]);
  });

  it('finds a note without a box to show it in, and a drawing that is not well-formed', () => {
    expect(
      after('xl/drawings/vmlDrawing2.vml', (xml) => xml.replace('ObjectType="Note"', 'ObjectType="Shape"')),
    ).toEqual(['xl/comments2.xml notes: has 1 notes and 0 boxes to show them in']);
    expect(after('xl/drawings/vmlDrawing2.vml', (xml) => xml.replace('</v:shapetype>', ''))[0]).toMatch(
      /^xl\/drawings\/vmlDrawing2\.vml well-formed: is not well-formed/,
    );
  });
});
