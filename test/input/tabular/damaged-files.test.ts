import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../src/input/tabular/read-table.ts';
import { Failure } from '../../../src/units/failure.ts';
import { merges, rows, workbookOf } from './workbook-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'cam-damaged-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a workbook says; undefined where it is refused. */
async function saidBy(bytes: Uint8Array): Promise<string | undefined> {
  const path = join(folder, 'flipped.xlsx');
  writeFileSync(path, bytes);
  try {
    const { headers, rows: read, skipped, warnings } = await readTable(path);
    return JSON.stringify({ headers, read, skipped, warnings });
  } catch {
    return undefined;
  }
}

/** Reads whatever the bytes are: a table, or a failure that names the file, is a person's kind of answer; anything else our own bug. */
async function answerTo(bytes: Uint8Array): Promise<unknown> {
  const path = join(folder, 'damaged.xlsx');
  writeFileSync(path, bytes);
  const answer = await readTable(path).catch((error: unknown) => error);
  if (answer instanceof Failure && answer.message.includes('damaged.xlsx')) return 'answered';
  return answer instanceof Error ? answer : 'answered';
}

const workbook = workbookOf({
  sheets: [
    {
      name: 'Deals',
      rows: rows(['Q1', 'id'], ['a', 'b', 1], ['c', { xml: '<c r="B3" s="0"><v>46095</v></c>' }, 2]),
      more: merges('A1:B1'),
    },
    { name: 'Hidden', state: 'hidden', rows: rows(['a', 'b'], ['c', 'd']) },
  ],
  strings: '<si><t>a</t></si>',
  formats: ['yyyy-mm-dd', '0%'],
});

describe('a damaged file', () => {
  it('is answered in plain words wherever its bytes changed', async () => {
    const change = fc.tuple(fc.nat(workbook.length - 1), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Buffer.from(workbook);
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(await answerTo(bytes)).toBe('answered');
      }),
      { numRuns: 300 },
    );
  });

  it('is refused or read as it was: no bit that changed makes another number of it', async () => {
    const sound = await saidBy(workbook);
    expect(sound).toContain('2026-03-14');
    const bit = fc.tuple(fc.nat(workbook.length - 1), fc.nat(7));
    await fc.assert(
      fc.asyncProperty(bit, async ([at, place]) => {
        const bytes = Buffer.from(workbook);
        bytes[at]! ^= 1 << place;
        expect([sound, undefined]).toContain(await saidBy(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('is answered in plain words wherever it was cut', async () => {
    for (let length = 1; length < workbook.length; length += 7) {
      expect(await answerTo(workbook.subarray(0, length))).toBe('answered');
    }
  });

  it('is answered in plain words whatever stands in its XML', async () => {
    const hostile = fc.constantFrom(
      ...['<row r="-5"><c r="A1"><v>1</v></c></row>', '<row r="1e9"><c r="ZZZZ99"><v>x</v></c></row>'],
      ...[
        '<row><c t="s"><v>99</v></c></row>',
        '<row><c t="s"><v>-1</v></c></row>',
        '<row><c s="77"><v>1</v></c></row>',
      ],
      ...[
        '<row><c><v>1e999</v></c><c><v>NaN</v></c></row>',
        '<row><c t="d"><v>soon</v></c></row>',
        '<c r="A1"><v>5</v></c>',
      ],
      ...[
        '<row r="2"><c r="A2" t="b"><v>7</v></c><c r="A2"><v>7</v></c></row>',
        '<v>loose</v>',
        '<row><row><c/></row></row>',
      ],
      ...[
        '<row><c t="inlineStr"><is><t>a</t><t>b</t></is></c><c t="e"/></row>',
        '<row><c s="0"><v>-9e15</v></c></row>',
      ],
    );
    const areas = fc.array(fc.constantFrom('A1:XFD1048576', 'B2:A1', 'A1', '', 'x', 'A1:B9999999'), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { maxLength: 6 }), areas, async (lines, merged) => {
        const bytes = workbookOf({ sheets: [{ rows: lines.join(''), more: merges(...merged) }], formats: [14, 9] });
        expect(await answerTo(bytes)).toBe('answered');
      }),
      { numRuns: 300 },
    );
  });
});
