import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForChild } from '../../output/bundle-for-child.ts';
import { row, workbookOf } from './workbook-of.ts';

const ROWS = 100_000;
const HEADERS = ['id', 'name', 'account', 'partner', 'stage', 'amount', 'close', 'created', 'odds', 'owner'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cam-large-'));
  const reader = await bundleForChild('src/input/tabular/read-table.ts', folder);
  const program = [
    `import { readTable } from ${JSON.stringify(reader)};`,
    'const { rows, headers } = await readTable(process.argv[2]);',
    'const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);',
    'console.log(JSON.stringify({ rows: rows.length, columns: headers.length, last: rows.at(-1), megabytes }));',
  ];
  await writeFile(join(folder, 'read.mjs'), program.join('\n'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Reads a file in a process of its own. */
async function readAlone(name: string, content: string | Uint8Array): Promise<Record<string, unknown>> {
  await writeFile(join(folder, name), content);
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'read.mjs'), join(folder, name)], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Record<string, unknown>;
}

const cellsOf = (index: number): (string | number)[] => [
  ...[`0065e00000${index}`, `Deal number ${index}`, `Account ${index % 3000}`, `Partner ${index % 100}`, 'Proposal'],
  ...[index / 4, 45_000 + (index % 900), 45_000 + (index % 700), 50, `Owner ${index % 40}`],
];

describe(`a table of ${ROWS.toLocaleString('en-GB')} rows`, () => {
  it('in a workbook whose texts stand in its cells is read within 512 MB, the whole process', async () => {
    const lines = Array.from({ length: ROWS }, (_, index) => row(index + 2, cellsOf(index)));
    const bytes = workbookOf({ sheets: [{ rows: row(1, HEADERS) + lines.join('') }] });
    const { rows, columns, last, megabytes } = await readAlone('deals.xlsx', bytes);
    expect({ rows, columns, last }).toEqual({
      rows: ROWS,
      columns: 10,
      last: { line: ROWS + 1, cells: cellsOf(ROWS - 1) },
    });
    expect(megabytes).toBeLessThan(512);
  });

  it('in a CSV file is read within 512 MB, the whole process', async () => {
    const lines = Array.from({ length: ROWS }, (_, index) => cellsOf(index).join(','));
    const { rows, megabytes } = await readAlone('deals.csv', `${HEADERS.join(',')}\n${lines.join('\n')}\n`);
    expect(rows).toBe(ROWS);
    expect(megabytes).toBeLessThan(512);
  });
});
