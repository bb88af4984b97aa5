import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { editCsv, type CsvEdit } from '../../src/output/edit-csv.ts';

const ORDER = ['id', 'name', 'amount', 'stage', 'next_step'];
const FILE = 'id,amount,name\r\n1,1240.50,"Rollout, phase 2"\r\n\r\n2,00900,"plain"\r\n3,,x';

const edited = (edits: readonly CsvEdit[], text = FILE) => editCsv(text, { edits, order: ORDER });

describe('editing a CSV file that somebody keeps', () => {
  it('changes one cell and keeps quotes, line ends, blank lines and the writing of every other number', () => {
    expect(edited([{ kind: 'set', row: 1, cells: { name: 'Plain & simple' } }])).toBe(
      FILE.replace('"plain"', 'Plain & simple'),
    );
  });

  it('leaves a cell as it is written when it says the same already', () => {
    expect(edited([{ kind: 'set', row: 1, cells: { name: 'plain', amount: '00900' } }])).toBe(FILE);
    expect(edited([])).toBe(FILE);
  });

  it('quotes what needs quotes', () => {
    expect(edited([{ kind: 'set', row: 2, cells: { name: 'a "b", c' } }])).toBe(
      FILE.replace('3,,x', '3,,"a ""b"", c"'),
    );
  });

  it('appends rows with the line end of the file, also behind a last line without one', () => {
    expect(edited([{ kind: 'add', cells: { id: '4', name: 'New' } }])).toBe(`${FILE}\r\n4,,New\r\n`);
  });

  it('takes whole rows out, whatever else changes', () => {
    const edits: CsvEdit[] = [
      { kind: 'remove', row: 0 },
      { kind: 'set', row: 1, cells: { amount: '' } },
    ];
    expect(edited(edits)).toBe('id,amount,name\r\n\r\n2,,"plain"\r\n3,,x');
  });

  it('adds a column behind the others when a row needs it, and not otherwise', () => {
    const text = 'id,name\n1,A\n2,B\n';
    expect(edited([{ kind: 'set', row: 1, cells: { stage: 'Won' } }], text)).toBe('id,name,stage\n1,A,\n2,B,Won\n');
    expect(editCsv(text, { edits: [], order: ORDER, columns: ['next_step', 'id'] })).toBe(
      'id,name,next_step\n1,A,\n2,B,\n',
    );
  });

  it('makes the file when there is none, with the columns that are known', () => {
    const edits: CsvEdit[] = [
      { kind: 'add', cells: { name: 'A', id: '1' } },
      { kind: 'add', cells: { id: '2', stage: 'Won' } },
    ];
    expect(edited(edits, '')).toBe('id,name,stage\n1,A,\n2,,Won\n');
  });

  it('keeps a byte order mark in front', () => {
    expect(edited([{ kind: 'set', row: 0, cells: { id: '9' } }], '\ufeffid\n1\n')).toBe('\ufeffid\n9\n');
  });

  it('refuses a row or a column that is not there: its plan was made for another file', () => {
    expect(() => edited([{ kind: 'remove', row: 3 }])).toThrow('There is no row 3.');
    expect(() => edited([{ kind: 'add', cells: { colour: 'red' } }])).toThrow('There is no column colour.');
  });

  it('writes what was asked for, whatever the text', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a,b', '"', '\r\n', ' x ', '=1+1', ''));
    const row = fc.tuple(cell, cell);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.nat(), row, (rows, at, changed) => {
        const text = edited(
          rows.map(([name, amount]) => ({ kind: 'add', cells: { id: '1', name, amount } })),
          '',
        );
        const index = at % rows.length;
        const again = edited([{ kind: 'set', row: index, cells: { name: changed[0], amount: changed[1] } }], text);
        const expected = rows.with(index, changed).map(([name, amount]) => ['1', name, amount]);
        expect(parse(again)).toEqual([['id', 'name', 'amount'], ...expected]);
        const first = edited(
          [{ kind: 'set', row: index, cells: { name: rows[index]![0], amount: rows[index]![1] } }],
          again,
        );
        expect(first).toBe(text);
      }),
    );
  });
});
