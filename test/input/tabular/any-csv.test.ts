import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../src/input/tabular/read-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'cam-csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENCODINGS = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with a mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'UTF-16 little-endian': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 big-endian': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'Windows-1252': (text: string) => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1'),
};

const HEADERS = ['id', 'deal', 'stage', 'amount'];
const sign = fc.constantFrom(...'aZ5éü€,;|\t"\'^ .-\n');
const cell = fc.string({ unit: sign, maxLength: 12 });
const row = fc.tuple(fc.integer({ min: 1, max: 99_999 }).map(String), cell, cell, cell).map((cells) => [...cells]);

/** Cells as most programs write them: in quotes where they have to be. */
function written(rows: readonly (readonly string[])[], delimiter: string, lineEnd: string): string {
  const quoted = (text: string): string =>
    text.includes(delimiter) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((cells) => cells.map(quoted).join(delimiter) + lineEnd).join('');
}

describe('a table written as CSV', () => {
  it('comes back cell by cell, whatever its delimiter, encoding, line ends and texts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 2, maxLength: 12 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(...Object.values(ENCODINGS)),
        async (rows, delimiter, lineEnd, encode) => {
          const path = join(folder, 'any.csv');
          writeFileSync(path, encode(written([HEADERS, ...rows], delimiter, lineEnd)));
          const table = await readTable(path);
          expect(table.headers).toEqual(HEADERS);
          expect(table.rows.map(({ cells }) => cells)).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });
});
