import { access, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cam } from './cam.ts';

async function territory(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'cam-changes-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const name of ['north', 'south']) expect((await cam(['init', name, '--no-input'], { in: folder })).code).toBe(0);
  return join(folder, 'north');
}

const row = (id: number, partner: string, amount: number) => `${id},${partner},Propose,${amount},2026-06-30\n`;
const HEADER = 'Opportunity ID,Partner,Stage,Amount,Close Date\n';

interface Imported {
  readonly data: {
    readonly created: number;
    readonly unmatched: readonly unknown[];
    readonly totals: {
      readonly byPartner: Readonly<Record<string, { readonly rows: number; readonly amount: number }>>;
    };
  };
}

async function importRows(root: string, rows: string, ...flags: string[]): Promise<Imported['data']> {
  await writeFile(join(root, 'crm.csv'), HEADER + rows);
  const outcome = await cam(['import', 'crm.csv', '--json', '--quiet', '--date-order', 'ymd', ...flags], { in: root });
  expect([outcome.code, outcome.err]).toEqual([0, '']);
  return (JSON.parse(outcome.out) as Imported).data;
}

describe('a partner over the years', () => {
  it('is renamed, merged, handed over, moved and retired, and exports under every name it had find it', async () => {
    const root = await territory();
    const said = async (...argv: string[]) => {
      const outcome = await cam([...argv, '--quiet'], { in: root });
      expect([outcome.code, outcome.err], argv.join(' ')).toEqual([0, '']);
      return outcome.out;
    };
    const first = row(1, 'Ridge IT', 100) + row(2, 'Bluefjord', 200) + row(3, 'Cedar', 300);
    expect((await importRows(root, first, '--create-partners')).created).toBe(3);

    expect(await said('partner', 'rename', 'ridge-it', 'Summit', 'Group')).toContain('Summit Group');
    const renamed = await importRows(root, row(1, 'Ridge IT', 110) + row(4, 'Summit Group', 40));
    expect(renamed.totals.byPartner).toEqual({ 'ridge-it': expect.objectContaining({ rows: 2, amount: 150 }) });

    expect(await said('partner', 'merge', 'ridge-it', 'bluefjord', '--dry-run')).toContain('nothing was written');
    expect(await said('partner', 'merge', 'ridge-it', 'bluefjord')).toContain('history/ridge-it');
    const merged = await importRows(
      root,
      row(1, 'RIDGE IT', 110) + row(4, 'Summit Group', 40) + row(2, 'Bluefjord', 200),
    );
    expect(merged.totals.byPartner).toEqual({ bluefjord: expect.objectContaining({ rows: 3, amount: 350 }) });
    expect([merged.created, merged.unmatched]).toEqual([0, []]);

    await importRows(root, row(4, 'Cedar', 40));
    expect(await readFile(join(root, 'partners/cedar/deals.csv'), 'utf8')).toContain('crm,4,');
    expect(await readFile(join(root, 'partners/bluefjord/deals.csv'), 'utf8')).not.toContain('crm,4,');

    expect(await said('partner', 'handover', '--all', '--to', 'Jonas Weber')).toContain('handover-internal.html');
    expect(await said('partner', 'move', 'cedar', '--to', '../south')).toContain('moved to ../south');
    await access(join(root, '../south/partners/cedar/deals.csv'));
    expect(await said('partner', 'retire', 'bluefjord', '--on', '2026-01-31')).toContain('31 Jan 2026');
    expect(await said('partner', 'list', '--as-of', '2026-02-28')).toContain('retired 31 Jan 2026');
    for (const folder of ['.', '../south']) expect(await said('check', '--workspace', folder)).toContain('No problems');
  });

  it('is found by a typed name only when it is right: one line says what is meant', async () => {
    const root = await territory();
    await importRows(root, row(1, 'Ridge IT', 100), '--create-partners');
    const outcome = await cam(['partner', 'merge', 'ridge-it', 'ridge-it'], { in: root });
    expect([outcome.code, outcome.out]).toEqual([2, '']);
    expect(outcome.err).toBe('✗ ridge-it cannot be merged into itself.\n');
    const unknown = await cam(['partner', 'retire', 'rigde-it', '--json'], { in: root });
    expect(unknown.code).toBe(2);
    expect(JSON.parse(unknown.out)).toMatchObject({
      command: 'partner retire',
      error: { message: 'There is no partner "rigde-it".', remedy: 'Did you mean ridge-it?', exitCode: 2 },
    });
  });
});
