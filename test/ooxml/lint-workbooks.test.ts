import { beforeAll, describe, expect, it } from 'vitest';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import type { Parts } from '../../src/ooxml/parts.ts';
import { readZip } from '../../src/ooxml/read-zip.ts';
import { writeZip } from '../../src/ooxml/write-zip.ts';
import { writeDataWorkbook } from '../../src/render/xlsx/data-workbook.ts';
import { renderXlsx } from '../../src/render/xlsx/page/render-xlsx.ts';
import { richScorecard } from '../render/fixtures/rich-scorecard.ts';
import { bookOf, column, sheet } from '../render/xlsx/given-book.ts';

const WORKBOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';
const DEALS = 'xl/worksheets/sheet2.xml';
const FRONT = 'xl/worksheets/sheet1.xml';

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
    ).toContain(`${DEALS} formulas: B2 holds the error #N/A`);
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

  it('wants rows and cells in order, each once: Excel repairs a sheet in which they are not, and loses some', () => {
    expect(after(DEALS, (xml) => xml.replace(/(<c r="A1"[^>]*>.*?<\/c>)(<c r="B1"[^>]*>.*?<\/c>)/, '$2$1'))).toEqual([
      `${DEALS} cell-order: has A1 behind a later cell of its row`,
    ]);
    expect(after(DEALS, (xml) => xml.replace('<c r="A2"', '<c r="A3"'))).toEqual([
      `${DEALS} cell-order: has A3 in row 2`,
    ]);
    expect(after(DEALS, (xml) => xml.replace(/(<row r="1".*?<\/row>)(<row r="2".*?<\/row>)/, '$2$1'))).toEqual([
      `${DEALS} cell-order: has row 1 behind row 2`,
    ]);
  });

  it('wants links that lead to a sheet', () => {
    expect(after(FRONT, (xml) => xml.replace('location="&apos;Deals&apos;', 'location="&apos;Gone&apos;'))).toEqual([
      `${FRONT} links: leads to the sheet "Gone", which is not there`,
    ]);
  });

  it('counts the texts and their uses', () => {
    const strings = 'xl/sharedStrings.xml';
    expect(after(strings, (xml) => xml.replace(/uniqueCount="\d+"/, 'uniqueCount="2"'))[0]).toMatch(
      /^xl\/sharedStrings.xml string-counts: says that it holds 2 texts, and holds \d+$/,
    );
    expect(after(strings, (xml) => xml.replace(/ count="\d+"/, ' count="1"'))[0]).toMatch(
      /says that cells use it 1 times, and they do \d+ times$/,
    );
  });

  it('finds cells merged twice and looks that nobody described', () => {
    const merged = '</sheetData><mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="B1:B4"/></mergeCells>';
    expect(after(FRONT, (xml) => xml.replace('</sheetData>', merged))).toEqual([
      `${FRONT} merged-cells: merges B1:B4, a part of which A1:B1 merged before`,
    ]);
    const rule = '<cfRule type="expression" dxfId="7" priority="1"><formula>A1=1</formula></cfRule>';
    const format = `</sheetData><conditionalFormatting sqref="A1">${rule}</conditionalFormatting>`;
    expect(after(FRONT, (xml) => xml.replace('</sheetData>', format))).toEqual([
      `${FRONT} styles: has a conditional format of look 7, of 0`,
    ]);
  });
});

describe('the check of charts on sheets', () => {
  const CHART = 'xl/charts/chart1.xml';
  const DRAWING = 'xl/drawings/drawing1.xml';
  let parts: Parts;
  beforeAll(() => {
    parts = new Map(
      Array.from(readZip(renderXlsx(richScorecard)), ([path, part]) => [path, new TextDecoder().decode(part)]),
    );
  });
  function withPart(path: string, change: (xml: string) => string): string[] {
    const before = String(parts.get(path));
    expect(change(before)).not.toBe(before);
    return lintPackage(writeZip(new Map(parts).set(path, change(before)))).map(
      ({ part, rule, message }) => `${part} ${rule}: ${message}`,
    );
  }

  it('wants them to draw cells of a sheet that is there, and to remember what stands in them', () => {
    const months = "'By month'!$B$5:$B$16";
    expect(withPart(CHART, (xml) => xml.replace('&apos;By month&apos;!$B$5', '&apos;Gone&apos;!$B$5'))).toEqual([
      `${CHART} chart-cells: draws 'Gone'!$B$5:$B$16, a sheet that is not there`,
    ]);
    expect(withPart(CHART, (xml) => xml.replace('$B$5:$B$16', '$B$5:$B$15'))).toEqual([
      `${CHART} chart-cells: keeps 12 values of 'By month'!$B$5:$B$15`,
    ]);
    expect(withPart(CHART, (xml) => xml.replace('<c:v>Jul</c:v>', '<c:v>July</c:v>'))).toEqual([
      `${CHART} chart-cells: remembers other values than stand in ${months}`,
    ]);
  });

  it('wants each shape of a sheet once, with words for those who do not see it', () => {
    expect(withPart(DRAWING, (xml) => xml.replace(/descr="[^"]*"/, 'descr=""'))).toEqual([
      `${DRAWING} alt-text: does not say what running total shows`,
    ]);
    const twice = (xml: string) => xml.replace(/<xdr:twoCellAnchor>.*?<\/xdr:twoCellAnchor>/, '$&$&');
    expect(withPart(DRAWING, twice)).toEqual([`${DRAWING} shape-ids: uses the id 2 twice`]);
  });
});
