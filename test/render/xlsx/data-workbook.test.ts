import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { lintPackage } from '../../../src/ooxml/lint-package.ts';
import { readZip } from '../../../src/ooxml/read-zip.ts';
import type { DataBook } from '../../../src/render/xlsx/data-book.ts';
import { writeDataWorkbook } from '../../../src/render/xlsx/data-workbook.ts';
import { validateOffice } from '../../ooxml/validate-office.ts';
import { bookOf, column, sheet } from './given-book.ts';

/** The workbook as another library reads it. */
async function opened(book: DataBook): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(writeDataWorkbook(book)).buffer);
  return workbook;
}

async function firstSheet(book: DataBook): Promise<ExcelJS.Worksheet> {
  return (await opened(book)).worksheets[1]!;
}

/** Drop-downs and other checks by the cell they stand on. */
function checksOf(worksheet: ExcelJS.Worksheet): Readonly<Record<string, ExcelJS.DataValidation>> {
  const { dataValidations } = worksheet as unknown as {
    dataValidations: { model: Record<string, ExcelJS.DataValidation> };
  };
  return dataValidations.model;
}

const DEALS = sheet(
  [
    column('Partner', { isKey: true, choices: { sheet: 'Partners', column: 0, strict: false } }),
    column('Id', { isKey: true, isRequired: true, note: 'Its id there, as text.' }),
    column('Amount', { kind: 'amount', currency: 3 }),
    column('Currency'),
    column('Odds', { kind: 'percent' }),
    column('Close date', { kind: 'date' }),
    column('Status', { choices: { words: ['open', 'won', 'lost'], strict: true } }),
    column('Shared', { kind: 'yes-no' }),
    column('Moves', { kind: 'number' }),
    column('Notes (private)', { isPrivate: true, note: 'Private. Never printed in a partner edition.' }),
  ],
  [
    ['acme', '007', 1240.5, 'EUR', 45, '2026-02-28', 'open', true, 3, '=1+1'],
    ['acme', '1E5', -3, 'USD', 28, '1900-01-05', undefined, false, 0, undefined],
  ],
);
const PARTNERS = sheet([column('Partner', { isKey: true }), column('Name')], [['acme', 'Acme']], 'Partners');
const BOOK = bookOf([PARTNERS, DEALS]);

describe('a workbook of tables', () => {
  it('has no fault that the Open XML validator or our own check can find', async () => {
    const words = Array.from({ length: 40 }, (_, index) => `A choice of many, number ${index}`);
    const long = sheet([column('Tier', { choices: { words, strict: false } })], [], 'Long list');
    const hidden = [{ title: 'cam baseline', rows: [['cam workbook', '1'], [`:${'A'.repeat(32_000)}`]] }];
    const bytes = writeDataWorkbook(bookOf([PARTNERS, DEALS, long], { hidden }));
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
  });

  it('gives dates as dates, amounts and shares as numbers, ids and words as text', async () => {
    const deals = (await opened(BOOK)).getWorksheet('Deals')!;
    const value = (address: string) => deals.getCell(address).value;
    expect(['A2', 'B2', 'C2', 'D2', 'G2', 'H2', 'I2', 'J2'].map(value)).toEqual([
      ...['acme', '007', 1240.5, 'EUR', 'open', 'yes', 3, '=1+1'],
    ]);
    expect(value('E3')).toBe(0.28);
    expect(value('F2')).toEqual(new Date(Date.UTC(2026, 1, 28)));
    expect(['B2', 'C2', 'E2', 'F2', 'J2'].map((address) => deals.getCell(address).numFmt)).toEqual([
      ...['@', '#,##0.00', '0%', 'd mmm yyyy', '@'],
    ]);
  });

  it('leaves cells empty where nothing is known, and writes nought where it is nought', async () => {
    const deals = (await opened(BOOK)).getWorksheet('Deals')!;
    expect(deals.getCell('G3').value).toBeNull();
    expect(deals.getCell('J3').value).toBeNull();
    expect(deals.getCell('I3').value).toBe(0);
    expect(deals.getCell('H3').value).toBe('no');
  });

  it('writes a day that Excel counts wrongly as text', async () => {
    const deals = (await opened(BOOK)).getWorksheet('Deals')!;
    expect(deals.getCell('F3').value).toBe('1900-01-05');
  });

  it('holds no number that is none', async () => {
    const worksheet = await firstSheet(
      bookOf([sheet([column('Amount', { kind: 'amount' })], [[NaN], [Infinity], [5]])]),
    );
    expect([2, 3, 4].map((row) => worksheet.getCell(row, 1).value)).toEqual([null, null, 5]);
  });

  it('writes dates as the territory does', async () => {
    const american = { ...BOOK, properties: { ...BOOK.properties, locale: 'en-US' as const } };
    const deals = (await opened(american)).getWorksheet('Deals')!;
    expect(deals.getCell('F2').numFmt).toBe('mmm d, yyyy');
  });

  it('shows the currency of its row, and follows it when it is changed', async () => {
    const deals = (await opened(BOOK)).getWorksheet('Deals')!;
    const { conditionalFormattings } = deals as unknown as {
      conditionalFormattings: {
        ref: string;
        rules: { formulae: string[]; style: { numFmt: { formatCode: string } } }[];
      }[];
    };
    const [amounts] = conditionalFormattings;
    expect(amounts!.ref).toBe('C2:C1003');
    expect(amounts!.rules.map(({ formulae }) => formulae[0])).toEqual(['$D2="EUR"', '$D2="USD"']);
    const styles = text(writeDataWorkbook(BOOK), 'xl/styles.xml');
    expect(styles).toContain('<dxf><numFmt numFmtId="165" formatCode="[$EUR] #,##0.00"/></dxf>');
  });
});

