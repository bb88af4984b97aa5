import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cam } from './cam.ts';

async function newTerritory(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'cam-import-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  expect((await cam(['init', '--no-input'], { in: folder })).code).toBe(0);
  return folder;
}

const EXPORT =
  'Opportunity ID,Partner,Stage,Amount,Close Date\n1,Cedar,Closed Won,"1,200.50",31/01/2026\n2,Fjord,Propose,,01/03/2026\n';

describe('cam import', () => {
  it('answers a script with one object of rows, sums and files, and changes nothing the second time', async () => {
    const folder = await newTerritory();
    await writeFile(join(folder, 'crm-2026-02-01.csv'), EXPORT);
    const argv = ['import', 'crm-2026-02-01.csv', '--create-partners', '--json', '--quiet'];
    const first = await cam(argv, { in: folder });
    expect([first.code, first.err]).toEqual([0, '']);
    expect(JSON.parse(first.out)).toMatchObject({
      schemaVersion: 1,
      command: 'import',
      data: {
        rows: 2,
        created: 2,
        updated: 0,
        unchanged: 0,
        rejected: [],
        unmatched: [],
        columns: { id: 'Opportunity ID', partner: 'Partner', close_date: 'Close Date' },
        dateOrder: 'dmy',
        totals: {
          amount: { USD: 1200.5 },
          byStage: { 'Closed Won': { rows: 1, amount: 1200.5 }, Propose: { rows: 1, amount: null } },
          byPartner: { cedar: { rows: 1, amount: 1200.5 }, fjord: { rows: 1, amount: null } },
          byQuarter: { 'FY26-Q1': { rows: 2, amount: 1200.5 } },
        },
      },
      files: [
        { path: join(folder, 'partners/cedar/partner.yaml'), kind: 'partner', partner: 'cedar' },
        { path: join(folder, 'partners/fjord/partner.yaml'), kind: 'partner', partner: 'fjord' },
        { path: join(folder, 'partners/cedar/deals.csv'), kind: 'deals', partner: 'cedar' },
        { path: join(folder, 'partners/fjord/deals.csv'), kind: 'deals', partner: 'fjord' },
        { path: join(folder, 'partners/cedar/snapshots/2026-02-01.json'), kind: 'snapshot', partner: 'cedar' },
        { path: join(folder, 'partners/fjord/snapshots/2026-02-01.json'), kind: 'snapshot', partner: 'fjord' },
      ],
      warnings: [],
    });
    const second = await cam(argv, { in: folder });
    expect(JSON.parse(second.out)).toMatchObject({ data: { created: 0, unchanged: 2 }, files: [] });
    expect((await cam(['check'], { in: folder })).code).toBe(0);
  });

  it('ends with 1 when a row could not be taken, with 2 when a date order has to be said', async () => {
    const folder = await newTerritory();
    await writeFile(join(folder, 'crm.csv'), EXPORT);
    expect((await cam(['import', 'crm.csv'], { in: folder })).code).toBe(1);
    await writeFile(join(folder, 'crm.csv'), EXPORT.replace('31/01', '11/01'));
    const unclear = await cam(['import', 'crm.csv', '--create-partners'], { in: folder });
    expect(unclear.code).toBe(2);
    expect(unclear.err).toContain('--date-order');
  });

  it('refuses flags with values that cannot be', async () => {
    const folder = await newTerritory();
    await writeFile(join(folder, 'crm.csv'), EXPORT);
    for (const flags of [
      ['--date-order', 'dym'],
      ['--decimal', ';'],
      ['--kind', 'dreams'],
      ['--partner', ''],
    ]) {
      expect((await cam(['import', 'crm.csv', ...flags], { in: folder })).code).toBe(2);
    }
  });
});
