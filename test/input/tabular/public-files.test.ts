import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/input/import-columns/number-column.ts';
import { readSheets } from '../../../src/input/tabular/read-sheets.ts';
import { readTable } from '../../../src/input/tabular/read-table.ts';
import { havePublicFiles, publicFile, WHERE_LEFT_OUT } from '../../public-files.ts';

const EUR = (value: number): unknown => ({ value, currency: 'EUR' });
const CHF = (value: number): unknown => ({ value, currency: 'CHF' });

/** The cells of each sheet, row by row. */
async function cellsOf(name: string): Promise<Record<string, unknown[]>> {
  const { sheets } = await readSheets(publicFile(name));
  return Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet.rows.map(({ cells }) => cells)]));
}

describe.skipIf(!havePublicFiles)(`public files${WHERE_LEFT_OUT}`, () => {
  it('with amounts in several currencies keep the currency of each cell', async () => {
    expect(await cellsOf('readxl_currency_formats.xlsx')).toEqual({
      Tabelle1: [
        ['product', 'cost_EUR', 'cost_CHF', 'cost_mixed'],
        ['apple', EUR(0.5), CHF(0.5), EUR(0.5)],
        ['software', EUR(10_000), CHF(10_000), CHF(10_000)],
      ],
    });
  });

  it('with mixed types in a column keep the type of each cell', async () => {
    expect(await cellsOf('readxl_type_me.xlsx')).toEqual({
      logical_coercion: [
        ['maybe boolean?', 'description'],
        ['', 'empty'],
        [0, '0 (numeric)'],
        [1, '1 (numeric)'],
        ['2011-12-31', 'datetime'],
        ['true', 'boolean true'],
        ['false', 'boolean false'],
        ['cabbage', '"cabbage"'],
        ['true', 'the string "true"'],
        ['F', 'the letter "F"'],
        ['False', '"False" preceded by single quote'],
      ],
      numeric_coercion: [
        ['maybe numeric?', 'explanation'],
        ['', 'empty'],
        ['true', 'boolean true'],
        ['false', 'boolean false'],
        ['2010-12-22', 'datetime'],
        ['123456', 'the string "123456"'],
        [123_456, 'the number 123456'],
        ['cabbage', '"cabbage"'],
      ],
      date_coercion: [
        ['maybe a datetime?', 'explanation'],
        ['', 'empty'],
        ['2012-05-22', 'date only format'],
        ['2012-04-27 11:30:00', 'date and time format'],
        ['true', 'boolean true'],
        ['cabbage', '"cabbage"'],
        [4.3, '4.3 (numeric)'],
        [39_448, 'another numeric'],
      ],
      text_coercion: [
        ['text', 'explanation'],
        ['', 'empty'],
        ['cabbage', '"cabbage"'],
        ['true', 'boolean true'],
        [1.3, 'numeric'],
        ['2012-09-23', 'datetime'],
        [36_436_153, 'another numeric'],
      ],
    });
  });

  it('of Google Sheets have dates, money and per cent by their formats', async () => {
    expect(await cellsOf('sheetjs_datatypesformats.xlsx')).toEqual({
      Sheet1: [
        ['Date', '2020-07-23'],
        ['Date Time', '2020-07-23 09:00:00'],
        ['Currency', { value: 123, currency: '$' }],
        ['Percentage', { value: 98.76, percent: true }],
        ['Fixed Decimal', 456],
        ['Thousands Separator', 7890],
      ],
    });
  });

  it('with hidden sheets give the visible one and name the others', async () => {
    const table = await readTable(publicFile('sheetjs_sheet_visibility.xlsx'));
    expect(table.sheet).toBe('Visible');
    expect(table.headers.join('')).toBe('visible');
    expect(table.rows).toEqual([{ line: 2, cells: [118, 105, 115, 105, 98, 108, 101] }]);
    expect(table.warnings).toEqual([
      'the hidden sheets "Hidden", "VeryHidden" were not read; --sheet NAME reads a sheet',
    ]);
    const hidden = await readTable(publicFile('sheetjs_sheet_visibility.xlsx'), { sheet: 'veryhidden' });
    expect(hidden.headers.join('')).toBe('VeryHidden');
  });

  it('with merged blocks keep each value in the first cell of its block', async () => {
    expect(await cellsOf('sheetjs_merge_cells.xlsx')).toEqual({
      Merge: [['A1:B2', '', 'C1:C2', 'Separate blocks'], ['A3:B3', '', 'C3'], ['… are merged separately']],
    });
  });

  it('without a header are read by the place of their columns: 701 resellers', async () => {
    const table = await readTable(publicFile('adventureworks_dimreseller.csv'), { header: 'none' });
    expect([table.headers.length, table.headers[5], table.rows.length, table.broken]).toEqual([
      20,
      'column 6',
      701,
      [],
    ]);
    expect(table.rows[0]!.cells.slice(4, 6)).toEqual(['Value Added Reseller', 'A Bike Store']);
    const sales = table.rows.map(({ cells }) => readNumber(cells[14]!, '.'));
    expect(sales.filter((number) => typeof number === 'object')).toHaveLength(701);
    const quotas = await readTable(publicFile('adventureworks_factsalesquota.csv'), { header: 'none' });
    expect([quotas.rows.length, quotas.broken]).toEqual([163, []]);
  });

  it.each([
    ['maven_sales_pipeline.csv', 8800],
    ['maven_accounts.csv', 85],
    ['maven_products.csv', 7],
    ['maven_sales_teams.csv', 35],
    ['salesforce_account.csv', 22],
    ['salesforce_opportunity.csv', 50],
  ])('%s has %i rows and none that is broken or left out', async (name, rows) => {
    const table = await readTable(publicFile(name));
    expect([table.rows.length, table.broken, table.skipped]).toEqual([rows, [], []]);
  });
});