describe('a sheet that people edit', () => {
  it('locks what names a row that exists and leaves everything else free, rows to come included', async () => {
    const deals = (await opened(BOOK)).getWorksheet('Deals')!;
    const isFree = (address: string) => deals.getCell(address).protection?.locked === false;
    expect(['A2', 'B2', 'B3', 'A1', 'C1'].map(isFree)).toEqual([false, false, false, false, false]);
    expect(['C2', 'G3', 'J3', 'A4', 'B4', 'C900'].map(isFree)).toEqual([true, true, true, true, true, true]);
    const { sheetProtection } = deals as unknown as { sheetProtection: Record<string, unknown> };
    expect(sheetProtection).toEqual({
      ...{ sheet: true, sort: true, autoFilter: true, insertRows: true, deleteRows: true },
      ...{ formatCells: true, formatColumns: true, formatRows: true, insertHyperlinks: true },
    });
  });

  it('is not protected while it has no rows', () => {
    const xml = text(writeDataWorkbook(bookOf([sheet(DEALS.columns, []), PARTNERS])), 'xl/worksheets/sheet2.xml');
    expect(xml).not.toContain('sheetProtection');
  });

  it('keeps headers and keys in sight, and filters', async () => {
    const deals = (await opened(BOOK)).getWorksheet('Deals')!;
    expect(deals.views[0]).toMatchObject({ state: 'frozen', ySplit: 1, xSplit: 2, topLeftCell: 'C2' });
    expect(deals.autoFilter).toBe('A1:J3');
  });

  it('prints every sheet as wide as one page, with headers, words, sheet and page number on each', async () => {
    const words = 'Acme: all partners. Internal, not for the partner.';
    const [front, ...tables] = (await opened(bookOf([PARTNERS, DEALS], { footer: words }))).worksheets;
    expect(front!.pageSetup).toMatchObject({ fitToPage: true, fitToHeight: 0, orientation: 'portrait' });
    for (const { pageSetup } of tables) {
      expect(pageSetup).toMatchObject({ fitToPage: true, fitToHeight: 0, orientation: 'landscape' });
      expect(pageSetup.printTitlesRow).toBe('1:1');
    }
    for (const { headerFooter } of [front!, ...tables]) {
      expect(headerFooter.oddFooter).toContain(words);
      expect(headerFooter.oddFooter).toContain('&A, &P of &N');
    }
  });

  it('offers the words of a choice, the partners of their sheet and yes or no, and takes nothing but dates for a date', async () => {
    const checks = checksOf((await opened(BOOK)).getWorksheet('Deals')!);
    expect(checks['G2']).toMatchObject({
      type: 'list',
      formulae: ['"open,won,lost"'],
      allowBlank: true,
      error: 'Choose one of: open, won, lost; or leave the cell empty.',
    });
    // Another word is refused, another partner only questioned: it may be added to its sheet afterwards.
    expect(checks['G2']!.errorStyle).toBeUndefined();
    expect(checks['A2']).toMatchObject({ formulae: ["'Partners'!$A$2:$A$502"], errorStyle: 'warning' });
    expect(checks['H1003']).toMatchObject({ formulae: ['"yes,no"'] });
    expect(checks['F2']).toMatchObject({ type: 'date', formulae: [new Date('1900-03-01'), new Date('2199-12-31')] });
    expect(checks['E2']!.error).toBe(
      'This column holds percentages, for example 25%. Leave it empty where it is not known.',
    );
  });

  it('keeps words that a formula cannot hold on a hidden sheet', async () => {
    const words = ['Sales, inside', 'Sales "field"'];
    const workbook = await opened(
      bookOf([
        sheet(
          [column('Team', { choices: { words, strict: true } }), column('Other', { choices: { words, strict: true } })],
          [],
        ),
      ]),
    );
    const checks = checksOf(workbook.worksheets[1]!);
    expect(checks['A2']!.formulae).toEqual(["'cam lists'!$A$1:$A$2"]);
    expect(checks['B2']!.formulae).toEqual(["'cam lists'!$A$1:$A$2"]);
    const lists = workbook.getWorksheet('cam lists')!;
    expect(lists.state).toBe('veryHidden');
    expect([lists.getCell('A1').value, lists.getCell('A2').value]).toEqual(words);
  });

  it('says on each header what the column means and which must be filled in', async () => {
    const deals = (await opened(BOOK)).getWorksheet('Deals')!;
    const note = (address: string) =>
      (deals.getCell(address).note as ExcelJS.Comment | undefined)?.texts?.map((part) => part.text).join('');
    expect(note('B1')).toBe('Its id there, as text.\nMust be filled in.');
    expect(note('J1')).toBe('Private. Never printed in a partner edition.');
    expect(note('C1')).toBeUndefined();
  });

  it('shows private columns in amber', async () => {
    const deals = (await opened(BOOK)).getWorksheet('Deals')!;
    expect(deals.getCell('J1').fill).toMatchObject({ fgColor: { argb: 'FFFBF0DC' } });
    expect(deals.getCell('I1').fill).toMatchObject({ fgColor: { theme: 2 } });
  });

  it('gives columns room for what they hold, within reason', async () => {
    const wide = sheet([column('Name'), column('Contacts at customer', { kind: 'number' })], [['x'.repeat(400), 2]]);
    const worksheet = await firstSheet(bookOf([wide]));
    expect([worksheet.getColumn(1).width, worksheet.getColumn(2).width]).toEqual([46, 14]);
    expect(worksheet.getRow(1).height).toBe(33);
  });

  it('has room for what will be typed where nothing stands yet', async () => {
    const words = ['opportunity-targeting'];
    const empty = sheet([column('Name'), column('Life stage', { choices: { words, strict: true } })], []);
    const worksheet = await firstSheet(bookOf([empty]));
    expect([worksheet.getColumn(1).width, worksheet.getColumn(2).width]).toEqual([20, 23]);
  });
});

