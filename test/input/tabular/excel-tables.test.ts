import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readTable } from '../../../src/input/tabular/read-table.ts';
import type { TextTable } from '../../../src/input/tabular/table-of-text.ts';
import { row, workbookOf } from './workbook-of.ts';

type Line = Parameters<typeof row>[1];
interface GivenTable {
  readonly ref: string;
  readonly columns: readonly string[];
  readonly totals?: boolean;
  /** The function of a column's total, by its index. */
  readonly functions?: Readonly<Record<number, string>>;
}

/** Reads a sheet of these lines, by number, on which ranges are formatted as tables. */
async function read(lines: Readonly<Record<number, Line>>, tables: readonly GivenTable[]): Promise<TextTable> {
  const folder = await mkdtemp(join(tmpdir(), 'cam-excel-tables-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const relations = tables.map((_, index) => [`x${index}/table`, `../tables/table${index}.xml`] as const);
  const parts = tables.map((table, index) => [`xl/tables/table${index}.xml`, partOf(table)] as const);
  const rows = Object.entries(lines).map(([line, cells]) => row(Number(line), cells));
  const sheet = { name: 'Deals', rows: rows.join(''), relations: Object.fromEntries(relations) };
  await writeFile(join(folder, 'deals.xlsx'), workbookOf({ sheets: [sheet], parts: Object.fromEntries(parts) }));
  return readTable(join(folder, 'deals.xlsx'));
}

function partOf({ ref, columns, totals, functions = {} }: GivenTable): string {
  const written = columns.map((name, index) => {
    const total = functions[index] === undefined ? '' : ` totalsRowFunction="${functions[index]}"`;
    return `<tableColumn id="${index + 1}" name="${name}"${total}/>`;
  });
  return `<table ref="${ref}"${totals ? ' totalsRowCount="1"' : ''}><tableColumns>${written.join('')}</tableColumns></table>`;
}

const COLUMNS = ['id', 'name', 'stage', 'amount', 'days'];
const DEALS = { 1: COLUMNS, 2: ['D-1', 'Core', 'won', 5, 10], 3: ['D-2', 'Edge', 'open', 6, 30] };

describe('the line of totals under a table of Excel', () => {
  it.each([
    ['in German', ['Ergebnis', undefined, 2, 11]],
    ['in Japanese', ['集計', undefined, undefined, 11]],
    ['without a label', [undefined, undefined, undefined, 11]],
    ['in words of its owner, all columns filled', ['Alles zusammen', 'x', 'y', 11, 20]],
  ] as const)('is no row, whatever it is called: %s', async (_, totals) => {
    const table = await read({ ...DEALS, 4: totals }, [{ ref: 'A1:E4', columns: COLUMNS, totals: true }]);
    expect(table.rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(table.skipped).toMatchObject([{ line: 4, why: 'total' }]);
  });

  it('gives the sums it states, and neither averages nor counts', async () => {
    const given = { ref: 'A1:E4', columns: COLUMNS, totals: true, functions: { 2: 'count', 3: 'sum', 4: 'average' } };
    const table = await read({ ...DEALS, 4: ['Ergebnis', undefined, 2, 11, 20] }, [given]);
    expect(table.skipped).toEqual([{ line: 4, why: 'total', cells: ['Ergebnis', '', '', 11, ''] }]);
  });

  it('is a row where the file says that the table has none', async () => {
    const table = await read({ ...DEALS, 4: ['Ergebnis GmbH', 'Rim', 'won', 11, 3] }, [
      { ref: 'A1:E4', columns: COLUMNS },
    ]);
    expect(table.rows).toHaveLength(3);
  });
});

describe('several tables of Excel on a sheet', () => {
  const targets = { 6: ['partner', 'target'], 7: ['Acme', 100] };

  it('that differ are no rows of each other: the largest is read and the others are named', async () => {
    const table = await read({ ...DEALS, ...targets }, [
      { ref: 'A6:B7', columns: ['partner', 'target'] },
      { ref: 'A1:E3', columns: COLUMNS },
    ]);
    expect(table.rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(table.warnings).toEqual(['sheet "Deals": the other table in A6:B7 was not read']);
  });

  it('with the same columns are one, and their totals say nothing about all rows', async () => {
    const second = { 6: COLUMNS, 7: ['D-3', 'Rim', 'won', 7, 1], 8: ['Ergebnis', undefined, undefined, 7] };
    const table = await read({ ...DEALS, 4: ['Ergebnis', undefined, undefined, 11], ...second }, [
      { ref: 'A1:E4', columns: COLUMNS, totals: true },
      { ref: 'A6:E8', columns: COLUMNS, totals: true },
    ]);
    expect(table.rows.map(({ line }) => line)).toEqual([2, 3, 7]);
    expect(table.skipped).toEqual([
      { line: 4, why: 'total', cells: [] },
      { line: 6, why: 'repeated header' },
      { line: 8, why: 'total', cells: [] },
    ]);
    expect(table.warnings).toEqual([]);
  });
});
