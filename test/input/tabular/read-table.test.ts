import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readTable } from '../../../src/input/tabular/read-table.ts';
import type { Cell, TextTable } from '../../../src/input/tabular/table-of-text.ts';

async function read(content: string | Uint8Array, name = 'export.csv'): Promise<TextTable> {
  const folder = await mkdtemp(join(tmpdir(), 'cam-table-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, name), content);
  return readTable(join(folder, name));
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
    ['Windows-1252', Buffer.from([...text].map((c) => (c === '€' ? 0x80 : c.charCodeAt(0))))],
  ])('is understood: %s', async (name, bytes) => {
    const table = await read(bytes);
    expect(table.headers).toEqual(['id', 'name']);
    expect(String(cellsOf(table)[0]![1]).trim()).toBe(name.includes('without') ? 'Müller & Søn' : 'Müller & Søn €');
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
      { line: 8, why: 'total' },
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

describe('a file that holds no table', () => {
  it.each([
    ['nothing', '', 'export.csv is empty.'],
    ['blank lines', '\n\n  \n', 'export.csv holds nothing but white space.'],
    ['a header only', 'id,name\n', 'export.csv has a header and no rows.'],
    [
      'a quote that never closes',
      'id,name\n1,a\n2,"b\n3,c\n',
      'export.csv:3: a quotation mark opens here and is never closed.',
    ],
  ])('is refused with the reason: %s', async (_, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });

  it('is refused when it is not there', async () => {
    await expect(readTable('/nowhere/export.csv')).rejects.toThrow('There is no file /nowhere/export.csv.');
  });
});