describe('hostile text in a workbook', () => {
  it('arrives as text, without what no file may hold', async () => {
    const words = ['=HYPERLINK("http://x")', '<b>&amp;', 'a\u0007b', 'half \ud83d', 'two\nlines ', '  ', '😀 ‮abc'];
    const bytes = writeDataWorkbook(
      bookOf([
        sheet(
          [column('Name')],
          words.map((word) => [word]),
        ),
      ]),
    );
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
    const worksheet = await firstSheet(
      bookOf([
        sheet(
          [column('Name')],
          words.map((word) => [word]),
        ),
      ]),
    );
    expect(words.map((_, index) => worksheet.getCell(index + 2, 1).value)).toEqual([
      ...['=HYPERLINK("http://x")', '<b>&amp;', 'ab', 'half \ufffd', 'two\nlines ', '  ', '😀 ‮abc'],
    ]);
  });

  it('is cut where a cell ends; a text for programs must not be', async () => {
    const long = 'a'.repeat(40_000);
    const worksheet = await firstSheet(bookOf([sheet([column('Name')], [[long]])]));
    expect(String(worksheet.getCell('A2').value)).toHaveLength(32_767);
    const hidden = [{ title: 'cam baseline', rows: [[long]] }];
    expect(() => writeDataWorkbook(bookOf([DEALS, PARTNERS], { hidden }))).toThrow(
      'A text of the sheet cam baseline is too long for one cell.',
    );
  });

  it('may stand in notes, headers and lists of choices', async () => {
    const words = ['<open> & "won"', 'a\u0000b'];
    const columns = [column('A <b> & "c"', { note: 'x\u0001 <&>', choices: { words, strict: true } })];
    const bytes = writeDataWorkbook(bookOf([sheet(columns, [['v']], "It's <History>")]));
    expect(lintPackage(bytes)).toEqual([]);
    expect(await validateOffice(bytes, 'xlsx')).toEqual([]);
  });
});

describe('the bytes of a workbook', () => {
  it('are the same each time and in every time zone', () => {
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Auckland';
      const first = writeDataWorkbook(BOOK);
      process.env['TZ'] = 'America/Anchorage';
      expect(new Date(2026, 1, 28).getTimezoneOffset()).toBe(540);
      expect(writeDataWorkbook(BOOK).equals(first)).toBe(true);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

function text(bytes: Uint8Array, path: string): string {
  return new TextDecoder().decode(readZip(bytes).get(path));
}
