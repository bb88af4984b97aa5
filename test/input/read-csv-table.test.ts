import { describe, expect, it } from 'vitest';
import { readCsvTable } from '../../src/input/read-csv-table.ts';
import { dealSchema } from '../../src/schema/deal.ts';

const DEALS = { schema: dealSchema, identity: ['source', 'id'] } as const;
const read = (text: string) => readCsvTable(text, 'partners/acme/deals.csv', DEALS);

describe('reading deals.csv', () => {
  it('keeps apart what was not loaded and what is empty', () => {
    const { value } = read('source,id,status,next_step\ncrm,1,open,\n');
    expect(value?.columns.has('next_step')).toBe(true);
    expect(value?.columns.has('last_activity')).toBe(false);
    expect(value?.rows[0]?.next_step).toBeUndefined();
  });

  it('reads numbers, dates and text as what they are', () => {
    const { value } = read('source,id,status,amount,close_date,name\ncrm,0012,won,1240.50,2026-02-28,"Edge, big"\n');
    expect(value?.rows).toEqual([
      { source: 'crm', id: '0012', status: 'won', amount: 1240.5, close_date: '2026-02-28', name: 'Edge, big' },
    ]);
  });

  it('reads the same from a file saved on Windows, with blank lines at its end', () => {
    const unix = 'source,id,status\ncrm,1,open\ncrm,2,won\n';
    const windows = `${unix.replaceAll('\n', '\r\n')}\r\n\r\n`;
    expect(read(windows).value?.rows).toEqual(read(unix).value?.rows);
  });

  it('knows a table without rows: loaded, and nothing in it', () => {
    expect(read('source,id,status\n').value?.rows).toEqual([]);
  });

  it('counts lines as an editor does, also after a cell of several lines', () => {
    const { problems } = read('source,id,status,name\ncrm,1,open,"two\r\nlines"\ncrm,2,opne,x\n');
    expect(problems).toMatchObject([{ line: 4, column: 7, path: 'status', suggestion: 'open' }]);
  });

  it('names every bad cell, and only counts them beyond a hundred', () => {
    const rows = Array.from({ length: 250 }, (_, index) => `crm,${index},opne\n`).join('');
    const { value, problems } = read(`source,id,status\n${rows}`);
    expect(value).toBeUndefined();
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toBe('150 further problems of this file are not listed');
  });

  it('reads columns in any order, and names that are those of every object', () => {
    expect(read('status,id,source\nopen,constructor,__proto__\n').value?.rows).toEqual([
      { status: 'open', id: 'constructor', source: '__proto__' },
    ]);
    expect(read('source,id,status,constructor\ncrm,1,open,x\n').problems[0]?.message).toBe(
      '"constructor" is not a column of this file',
    );
  });

  it('reads a hundred thousand deals in seconds', () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `crm,${n},Deal ${n},${n}.5,USD,Propose,open,2026-03-31\n`);
    // Microseconds of work, not of waiting for a busy machine.
    const before = process.cpuUsage();
    const { value } = read(`source,id,name,amount,currency,stage,status,close_date\n${rows.join('')}`);
    expect(value?.rows).toHaveLength(100_000);
    expect(process.cpuUsage(before).user).toBeLessThan(15_000_000);
  });
});
