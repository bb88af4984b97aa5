import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeZip } from '../../../src/ooxml/write-zip.ts';
import { readTable } from '../../../src/input/tabular/read-table.ts';
import type { Cell, TableOptions, TextTable } from '../../../src/input/tabular/table-of-text.ts';

async function read(content: string | Uint8Array, name = 'export.csv', options?: TableOptions): Promise<TextTable> {
  const folder = await mkdtemp(join(tmpdir(), 'cam-table-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, name), content);
  return readTable(join(folder, name), options);
}

const cellsOf = ({ rows }: TextTable): readonly (readonly Cell[])[] => rows.map(({ cells }) => cells);

function utf16(text: string, endian: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return endian === 'le' ? bytes : bytes.swap16();
}

describe('the delimiter of an export', () => {
  it.each([
    ['commas', 'id,name,amount\n1,"Acme, Inc",5\n'],
    ['semicolons with decimal commas', 'id;name;amount\n1;Acme, Inc;5\n'],
    ['tabs', 'id\tname\tamount\n1\tAcme, Inc\t5\n'],
    ['pipes', 'id|name|amount\n1|Acme, Inc|5\n'],
    ['a stated sign', 'sep=^\nid^name^amount\n1^Acme, Inc^5\n'],
    ['Windows line ends', 'id;name;amount\r\n1;Acme, Inc;5\r\n'],
    ['lone carriage returns', 'id;name;amount\r1;Acme, Inc;5\r'],
  ])('is found among %s', async (_, text) => {
    const table = await read(text);
    expect(table.headers).toEqual(['id', 'name', 'amount']);
    expect(cellsOf(table)).toEqual([['1', 'Acme, Inc', '5']]);
  });

  it('is not taken from inside quotes', async () => {
    const table = await read('id;name\n1;"a,b,c,d,e"\n2;"f,g,h,i,j"\n');
    expect(cellsOf(table)[1]).toEqual(['2', 'f,g,h,i,j']);
  });
});

describe('the encoding of an export', () => {
  const text = 'id;name\n1;Müller & Søn €\n';
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little-endian', utf16(text, 'le', true)],
    ['UTF-16 big-endian', utf16(text, 'be', true)],
    ['UTF-16 without a mark', utf16(text.replace('€', ''), 'le', false)],
    ['UTF-16 big-endian without a mark', utf16(text.replace('€', ''), 'be', false)],
    ['Windows-1252', Buffer.from([...text].map((c) => (c === '€' ? 0x80 : c.charCodeAt(0))))],
  ])('is understood: %s', async (name, bytes) => {
    const table = await read(bytes);
    expect(table.headers).toEqual(['id', 'name']);
    expect(String(cellsOf(table)[0]![1]).trim()).toBe(name.includes('without') ? 'Müller & Søn' : 'Müller & Søn €');
  });
});

describe('the first line of an export', () => {
  it.each([
    ['UTF-8 with a byte-order mark', Buffer.from('\ufeffsep=|\r\nid|name\r\n1|a;b\r\n')],
    ['UTF-16', utf16('sep=|\nid|name\n1|a;b\n', 'le', true)],
    ['quotes', Buffer.from('"sep=|"\nid|name\n1|a;b\n')],
  ])('may name the delimiter, also in %s; lines keep their numbers', async (_, bytes) => {
    const table = await read(bytes);
    expect(table.headers).toEqual(['id', 'name']);
    expect(table.rows).toEqual([{ line: 3, cells: ['1', 'a;b'] }]);
  });
});

it('NUL characters and the end mark of old programs are no part of an export', async () => {
  const table = await read('id\0,name\n1,A\0\0cme\n\u001a');
  expect(table.headers).toEqual(['id', 'name']);
  expect(cellsOf(table)).toEqual([['1', 'Acme']]);
});

describe('a file without a header', () => {
  it('has columns by their place, and rows of another width are broken', async () => {
    const table = await read('1|637|Bike Store\n2|Sports\n3|584|Advanced\n', 'resellers.csv', { header: 'none' });
    expect(table.headers).toEqual(['column 1', 'column 2', 'column 3']);
    expect(table.rows.map(({ line }) => line)).toEqual([1, 3]);
    expect(table.broken).toEqual([
      { line: 2, why: 'has 2 cells where most rows have 3; a delimiter or quote is out of place' },
    ]);
  });
});

