import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { lintPackage } from '../../../src/ooxml/lint-package.ts';
import { readZip } from '../../../src/ooxml/read-zip.ts';
import type { Sheet, Workbook } from '../../../src/render/xlsx/sheet.ts';
import { writeWorkbook } from '../../../src/render/xlsx/write-workbook.ts';
import { validateOffice } from '../../ooxml/validate-office.ts';
import { hasOffice, recalculated } from './recalculated.ts';

const PROPERTIES = { title: 'Plan', company: 'Quillmere & Sons', language: 'en-GB', modified: '2026-02-28' };
const PRINT = { landscape: true };

function bookOf(sheets: readonly Sheet[], more: Partial<Workbook> = {}): Workbook {
  return { properties: PROPERTIES, sheets, ...more };
}

/** A plan in small: an assumption to type in, a formula on it by name, and everything else a sheet can have. */
const ASSUMPTIONS: Sheet = {
  name: 'Assumptions',
  columns: [{ width: 2 }, { width: 20 }, { width: 12, style: { locked: false } }],
  rows: [
    { cells: [] },
    { height: 20, cells: [undefined, { value: 'Margin', style: { font: 'strong', locked: true } }, { value: 0.25 }] },
    { cells: [undefined, { value: 'Score' }, { value: 40 }] },
  ],
  isProtected: true,
  checks: [
    {
      range: 'C2',
      allows: { kind: 'decimal', from: 0, to: 1 },
      title: 'Not a share',
      message: 'A share of 0 to 1.',
      strict: true,
    },
    {
      range: 'C3',
      allows: { kind: 'whole', from: 1, to: 100 },
      title: 'Not a score',
      message: 'From 1 to 100.',
      strict: false,
    },
  ],
  conditions: [
    { range: 'C3', kind: 'signs', watchFrom: 50, goodFrom: 75 },
    { range: 'C2', kind: 'bar', from: 0, to: 1 },
    { range: 'C2:C3', kind: 'looks', rules: [{ formula: 'C2<0', look: { colour: 'B3261E', fill: 'FCE8E6' } }] },
  ],
  print: { ...PRINT, fit: 'columns', footer: 'Quillmere & Sons, 2026 & later' },
};
const MODEL: Sheet = {
  name: 'Model',
  columns: [],
  rows: [
    {
      cells: [
        { value: 500, formula: 'margin*2000' },
        { value: true, formula: 'margin>0' },
        { value: 'on <track> & "fine"', formula: 'IF(margin>0,"on <track> & ""fine""","off")' },
        { formula: 'NA()' },
      ],
    },
  ],
  frozen: { rows: 0, columns: 30 },
  print: { ...PRINT, repeatedRows: { from: 1, to: 2 } },
};
const PLAN = bookOf([ASSUMPTIONS, MODEL], { names: [{ name: 'margin', refersTo: "'Assumptions'!$C$2" }] });

async function opened(book: Workbook): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(writeWorkbook(book)).buffer);
  return workbook;
}

function part(book: Workbook, path: string): string {
  return new TextDecoder().decode(readZip(writeWorkbook(book)).get(path));
}

describe('a workbook of sheets', () => {
  it('is sound, whatever its sheets have', async () => {
    const bytes = writeWorkbook(PLAN);
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
  });

  it('holds formulas with their results, and is calculated when it is opened', async () => {
    const model = (await opened(PLAN)).getWorksheet('Model')!;
    expect(model.getCell('A1').value).toEqual({ formula: 'margin*2000', result: 500 });
    expect(model.getCell('B1').value).toEqual({ formula: 'margin>0', result: true });
    expect(model.getCell('C1').value).toMatchObject({ result: 'on <track> & "fine"' });
    expect(model.getCell('D1').value).toMatchObject({ formula: 'NA()' });
    expect(part(PLAN, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(part(bookOf([ASSUMPTIONS]), 'xl/workbook.xml')).not.toContain('calcPr');
  });

  it('names cells for its formulas', () => {
    expect(part(PLAN, 'xl/workbook.xml')).toContain(
      '<definedName name="margin">&apos;Assumptions&apos;!$C$2</definedName>',
    );
  });

  it('lets people type where they may, and checks what they type', async () => {
    const sheet = (await opened(PLAN)).getWorksheet('Assumptions')!;
    expect(sheet.getCell('B2').protection?.locked).not.toBe(false);
    const xml = part(PLAN, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect(xml).toMatch(/<dataValidation type="whole" errorStyle="warning"[^>]*error="From 1 to 100\."/);
  });

  it('shows signs that differ in shape, bars of one colour, and looks by what stands in a cell', () => {
    const xml = part(PLAN, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain(
      '<iconSet iconSet="3Signs"><cfvo type="percent" val="0"/><cfvo type="num" val="50"/><cfvo type="num" val="75"/></iconSet>',
    );
    expect(xml).toMatch(/<x14:dataBar minLength="0" maxLength="100" gradient="0">/);
    expect(part(PLAN, 'xl/styles.xml')).toMatch(/<dxf><font><color rgb="FFB3261E"\/><\/font><fill>.*FFFCE8E6/);
  });

  it('freezes columns beyond Z, repeats rows in print, and prints an ampersand as one', async () => {
    const workbook = await opened(PLAN);
    expect(workbook.getWorksheet('Model')!.views[0]).toMatchObject({ xSplit: 30, topLeftCell: 'AE1' });
    expect(workbook.getWorksheet('Model')!.pageSetup.printTitlesRow).toBe('1:2');
    expect(part(PLAN, 'xl/worksheets/sheet1.xml')).toContain('Quillmere &amp;&amp; Sons, 2026 &amp;&amp; later&amp;R');
  });

  it.each(['', 'x'])('cuts a footer where Excel’s own ends, never inside a doubled ampersand (%j)', (first) => {
    const long = bookOf([{ ...MODEL, print: { ...PRINT, footer: first + '&'.repeat(300) } }]);
    const footer = /<oddFooter>(.*)<\/oddFooter>/.exec(part(long, 'xl/worksheets/sheet1.xml'))![1]!;
    const code = footer.replaceAll('&amp;', '&');
    expect(code.length).toBeLessThanOrEqual(255);
    expect(/ x?(&+)&R/.exec(code)![1]!.length % 2).toBe(0);
    expect(lintPackage(writeWorkbook(long))).toEqual([]);
  });
});

describe.skipIf(!hasOffice)('a workbook whose result is wrong', () => {
  it('is found out when LibreOffice calculates it', async () => {
    const wrong: Sheet = { ...MODEL, rows: [{ cells: [{ value: 3, formula: '1+1' }] }] };
    const calculated = await recalculated({ wrong: writeWorkbook(bookOf([wrong])) });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(calculated.get('wrong')!).buffer);
    expect(workbook.worksheets[0]!.getCell('A1').result).toBe(2);
  });
});
