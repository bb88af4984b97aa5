import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitDelimited } from '../../../src/input/tabular/split-delimited.ts';

const cellsOf = (text: string, delimiter = ','): (readonly string[])[] =>
  splitDelimited(text, delimiter).rows.map(({ cells }) => cells);

describe('a delimited text', () => {
  it.each([
    [
      'plain cells',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'Windows line ends',
      'a,b\r\nc,"d"\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'lone carriage returns',
      'a,b\rc,"d\r"\r',
      [
        ['a', 'b'],
        ['c', 'd\r'],
      ],
    ],
    ['a delimiter, a quote and a line end in quotes', '"a,""b""\nc",d\n', [['a,"b"\nc', 'd']]],
    ['a quote inside a text', '5" pipe,b\n', [['5" pipe', 'b']]],
    ['text behind the closing quote', '"Acme" Ltd,b\n', [['"Acme" Ltd', 'b']]],
    ['spaces behind the closing quote', '"Acme" ,b\n', [['Acme', 'b']]],
    ['empty cells, quoted and not', '"",,\n', [['', '', '']]],
    ['a quoted cell at the very end', 'a,"b"', [['a', 'b']]],
    ['blank lines', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['nothing', '', []],
  ] as const)('is split where it has %s', (_, text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
  });

  it('knows the line each row starts on, whatever its cells hold', () => {
    const { rows } = splitDelimited('a,"1\r\n2\r\n3"\r\nb,x\r\n\r\n"c\n",y\r\nd,z\r\n', ',');
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [4, 'b'],
      [5, ''],
      [6, 'c\n'],
      [8, 'd'],
    ]);
  });

  it('names the line of a quote that is never closed', () => {
    expect(splitDelimited('a,b\n"c\nd",e\nf,"g\nh,i\n', ',').openQuoteLine).toBe(4);
  });

  it('is split as the usual reader splits it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'é', '€', '\t') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (rows, delimiter, lineEnd) => {
        const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter));
        const text = quoted.join(lineEnd);
        expect(cellsOf(text, delimiter)).toEqual(rows);
        expect(parse(text, { delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n'] })).toEqual(rows);
      }),
    );
  });

  it('never loses a character of a text without quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '\n', 'b', ' ') }), (text) => {
        const joined = cellsOf(text)
          .map((cells) => cells.join(','))
          .join('\n');
        expect(joined).toBe(text.replace(/\n$/, ''));
      }),
    );
  });
});
