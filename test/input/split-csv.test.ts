import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsvRow } from '../../src/input/split-csv.ts';

function allRows(text: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length;) {
    const row = readCsvRow(text, at);
    if (row.mistake) throw new Error(row.mistake.message);
    rows.push([...row.cells]);
    at = row.next;
  }
  return rows;
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', '=', '🙂'), maxLength: 8 });
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

describe('reading a comma-separated text', () => {
  it('gives back every cell that was written, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, lineBreak) => {
          const text = rows.map((row) => row.map(quoted).join(',') + lineBreak).join('');
          expect(allRows(text)).toEqual(rows);
          expect(allRows(text)).toEqual(parse(text, { record_delimiter: lineBreak, relax_column_count: true }));
        },
      ),
    );
  });

  it('knows where each cell starts, also after a line break inside quotes', () => {
    const text = 'a,"x\r\ny",c\r\nd,e,f';
    const first = readCsvRow(text, 0);
    expect(first.starts).toEqual([0, 2, 9]);
    expect(text.slice(first.next)).toBe('d,e,f');
  });

  it('ends the last row where the text ends', () => {
    expect(allRows('a,b')).toEqual([['a', 'b']]);
    expect(allRows('a,')).toEqual([['a', '']]);
    expect(allRows('a,b\r')).toEqual([['a', 'b']]);
  });

  it('names what is wrong with a quote instead of guessing', () => {
    expect(readCsvRow('a,"b', 0).mistake).toEqual({
      range: { start: 2, end: 4 },
      message: 'the quote that opens here is not closed',
    });
    expect(readCsvRow('a,19" rack', 0).mistake?.range).toEqual({ start: 4, end: 5 });
    expect(readCsvRow('a,"b"c', 0).mistake).toBeDefined();
  });

  it('reads a quoted cell of a million characters', () => {
    const long = 'x""'.repeat(500_000);
    expect(readCsvRow(`"${long}",b`, 0).cells[0]).toHaveLength(1_000_000);
  });
});
