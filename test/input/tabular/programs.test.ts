import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readSheets } from '../../../src/input/tabular/read-sheets.ts';
import { readTable } from '../../../src/input/tabular/read-table.ts';
import type { TextTable } from '../../../src/input/tabular/table-of-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'cam-programs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));

/** A workbook with nearly everything the library can put beside a table. */
function fullWorkbook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Deals & plans', { views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.addRow(['Pipeline of Ines']);
  sheet.mergeCells('A1:F1');
  sheet.addRow(['id', 'name', 'Money', undefined, 'close', 'won']);
  sheet.addRow([undefined, undefined, 'plan', 'real', undefined, undefined]);
  for (const merged of ['A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:F3']) sheet.mergeCells(merged);
  sheet.addRow(['007', { richText: [{ text: 'Core ' }, { text: '& more', font: { bold: true } }] }, 1250.5, 0.45]);
  sheet.getCell('E4').value = day(2026, 3, 14);
  sheet.getCell('F4').value = true;
  sheet.addRow(['008', { text: 'Edge', hyperlink: 'https://example.com' }, { formula: 'C4*2', result: 2501 }]);
  sheet.getCell('D5').value = { formula: 'C5/0', result: { error: '#DIV/0!' } };
  sheet.getCell('E5').value = { formula: 'E4+30', result: day(2026, 4, 13) };
  sheet.getCell('F5').value = { error: '#N/A' };
  for (const line of [4, 5]) {
    sheet.getCell(`C${line}`).numFmt = '#,##0.00 [$€-407]';
    sheet.getCell(`D${line}`).numFmt = '0.0%';
    sheet.getCell(`E${line}`).numFmt = 'dd/mm/yyyy';
  }
  sheet.getCell('B4').note = 'Ask Bo about this one';
  sheet.getCell('F6').dataValidation = { type: 'list', allowBlank: true, formulae: ['"true,false"'] };
  sheet.addConditionalFormatting({
    ref: 'C4:C9',
    rules: [{ type: 'dataBar', priority: 1, cfvo: [{ type: 'min' }, { type: 'max' }] } as ExcelJS.DataBarRuleType],
  });
  const lists = workbook.addWorksheet('Lists', { state: 'veryHidden' });
  lists.addRow(['a', 'b']);
  return workbook;
}

const EXPECTED = {
  sheet: 'Deals & plans',
  headers: ['id', 'name', 'Money plan', 'Money real', 'close', 'won'],
  rows: [
    {
      line: 4,
      cells: [
        ...['007', 'Core & more', { value: 1250.5, currency: '€' }],
        ...[{ value: 45, percent: true }, '2026-03-14', 'true'],
      ],
    },
    { line: 5, cells: ['008', 'Edge', { value: 2501, currency: '€' }, '#DIV/0!', '2026-04-13', '#N/A'] },
  ],
  skipped: [{ line: 1, why: 'stands above the header' }],
  warnings: ['the hidden sheet "Lists" was not read; --sheet NAME reads a sheet'],
};

async function write(workbook: ExcelJS.Workbook, name: string): Promise<string> {
  const path = join(folder, name);
  await workbook.xlsx.writeFile(path);
  return path;
}

describe('a workbook written by another program', () => {
  it('is read cell by cell: exceljs', async () => {
    expect(await readTable(await write(fullWorkbook(), 'full.xlsx'))).toMatchObject(EXPECTED);
  });

  it('counts from 1904 where exceljs says so', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.properties.date1904 = true;
    const sheet = workbook.addWorksheet('Deals');
    sheet.addRows([
      ['id', 'close'],
      ['D-1', day(2026, 3, 14)],
    ]);
    expect((await readTable(await write(workbook, '1904.xlsx'))).rows[0]!.cells).toEqual(['D-1', '2026-03-14']);
  });

  it('keeps every text and number, whatever they are', async () => {
    // What XML cannot hold is the writer's to lose; everything else must come back.
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((raw) => !/[\p{Cc}\ufffe\uffff]/u.test(raw));
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map((value) => value + 0);
    const cells = fc.array(fc.array(fc.oneof(text, number), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(cells, async (given) => {
        const workbook = new ExcelJS.Workbook();
        workbook.addWorksheet('Any').addRows(given);
        const { sheets } = await readSheets(await write(workbook, 'any.xlsx'));
        expect(sheets[0]!.rows.map((row) => row.cells)).toEqual(given);
      }),
      { numRuns: 40 },
    );
  });
});

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** Opens a file in LibreOffice and saves it as another kind. */
function converted(path: string, kind: string, to: string): string {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', join(folder, kind), path], {
    stdio: 'ignore',
    timeout: 240_000,
  });
  return join(
    folder,
    kind,
    path
      .split('/')
      .at(-1)!
      .replace(/\.\w+$/, `.${to.split(':')[0]}`),
  );
}

describe.skipIf(!hasOffice)('a file saved by LibreOffice', () => {
  it('is read as the workbook it was made from', async () => {
    const saved = await readTable(converted(await write(fullWorkbook(), 'saved.xlsx'), 'office', 'xlsx'));
    const { warnings, rows, ...rest } = EXPECTED;
    expect(saved).toMatchObject({ ...rest, rows: rows.map(({ line }) => ({ line })) });
    expect(saved.warnings).toEqual(warnings);
    expect(saved.rows.map(({ cells }) => cells)).toEqual(rows.map(({ cells }) => cells));
  });

  it('as a workbook made of a CSV file holds the same rows', async () => {
    const csv = join(folder, 'deals.csv');
    writeFileSync(csv, 'id,name,amount,close\nD-1,Core,1250.5,2026-03-14\nD-2,"Edge, ""two""",6,2026-12-31\n');
    const [fromCsv, fromWorkbook] = await Promise.all([readTable(csv), readTable(converted(csv, 'csv', 'xlsx'))]);
    const shown = (table: TextTable): unknown => table.rows.map(({ cells }) => cells.map(String));
    expect(fromWorkbook.headers).toEqual(fromCsv.headers);
    expect(shown(fromWorkbook)).toEqual(shown(fromCsv));
  });

  it('as .ods or .xls is refused by name', async () => {
    const path = await write(fullWorkbook(), 'other.xlsx');
    await expect(readTable(converted(path, 'ods', 'ods'))).rejects.toThrow(
      'other.ods is an OpenDocument spreadsheet (.ods).',
    );
    await expect(readTable(converted(path, 'xls', 'xls'))).rejects.toThrow(
      'other.xls is an old Excel workbook (.xls).',
    );
  });
});
