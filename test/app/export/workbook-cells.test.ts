import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnHeader, nameOfHeader } from '../../../src/app/export/column-header.ts';
import { columnNote } from '../../../src/app/export/column-note.ts';
import { blankBook, territoryBook } from '../../../src/app/export/territory-book.ts';
import { dropDowns } from '../../../src/app/export/drop-downs.ts';
import { exportedTable } from '../../../src/app/export/exported-table.ts';
import { workbookSheet } from '../../../src/app/export/workbook-sheets.ts';
import { openTerritory } from '../../../src/app/territory/open-territory.ts';
import { tableById, TABLES } from '../../../src/app/tables/registry.ts';
import type { Table, TableRow } from '../../../src/app/tables/table.ts';
import { packagePath } from '../../../src/input/package-folder.ts';
import { readSheets } from '../../../src/input/tabular/read-sheets.ts';
import { writeDataWorkbook } from '../../../src/render/xlsx/data-workbook.ts';
import type { Territory } from '../../../src/schema/territory.ts';
import { cleanText } from '../../../src/units/clean-text.ts';
import type { PlainDate } from '../../../src/units/plain-date.ts';
import { bookOf } from '../../render/xlsx/given-book.ts';

let folder: string;
let sample: Territory;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cam-cells-'));
  sample = (await openTerritory(await packagePath('samples', 'territory'))).territory;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The cells of one table's sheet as they are read back, headers first. */
async function readBack(table: Table, rows: readonly TableRow[]): Promise<unknown[][]> {
  const given: Table = { ...table, rowsOf: () => rows };
  const choices = dropDowns(sample, new Set());
  const path = join(folder, 'book.xlsx');
  await writeFile(path, writeDataWorkbook(bookOf([workbookSheet(exportedTable(given, sample), choices)])));
  const { sheets } = await readSheets(path);
  return sheets.find(({ name }) => name === table.title)!.rows.map(({ cells }) => [...cells]);
}

describe('the cells of an exported table', () => {
  it('hold any text, day, amount and share as they were', async () => {
    const table = tableById('deals');
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .map((given) => cleanText(given))
      .filter((given) => given.trim() !== '');
    const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((value) => Number(value.toFixed(2)) + 0);
    const day = fc
      .date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const rows = fc.array(fc.record({ id: text, name: text, amount, share: fc.integer({ min: 0, max: 100 }), day }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(rows, async (deals) => {
        const given = deals.map(({ id, name, amount: worth, share, day: date }): TableRow => ({
          partner: 'acme',
          values: { source: 'crm', id, name, amount: worth, probability_percent: share, close_date: date },
        }));
        const [headers = [], ...cells] = await readBack(table, given);
        const names = headers.map((header) => nameOfHeader(String(header)));
        const at = (row: unknown[], name: string) => row[names.indexOf(name)];
        expect(cells.map((row) => [at(row, 'id'), at(row, 'name'), at(row, 'amount'), at(row, 'close_date')])).toEqual(
          deals.map(({ id, name, amount: worth, day: date }) => [id, name, worth, date]),
        );
        expect(cells.map((row) => at(row, 'probability_percent'))).toEqual(
          deals.map(({ share }) => ({ value: expect.closeTo(share, 9), percent: true })),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('keep settings of every kind beside each other', async () => {
    const rows: TableRow[] = [
      { values: { setting: 'fiscal_year.start_month', value: 7, meaning: 'Month' } },
      { values: { setting: 'currency', value: 'USD' } },
      { values: { setting: 'brand.accent', value: '0F5E7D' } },
    ];
    expect(await readBack(tableById('program'), rows)).toEqual([
      ['Setting', 'Value', 'Meaning'],
      ['fiscal_year.start_month', 7, 'Month'],
      ['currency', 'USD'],
      ['brand.accent', '0F5E7D'],
    ]);
  });

  it('are cut where a cell ends, and the export knows where', () => {
    const values = { notes: 'n'.repeat(40_000), name: 'Acme' };
    const given: Table = { ...tableById('partners'), rowsOf: () => [{ partner: 'acme', values }] };
    const { rows, cut } = exportedTable(given, sample);
    expect(cut).toEqual([{ row: 0, column: 'notes' }]);
    expect(String(rows[0]!.values['notes'])).toHaveLength(32_767);
    expect(rows[0]!.values['name']).toBe('Acme');
  });
});

describe('the sheets of a territory', () => {
  it('say on every column of a table of records what it means', () => {
    const silent = TABLES.flatMap(({ id, columns }) =>
      columns.filter((column) => columnNote(column) === '').map(({ name }) => `${id}.${name}`),
    );
    expect(silent).toEqual([]);
  });

  it('offer stages and partners from their own sheets, tiers of the program and the currencies in use', () => {
    const choices = dropDowns(sample, new Set(TABLES));
    const sheetOf = (id: string) => workbookSheet(exportedTable(tableById(id), sample), choices);
    const column = (id: string, name: string) => sheetOf(id).columns.find(({ title }) => title === columnHeader(name))!;
    expect(column('deals', 'stage').choices).toEqual({ sheet: 'Stages', column: 0, strict: false });
    expect(column('deals', 'partner').choices).toEqual({ sheet: 'Partners', column: 0, strict: false });
    expect(column('deals', 'currency').choices).toEqual({ words: ['USD', 'EUR'], strict: false });
    expect(column('partners', 'tier').choices).toEqual({
      words: sample.tiers.tiers.map(({ id }) => id),
      strict: false,
    });
    expect(column('partners', 'type').choices).toMatchObject({ strict: true });
    // A partner's own id is typed, not chosen.
    expect(column('partners', 'partner').choices).toBeUndefined();
  });

  it('ask for no more than a record cannot do without', () => {
    const sheetOf = (id: string) => workbookSheet(exportedTable(tableById(id), sample), dropDowns(sample, new Set()));
    const required = (id: string) =>
      sheetOf(id)
        .columns.filter(({ isRequired }) => isRequired)
        .map(({ title }) => title);
    expect(required('partners')).toEqual(['Name', 'Type']);
    expect(required('deals')).toEqual(['Partner', 'Source', 'Id', 'Status']);
    expect(required('contacts')).toEqual(['Partner', 'Name']);
  });

  it('let each setting take its own words', () => {
    const { cellChoices = [] } = workbookSheet(
      exportedTable(tableById('program'), sample),
      dropDowns(sample, new Set()),
    );
    const settings = tableById('program').rowsOf(sample);
    const bySetting = cellChoices.map(({ row, words }) => [settings[row]!.values['setting'], words]);
    expect(Object.fromEntries(bySetting)).toMatchObject({
      locale: ['en-GB', 'en-US'],
      'bookings.value': ['amount', 'annual_value'],
    });
  });

  it('say on every printed page whose they are and that no partner may see them', async () => {
    const content = { territory: sample, asOf: '2026-02-28' as PlainDate, tables: [], fileName: 'a.xlsx' };
    const id = 'cobaltine-networks';
    const all = await territoryBook({ ...content, isWhole: true });
    expect(all.footer).toBe('Quillmere Systems: all partners, 28\u00a0Feb\u00a02026. Internal, not for the partner.');
    const one = await territoryBook({ ...content, partner: id, isWhole: false });
    expect(one.footer).toContain('Quillmere Systems: Cobaltine Networks, 28');
    expect(blankBook(content).footer).not.toContain('Internal');
  });
});