describe('a zip', () => {
  it('with one CSV file is read as that file, whatever its maker put beside it', async () => {
    const parts = { 'out/deals.csv': 'id;name\n1;Acme\n', '__MACOSX/out/._deals.csv': 'x', 'out/.DS_Store': 'x' };
    const table = await read(writeZip(new Map(Object.entries(parts))), 'export.zip');
    expect([table.file, cellsOf(table)]).toEqual(['export.zip', [['1', 'Acme']]]);
  });

  it('is known by its bytes, not by its name', async () => {
    const table = await read(writeZip(new Map([['deals.tsv', 'id\tname\n1\tAcme\n']])), 'deals.csv');
    expect(cellsOf(table)).toEqual([['1', 'Acme']]);
  });
});

describe('what is no row of an export', () => {
  it('is a title above the header, a repeated header, a total and the footer of a report, all named by line', async () => {
    const table = await read(
      'Open pipeline\n\nid,name,amount\n1,A,5\nid,name,amount\n\n2,B,6\nTotal,,11\n\nReport run by Ines\nConfidential\n',
    );
    expect(cellsOf(table)).toEqual([
      ['1', 'A', '5'],
      ['2', 'B', '6'],
    ]);
    expect(table.rows.map(({ line }) => line)).toEqual([4, 7]);
    expect(table.skipped).toEqual([
      { line: 1, why: 'stands above the header' },
      { line: 5, why: 'repeated header' },
      { line: 8, why: 'total', cells: ['Total', '', '11'] },
      { line: 10, why: 'footer of the report' },
      { line: 11, why: 'footer of the report' },
    ]);
  });

  it('is never a row that was cut off at the end of the file', async () => {
    const table = await read('id,name,amount\n1,A,5\n2\n');
    expect(table.skipped).toEqual([]);
    expect(table.broken).toEqual([
      { line: 3, why: 'has 1 cells where the header has 3; a delimiter or quote is out of place' },
    ]);
  });

  it('is a row with a cell too many: its values would stand under the wrong headers', async () => {
    const table = await read('id,name,amount\n1,Acme, Inc,5\n2,B,6\n');
    expect(table.rows.map(({ line }) => line)).toEqual([3]);
    expect(table.broken[0]!.line).toBe(2);
  });
});

describe('a total among the rows', () => {
  it.each(
    [
      [
        'Total',
        'Grand Total',
        'Total:',
        'Totals',
        'Subtotal',
        'Sub-total',
        'Total (50 records)',
        'Total: 1,250.00',
        'Total Amount',
      ],
      ['Summe', 'Gesamtergebnis', 'Zwischensumme', 'Total général', 'Totale', 'Sum', 'Count'],
    ].flat(),
  )('is said by "%s" beside a figure', async (label) => {
    const table = await read(`partner,deal,stage,amount\nAcme,Core,won,5\n"${label}",,,5\n`);
    expect(table.skipped.map(({ line, why }) => [line, why])).toEqual([[3, 'total']]);
  });

  it.each(['Total Solutions Ltd', 'TotalEnergies', 'Summit', 'Brix Total'])(
    'is not a partner called %s',
    async (name) => {
      const table = await read(`partner,sales\nAcme,5\n${name},7\n`);
      expect(cellsOf(table)[1]).toEqual([name, '7']);
    },
  );

  it('is the line of a group behind its rows, as outlines have it', async () => {
    const table = await read(
      'partner,deal,stage,amount\nAcme,Core,won,5\n,Edge,won,6\nAcme Total,,,11\nBrix,Rim,won,7\nBrix Total,,,7\n',
    );
    expect(table.rows).toHaveLength(3);
    expect(table.skipped.map(({ line }) => line)).toEqual([4, 6]);
  });
});

describe('a row of an export', () => {
  it('is known by the line it starts on, also after cells with line breaks', async () => {
    const table = await read('id,name\n1,"a\nb\nc"\n2,d\n');
    expect(table.rows.map(({ line }) => line)).toEqual([2, 5]);
  });

  it('keeps a quotation mark inside a text that is not quoted', async () => {
    const table = await read('id,name\n1,5" pipe\n');
    expect(cellsOf(table)).toEqual([['1', '5" pipe']]);
  });
});

it('a CSV file that begins as SYLK does is a CSV file', async () => {
  const table = await read('ID;Partner\nD-1;Acme\nC;Core\n');
  expect(table.headers).toEqual(['ID', 'Partner']);
});

it('a list of names in one column is a table, not prose', async () => {
  expect(cellsOf(await read('name\nAcme Ltd\nBrix\n', 'partners.csv'))).toEqual([['Acme Ltd'], ['Brix']]);
});
