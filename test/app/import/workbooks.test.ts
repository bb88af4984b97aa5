import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { CAM_YAML, importInto } from './import-on-disk.ts';

const HEADERS = [
  'Opportunity ID',
  'Opportunity Name',
  'Partner Account',
  'Stage',
  'Amount',
  'Close Date',
  'Probability (%)',
];
const day = (month: number, date: number): Date => new Date(Date.UTC(2026, month - 1, date));

/** A territory with a workbook of these rows under a title, columns formatted as CRMs do it. */
async function withDeals(rows: readonly unknown[][], more?: (workbook: ExcelJS.Workbook) => void): Promise<string> {
  const root = await territoryOnDisk({ 'cam.yaml': CAM_YAML });
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Open deals');
  sheet.addRows([['Pipeline of Ines'], [], HEADERS, ...rows]);
  sheet.mergeCells('A1:G1');
  for (let line = 4; line < 4 + rows.length; line += 1) {
    sheet.getCell(`E${line}`).numFmt = '[$$-409]#,##0.00';
    sheet.getCell(`F${line}`).numFmt = 'dd/mm/yyyy';
    sheet.getCell(`G${line}`).numFmt = '0%';
  }
  more?.(workbook);
  await workbook.xlsx.writeFile(join(root, 'deals.xlsx'));
  return root;
}

describe('deals of a workbook', () => {
  it('are taken with their numbers, dates and per cent as the cells hold them: nothing has to be said about styles', async () => {
    const root = await withDeals([
      ['0061', 'Core', 'Acme', 'Propose', 1234.567, day(3, 4), 0.07],
      ['0062', 'Edge', 'Acme', 'Won', { formula: 'E4*2', result: 2469.134 }, day(4, 3), 1],
      [12_345, 'Rim', 'Acme', 'Lost', 5, day(5, 5), 0],
    ]);
    const report = await importInto(root, ['deals.xlsx'], { createPartners: true });
    expect(report).toMatchObject({ rows: 3, created: 3, rejected: [], dateOrder: null, warnings: [] });
    expect(report.totals.amount).toEqual({ USD: 3708.701 });
    const again = await importInto(root, ['deals.xlsx']);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  });

  it('that cannot be taken are named by sheet and cell, with the reason', async () => {
    const root = await withDeals(
      [
        ['0061', 'Core', 'Acme', 'Propose', 1, day(3, 4), 0.5],
        ['0062', 'Edge', 'Acme', { error: '#N/A' }, 2, day(3, 4), 0.5],
        ['0063', 'Rim', 'Acme', 'Propose', { formula: 'E4/0', result: { error: '#DIV/0!' } }, day(3, 4), 0.5],
        ['0064', 'Hub', 'Acme', 'Propose', { formula: 'SUM(E4:E5)' }, day(3, 4), 0.5],
        ['0065', 'Pod', 'Acme', 'Propose', 4, day(3, 4), 1.5],
        ['0066', 'Pad', 'Acme', 'Propose', 5, 2026, 0.5],
        ['0067', 'Pin', 'Acme', 'Propose', 0.45, day(3, 4), 0.5],
        ['0068', 'Pun', 'Acme', 'Propose', 6, day(3, 4), 0.5],
      ],
      (workbook) => {
        const sheet = workbook.worksheets[0]!;
        sheet.getCell('F9').numFmt = 'General';
        sheet.getCell('E10').numFmt = '0%';
        sheet.getCell('E11').numFmt = '#,##0 [$kr]';
      },
    );
    const { created, rejected } = await importInto(root, ['deals.xlsx'], { createPartners: true });
    expect(created).toBe(1);
    expect(rejected.map(({ where, why }) => `${where}: ${why}`)).toEqual([
      "deals.xlsx 'Open deals'!D5: Stage: holds the error #N/A",
      "deals.xlsx 'Open deals'!E6: Amount: holds the error #DIV/0!",
      "deals.xlsx 'Open deals'!E7: Amount: holds a formula without a result; open the file in Excel and save it",
      `deals.xlsx 'Open deals'!G8: Probability (%): "150%" is no probability from 0 to 100 %`,
      `deals.xlsx 'Open deals'!F9: Close Date: "2026" is no date`,
      `deals.xlsx 'Open deals'!E10: Amount: "45%" is per cent, no amount`,
      `deals.xlsx 'Open deals'!E11: the currency of "kr 6" is not clear; name it in a currency column`,
    ]);
  });

  it('come with what was left out of the file: hidden sheets, what stands beside the table', async () => {
    const root = await withDeals([['0061', 'Core', 'Acme', 'Propose', 1, day(3, 4), 0.5]], (workbook) => {
      workbook.worksheets[0]!.getCell('J4').value = 'call Bo';
      workbook.addWorksheet('Old', { state: 'hidden' }).addRow(['a', 'b']);
    });
    const { warnings } = await importInto(root, ['deals.xlsx'], { createPartners: true });
    expect(warnings).toEqual([
      { where: 'deals.xlsx', message: 'sheet "Open deals": what stands apart from the table was not read: J4' },
      { where: 'deals.xlsx', message: 'the hidden sheet "Old" was not read; --sheet NAME reads a sheet' },
    ]);
  });
});
