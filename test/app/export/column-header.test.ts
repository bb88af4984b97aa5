import { describe, expect, it } from 'vitest';
import { columnHeader, nameOfHeader } from '../../../src/app/export/column-header.ts';
import { isPrivateColumn } from '../../../src/app/export/column-note.ts';
import { TABLES } from '../../../src/app/tables/registry.ts';

describe('the header of a column', () => {
  it('is written in words', () => {
    expect(['close_date', 'crm_ids', 'qbr', 'm12', 'partner'].map((name) => columnHeader(name))).toEqual([
      ...['Close date', 'CRM ids', 'QBR', 'M12', 'Partner'],
    ]);
    expect(columnHeader('notes', { isPrivate: true })).toBe('Notes (private)');
  });

  it('leads back to its column, however it is spelled', () => {
    for (const column of TABLES.flatMap(({ columns }) => columns)) {
      const header = columnHeader(column.name, { isPrivate: isPrivateColumn(column) });
      const spellings = [header, header.toUpperCase(), ` ${header} `, column.name];
      expect(spellings.map(nameOfHeader)).toEqual(spellings.map(() => column.name));
    }
  });

  it('is another for every column of a table', () => {
    for (const { columns } of TABLES) {
      const headers = columns.map(({ name }) => columnHeader(name));
      expect(new Set(headers).size).toBe(columns.length);
    }
  });
});

describe('a private column', () => {
  it('is every column of notes, and no other', () => {
    const columns = TABLES.flatMap((table) => table.columns.map((column) => ({ table: table.id, column })));
    const hidden = columns.filter(({ column }) => isPrivateColumn(column));
    expect(hidden.map(({ table, column }) => `${table}.${column.name}`)).toEqual([
      ...['partners.notes', 'activities.notes', 'commitments.notes', 'adjustments.notes', 'plans.notes', 'funds.notes'],
      ...['marketing-plans.notes', 'campaigns.notes'],
    ]);
    expect(columns.filter(({ column }) => column.name === 'notes')).toHaveLength(hidden.length);
  });
});
