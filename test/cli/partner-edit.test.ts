import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command, CommandLine, SharedFlags } from '../../src/cli/command.ts';
import { run as fact } from '../../src/cli/commands/fact.ts';
import { run as edit } from '../../src/cli/commands/partner/edit.ts';
import { ridgeAndBluefjord } from '../app/partner-changes/changed-territory.ts';
import { day } from '../domain/given.ts';

interface Typed {
  readonly args: CommandLine['args'];
  readonly options?: CommandLine['options'];
  readonly flags?: Partial<SharedFlags>;
  readonly width?: number;
}

/** Runs a command in a territory as the command line would, without a terminal. */
function run(command: Command, root: string, { args, options = {}, flags = {}, width = 80 }: Typed) {
  const off = { json: false, quiet: false, noInput: true, force: false, dryRun: false, debug: false };
  return command({
    args,
    options,
    shared: { ...off, ...flags },
    effects: { currentFolder: root, today: day('2026-03-15'), progress: () => undefined },
    screen: { width, colour: false, unicode: true, interactive: false },
  });
}

describe('cam partner edit', () => {
  const options = {
    set: ['tier=silver'],
    add: ['certification', 'holder=Ana Ruiz, level=TS-200, role=technical, issued=2026-01-10, expires=2026-03-01'],
  };

  it('says what changed, a line each, what to look at, and the file', async () => {
    const root = await ridgeAndBluefjord();
    const outcome = await run(edit, root, { args: ['bluefjord'], options });
    expect(outcome.text).toBe(
      '✓ Bluefjord Systems: 2 changes.\n' +
        '  tier                                gold → silver\n' +
        '  + certification Ana Ruiz technical  level TS-200, issued 2026-01-10, expires\n' +
        '                                      2026-03-01\n' +
        '! certification of Ana Ruiz: is no longer valid since 2026-03-01.\n' +
        '  partners/bluefjord/partner.yaml\n',
    );
    expect(outcome).toMatchObject({
      exitCode: 0,
      data: { partner: { id: 'bluefjord', name: 'Bluefjord Systems' }, written: true },
      files: [{ path: join(root, 'partners/bluefjord/partner.yaml'), kind: 'input', partner: 'bluefjord' }],
    });
    const again = await run(edit, root, { args: ['bluefjord'], options });
    expect(again.text).toContain('Bluefjord Systems: nothing changes, the files say that already.');
    expect(again).toMatchObject({ exitCode: 0, data: { written: false, changes: [] }, files: [] });
  });

  it('shows the same in a dry run and lists no file', async () => {
    const root = await ridgeAndBluefjord();
    const outcome = await run(edit, root, { args: ['bluefjord'], options, flags: { dryRun: true } });
    expect(outcome.text).toMatch(/^Bluefjord Systems: 2 changes would be made\.\n/);
    expect(outcome.text).toMatch(/ {2}Dry run: nothing was written\.\n$/);
    expect(outcome).toMatchObject({ data: { written: false }, files: [] });
  });

  it('keeps a name in wide letters in its column', async () => {
    const root = await ridgeAndBluefjord();
    const { text } = await run(edit, root, {
      args: ['bluefjord'],
      options: { add: ['contact', 'name=山田太郎, role=Owner', 'contact', 'name=Bo Li, role=Sales'] },
    });
    expect(text.split('\n').slice(1, 3)).toEqual([
      '  + contact 山田太郎  role Owner',
      '  + contact Bo Li     role Sales',
    ]);
  });

  it('without a terminal and without a flag says which flags there are', async () => {
    const root = await ridgeAndBluefjord();
    await expect(run(edit, root, { args: ['bluefjord'] })).rejects.toMatchObject({
      kind: 'usage',
      message: 'What changes? Without a terminal it is said by --set, --add, --change, --remove or --done.',
      remedy: 'For example: cam partner edit bluefjord --set tier=gold. cam partner edit --help shows every flag.',
    });
  });
});

describe('cam fact', () => {
  it('writes one figure, and shows the old one when there was one', async () => {
    const root = await ridgeAndBluefjord();
    const period = { period: 'FY26-Q1' };
    await run(fact, root, { args: ['bluefjord', 'csat_score', '84'], options: { ...period, source: 'survey' } });
    const { text } = await run(fact, root, { args: ['bluefjord', 'csat_score', '-0'], options: period });
    expect(text).toContain('  fact csat_score FY26-Q1  value 84 → 0\n');
    expect(await readFile(join(root, 'partners/bluefjord/facts.csv'), 'utf8')).toBe(
      'metric,period,value,source\ncsat_score,FY26-Q1,0,entered by hand on 2026-03-15\n',
    );
  });

  it('takes a loss and its currency', async () => {
    const root = await ridgeAndBluefjord();
    const options = { period: '2026-01', currency: 'eur', source: 'P&L' };
    await run(fact, root, { args: ['bluefjord', 'partner_profit_actual', '-1200.5'], options });
    expect(await readFile(join(root, 'partners/bluefjord/facts.csv'), 'utf8')).toBe(
      'metric,period,value,currency,source\npartner_profit_actual,2026-01,-1200.5,EUR,P&L\n',
    );
  });

  it('needs a period', async () => {
    const root = await ridgeAndBluefjord();
    await expect(run(fact, root, { args: ['bluefjord', 'csat_score', '84'] })).rejects.toMatchObject({
      kind: 'usage',
      message: 'A figure needs its period.',
      remedy: '--period 2026-01, FY26-Q3, FY26 or a day such as 2026-02-28.',
    });
  });
});
