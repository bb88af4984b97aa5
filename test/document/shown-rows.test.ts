import { expect, test } from 'vitest';
import type { Row, Table } from '../../src/document/block.ts';
import { printedCell, shownRows } from '../../src/document/shown-rows.ts';
import { amount, text } from '../../src/units/value.ts';
import { cell, usd } from '../render/fixtures/cells.ts';

const GB = { locale: 'en-GB' } as const;

function dealTable(rows: readonly Row[], more: Partial<Table> = {}): Table {
  return {
    kind: 'table',
    id: 'deals',
    columns: [
      { key: 'side', label: 'Side', align: 'left', weight: 1, cut: 'text' },
      { key: 'what', label: 'What', align: 'left', weight: 1, cut: 'text' },
      { key: 'amount', label: 'Amount', align: 'right', weight: 1, cut: 'fixed' },
    ],
    rows,
    overflow: { sumColumn: 'amount', where: 'in the appendix' },
    ...more,
  };
}

const deal = (dollars: number): Row => ({ cells: { what: cell(text('deal')), amount: cell(usd(dollars)) } });

test('deals that are left out are counted and summed, and the reader is told where they are', () => {
  const table = dealTable([deal(500_000), deal(200_000), deal(57_000)]);
  expect(shownRows(table, GB, 1).more).toBe('+ 2 more ($257K) in the appendix');
  expect(shownRows(table, GB, 1).rows).toHaveLength(1);
});

test('a table never shows more rows than it allows itself, and says nothing when all are there', () => {
  expect(shownRows(dealTable([deal(1), deal(2)], { most: 1 }), GB, 9).rows).toHaveLength(1);
  expect(shownRows(dealTable([deal(1), deal(2)]), GB).more).toBeUndefined();
});

test('a total stays below the rows that are shown, and is not counted among those left out', () => {
  const total: Row = { cells: { what: cell(text('All')), amount: cell(usd(10)) }, emphasis: 'strong' };
  const table = dealTable([deal(1), deal(2), deal(3), deal(4), total], { endsInTotal: true });
  const { rows, more } = shownRows(table, GB, 3);
  expect(rows).toEqual([deal(1), deal(2), total]);
  expect(more).toBe('+ 2 more ($7) in the appendix');
  expect(shownRows(table, GB).rows).toHaveLength(5);
  expect(shownRows(table, GB, 1).rows).toEqual([deal(1)]);
});

test('no sum is said when one amount is unknown or in another currency', () => {
  const unknown: Row = { cells: { amount: cell({ kind: 'missing', reason: 'no amount' }) } };
  const euro: Row = { cells: { amount: cell(amount(1, 'EUR')) } };
  expect(shownRows(dealTable([deal(1), deal(2), unknown]), GB, 1).more).toBe('+ 2 more in the appendix');
  expect(shownRows(dealTable([deal(1), deal(2), euro]), GB, 1).more).toBe('+ 2 more in the appendix');
});

test('a column nobody has anything to say in is left out, unless people write in it during the meeting', () => {
  const keys = (table: Table) => shownRows(table, GB).columns.map(({ key }) => key);
  expect(keys(dealTable([deal(1)]))).toEqual(['side', 'what', 'amount']);
  expect(keys(dealTable([{ cells: { what: cell(text('deal')) } }]))).toEqual(['side', 'what']);
  expect(keys(dealTable([{ cells: { what: cell(text('deal')) } }], { blankRows: 2 }))).toHaveLength(3);
});

test('the name of a group stands only in its first row', () => {
  const grouped = (group: string): Row => ({ ...deal(1), group });
  const table = dealTable([grouped('Partner'), grouped('Partner'), grouped('Vendor')]);
  const names = table.rows.map((_, index) => printedCell(table, table.rows, index, 'side')?.value);
  expect(names).toEqual([{ kind: 'text', text: 'Partner' }, undefined, { kind: 'text', text: 'Vendor' }]);
});

test('a column of detail is only for formats with room for every column', () => {
  const table = dealTable([deal(1)]);
  const detailed = {
    ...table,
    columns: table.columns.map((column) => ({ ...column, ...(column.key === 'amount' && { detail: true as const }) })),
  };
  expect(shownRows(detailed, GB).columns.map(({ key }) => key)).toEqual(['side', 'what']);
});
