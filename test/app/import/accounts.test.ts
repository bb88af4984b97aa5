import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../../src/app/import/import-report.ts';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { CAM_YAML, importInto, importText, partnerYaml } from './import-on-disk.ts';

const HEADER = 'Opportunity ID,Opportunity Name,Partner,Stage,Amount,Close Date';

async function territory(more: Readonly<Record<string, string>> = {}): Promise<string> {
  return territoryOnDisk({
    'cam.yaml': CAM_YAML,
    'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH'),
    'partners/fjord/partner.yaml': partnerYaml('Fjord A/S'),
    ...more,
  });
}

function accountedFor(report: ImportReport): number {
  const rowsOf = (entries: readonly { readonly rows: number }[]): number =>
    entries.reduce((sum, { rows }) => sum + rows, 0);
  const { created, updated, unchanged, repeated, rejected, unmatched, leftOut } = report;
  return created + updated + unchanged + repeated + rejected.length + rowsOf(unmatched) + rowsOf(leftOut);
}

describe('every row of an export', () => {
  const cell = {
    id: fc.constantFrom('1', '2', '3', '4', ''),
    name: fc.constantFrom('Switches', 'Wifi'),
    partner: fc.constantFrom('Cedar', 'Fjord', 'Nobody Inc', 'Direct', ''),
    stage: fc.constantFrom('Won', 'Propose', ''),
    amount: fc.constantFrom('', '5', '7.50', 'about 5'),
    date: fc.constantFrom('', '2026-02-10', '2026-02-31'),
    surplus: fc.constantFrom('', '', '', ',too,long'),
  };
  const row = fc
    .record(cell)
    .map(({ id, name, partner, stage, amount, date, surplus }) =>
      [id, name, partner, stage, amount, date].join(',').concat(surplus),
    );
  const files = fc.array(fc.array(row, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 });

  it('is created, updated, unchanged, repeated, rejected, without a partner or left out, and nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.boolean(), async (texts, isDated) => {
        const root = await territory({ 'm.yaml': 'source: crm\npartners: { Direct: }\n' });
        const names = texts.map((_, index) => (isDated ? `crm-2026-03-0${index + 1}.csv` : `crm${index + 1}.csv`));
        for (const [index, rows] of texts.entries()) {
          // A line of nothing but separators is no row.
          const filled = rows.filter((one) => /[^,]/.test(one));
          // Without as many sound rows a file of broken ones would be refused as a whole.
          const sound = rows.map((_, place) => `9${place},Z,Cedar,Won,1,`);
          await writeFile(join(root, names[index]!), [HEADER, ...filled, ...sound].join('\n'));
        }
        const before = await importInto(root, names, { mapFile: 'm.yaml' });
        expect(accountedFor(before)).toBe(before.rows);
        const again = await importInto(root, names, { mapFile: 'm.yaml' });
        expect(accountedFor(again)).toBe(again.rows);
        expect(again.rows).toBe(before.rows);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the totals a file states itself', () => {
  const rows = ['1,A,Cedar,Won,"1,200.50",2026-02-10', '2,B,Nobody,Won,300,2026-02-11'];

  it('tie with its rows, taken or not, and the lines that are no rows are counted', async () => {
    const text = ['My report', 'as of today', HEADER, ...rows, 'Total,,,,"1,500.50",', '', '"Confidential"'].join('\n');
    const report = await importText(await territory(), text);
    expect(report.statedTotals).toEqual([
      { where: 'export.csv:6', column: 'Amount', stated: 1500.5, rows: 1500.5, difference: 0 },
    ]);
    expect(report.skipped).toEqual([
      { file: 'export.csv', why: 'stands above the header', lines: [1, 2] },
      { file: 'export.csv', why: 'total', lines: [6] },
      { file: 'export.csv', why: 'footer of the report', lines: [8] },
    ]);
  });

  it('are rounded as they are written, the last one counts, and a difference is named', async () => {
    const rounded = await importText(await territory(), [HEADER, ...rows, 'Total,,,,"1,501",'].join('\n'));
    expect(rounded.statedTotals).toMatchObject([{ difference: 0 }]);
    const text = [HEADER, rows[0], 'Subtotal,,,,"1,200.50",', rows[1], 'Grand Total,,,,"1,600.50",', 'Subtotal,,,,1,'];
    const wrong = await importText(await territory(), text.join('\n'));
    expect(wrong.statedTotals).toMatchObject([{ where: 'export.csv:5', stated: 1600.5, difference: -100 }]);
  });

  it('are none where a line of totals has no amount', async () => {
    const report = await importText(await territory(), [HEADER, ...rows, 'Count,2,,,,'].join('\n'));
    expect(report.statedTotals).toEqual([]);
    expect(report.skipped).toMatchObject([{ why: 'total', lines: [4] }]);
  });
});

describe('a deal that several rows have', () => {
  it('is named with both places and summed once', async () => {
    const row = '1,A,Cedar,Won,5,2026-02-10';
    const report = await importText(await territory(), [HEADER, row, '2,B,Cedar,Won,6,', row].join('\n'));
    expect(report.repeats).toEqual([{ where: 'export.csv:4', id: '1', repeats: 'export.csv:2' }]);
    expect(report.totals.amount).toEqual({ USD: 11 });
  });

  it('under several ids is taken each time, and said, because it may have been entered twice', async () => {
    const text = [HEADER, '1,A,Cedar,Won,5,2026-02-10', '2,A,Cedar,Won,5,2026-02-10', '3,A,Cedar,Won,5,2026-02-11'];
    const report = await importText(await territory(), text.join('\n'));
    expect(report).toMatchObject({ created: 3, totals: { amount: { USD: 15 } } });
    expect(report.warnings).toContainEqual({
      where: 'export.csv',
      message: 'the same name, account, amount and close date stand under several ids, and each is counted: 1 and 2',
    });
  });

  it('in two files of one day is one deal when they agree and a conflict when they do not', async () => {
    const root = await territory({ 'm.yaml': 'source: crm\n' });
    await writeFile(join(root, 'open.csv'), [HEADER, '1,A,Cedar,Won,5,', '2,B,Cedar,Won,6,'].join('\n'));
    await writeFile(join(root, 'won.csv'), [HEADER, '1,A,Cedar,Won,5,', '2,B,Cedar,Won,7,'].join('\n'));
    const report = await importInto(root, ['open.csv', 'won.csv'], { mapFile: 'm.yaml' });
    expect(report).toMatchObject({
      created: 2,
      repeats: [{ where: 'won.csv:2', repeats: 'open.csv:2' }],
      rejected: [{ where: 'won.csv:3', why: 'the deal 2 stands also in open.csv:3, with other values', amount: 7 }],
      totals: { amount: { USD: 11 } },
    });
  });

  it('in files of different days stands as the newest says, in whatever order they are named', async () => {
    const root = await territory({ 'm.yaml': 'source: crm\n' });
    await writeFile(join(root, 'crm-2026-03-31.csv'), [HEADER, '1,A,Cedar,Propose,5,'].join('\n'));
    await writeFile(join(root, 'crm-2026-04-14.csv'), [HEADER, '1,A,Cedar,Won,7,'].join('\n'));
    const names = ['crm-2026-04-14.csv', 'crm-2026-03-31.csv'];
    const report = await importInto(root, names, { mapFile: 'm.yaml' });
    expect(report).toMatchObject({ created: 1, updated: 1, totals: { amount: { USD: 7 }, byStatus: { won: {} } } });
  });

  it('and has vanished from one of two files of a source is still there', async () => {
    const root = await territory({ 'm.yaml': 'source: crm\n' });
    await writeFile(join(root, 'open.csv'), [HEADER, '1,A,Cedar,Propose,5,', '2,B,Cedar,Propose,5,'].join('\n'));
    await writeFile(join(root, 'won.csv'), [HEADER, '3,C,Cedar,Won,5,', '4,D,Cedar,Won,5,'].join('\n'));
    await importInto(root, ['open.csv', 'won.csv'], { mapFile: 'm.yaml' });
    expect((await importInto(root, ['open.csv', 'won.csv'], { mapFile: 'm.yaml' })).vanished).toEqual([]);
    await writeFile(join(root, 'won.csv'), [HEADER, '3,C,Cedar,Won,5,'].join('\n'));
    const report = await importInto(root, ['open.csv', 'won.csv'], { mapFile: 'm.yaml' });
    expect(report.vanished).toMatchObject([{ key: 'crm:4', partner: 'cedar' }]);
  });
});

describe('a dry run', () => {
  it('reports the very same and changes no byte of the territory, not even a folder', async () => {
    const root = await territory({ 'm.yaml': 'partners: { Direct: }\n' });
    const text = [HEADER, '1,A,Cedar,Won,5,2026-02-10', '2,B,Nobody,Won,6,', '3,C,Direct,Won,7,', '4,D,Cedar,,8,'];
    await writeFile(join(root, 'export.csv'), text.join('\n'));
    const options = { mapFile: 'm.yaml', createPartners: true };
    const before = await hashOfTree(root);
    const dry = await importInto(root, ['export.csv'], { ...options, dryRun: true });
    expect(await hashOfTree(root)).toBe(before);
    const real = await importInto(root, ['export.csv'], options);
    expect({ ...real, dryRun: true, written: [] }).toEqual(dry);
  });
});

async function hashOfTree(root: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const path of entries.map((one) => join(one.parentPath, one.name)).sort()) {
    hash.update(path).update(await readFile(path).catch(() => ''));
  }
  return hash.digest('hex');
}
