import { access, appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command, CommandLine, SharedFlags } from '../../src/cli/command.ts';
import { run as handover } from '../../src/cli/commands/partner/handover.ts';
import { run as list } from '../../src/cli/commands/partner/list.ts';
import { run as merge } from '../../src/cli/commands/partner/merge.ts';
import { run as move } from '../../src/cli/commands/partner/move.ts';
import { run as rename } from '../../src/cli/commands/partner/rename.ts';
import { run as retire } from '../../src/cli/commands/partner/retire.ts';
import { run as qbr } from '../../src/cli/commands/qbr.ts';
import { run as status } from '../../src/cli/commands/territory/status.ts';
import { ridgeAndBluefjord } from '../app/partner-changes/changed-territory.ts';
import { day } from '../domain/given.ts';

interface Typed {
  readonly args?: CommandLine['args'];
  readonly options?: CommandLine['options'];
  readonly flags?: Partial<SharedFlags>;
  readonly width?: number;
}

/** Runs a command in a territory as the command line would, without a terminal. */
function run(command: Command, root: string, { args = [], options = {}, flags = {}, width = 80 }: Typed = {}) {
  const off = { json: false, quiet: false, noInput: true, force: false, dryRun: false, debug: false };
  return command({
    args,
    options,
    shared: { ...off, ...flags },
    effects: { currentFolder: root, today: day('2026-03-15'), progress: () => undefined },
    screen: { width, colour: false, unicode: true, interactive: false },
  });
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

describe('cam partner rename', () => {
  it('says the new name, that the id stays, and which file it wrote', async () => {
    const root = await ridgeAndBluefjord();
    const outcome = await run(rename, root, { args: ['ridge-it', ['Summit', 'Group']] });
    expect(outcome).toMatchObject({
      exitCode: 0,
      data: {
        partner: {
          id: 'ridge-it',
          name: 'Summit Group',
          formerName: 'Ridge IT GmbH',
          until: '2026-03-15',
          shortName: null,
        },
        written: true,
      },
      files: [{ path: join(root, 'partners/ridge-it/partner.yaml'), kind: 'input', partner: 'ridge-it' }],
      warnings: [],
    });
    expect(outcome.text).toBe(
      '✓ Ridge IT GmbH is called Summit Group from now on.\n' +
        '  Its id stays ridge-it, and imports keep finding it under its former name.\n' +
        '  partners/ridge-it/partner.yaml\n',
    );
  });

  it('shows the same in a dry run and lists no file', async () => {
    const root = await ridgeAndBluefjord();
    const outcome = await run(rename, root, { args: ['ridge-it', ['Summit']], flags: { dryRun: true } });
    expect(outcome).toMatchObject({ data: { written: false }, files: [] });
    expect(outcome.text).toContain('Ridge IT GmbH would be called Summit from now on.');
    expect(outcome.text).toContain('Dry run: nothing was written.');
  });
});

describe('cam partner merge', () => {
  const FILES = {
    'partners/ridge-it/deals.csv': 'source,id,amount,status\ncrm,1,100,open\ncrm,2,5,won\ncrm,3,5,won\n',
    'partners/bluefjord/deals.csv': 'source,id,amount,status\ncrm,1,150,won\ncrm,3,5,won\n',
  };

  it('says what was taken over, what both have and where the old files are', async () => {
    const root = await ridgeAndBluefjord(FILES);
    const outcome = await run(merge, root, { args: ['ridge-it', 'bluefjord'] });
    expect(outcome).toMatchObject({
      exitCode: 0,
      data: {
        partner: { id: 'ridge-it', into: { id: 'bluefjord', name: 'Bluefjord Systems' }, history: 'history/ridge-it' },
        both: expect.arrayContaining([{ file: 'deals.csv', what: 'crm:3', kept: 'the same', left: null }]),
        written: true,
      },
      files: [
        { path: join(root, 'partners/bluefjord/deals.csv'), kind: 'input', partner: 'bluefjord' },
        { path: join(root, 'partners/bluefjord/partner.yaml'), kind: 'input', partner: 'bluefjord' },
      ],
    });
    expect(outcome.text).toBe(
      '✓ Ridge IT GmbH (ridge-it) is merged into Bluefjord Systems (bluefjord).\n' +
        '  Taken over: deals 1, names 1.\n' +
        '  Every file of ridge-it is kept in history/ridge-it.\n' +
        '  1 entry says the same in both and stands once.\n' +
        '! In both, what bluefjord says stays (2)\n' +
        '  deals.csv crm:1: amount 150, status won; not amount 100, status open\n' +
        '  partner.yaml type: msp; not var\n' +
        '\nNext  cam partner show bluefjord\n',
    );
  });

  it('cuts a long list and says that --json has all of it', async () => {
    const rows = (amount: number) => Array.from({ length: 30 }, (_, index) => `crm,${index},${amount},open\n`).join('');
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/deals.csv': `source,id,amount,status\n${rows(1)}`,
      'partners/bluefjord/deals.csv': `source,id,amount,status\n${rows(2)}`,
    });
    const outcome = await run(merge, root, { args: ['ridge-it', 'bluefjord'], flags: { dryRun: true } });
    expect(outcome.text).toContain('stays (31)');
    expect(outcome.text).toContain('+ 25 more of deals.csv; --json lists them all');
    expect((outcome.data as { both: unknown[] }).both).toHaveLength(31);
    expect(await exists(join(root, 'history'))).toBe(false);
  });
});

describe('cam partner move', () => {
  it('asks where to', async () => {
    await expect(run(move, await ridgeAndBluefjord(), { args: ['ridge-it'] })).rejects.toMatchObject({
      kind: 'usage',
      message: 'Where does the partner go? Name the folder of the other territory: --to DIR',
    });
  });

  it('says where the partner is now and how to see it there', async () => {
    const [root, south] = [await ridgeAndBluefjord(), await ridgeAndBluefjord()];
    await run(merge, south, { args: ['ridge-it', 'bluefjord'] });
    const outcome = await run(move, root, { args: ['ridge-it'], options: { to: south }, width: 200 });
    expect(outcome).toMatchObject({
      exitCode: 0,
      data: { partner: { id: 'ridge-it', to: south, files: 1 }, written: true },
    });
    expect(outcome.text).toMatch(/^✓ Ridge IT GmbH moved to \S+: 1 file\.\n/);
    expect(outcome.text).toContain('Next: cam partner show ridge-it --workspace ');
    expect(await exists(join(south, 'partners/ridge-it/partner.yaml'))).toBe(true);
  });
});

describe('cam partner retire', () => {
  it('says the last day and what follows from it, and takes it back', async () => {
    const root = await ridgeAndBluefjord({ 'partners/ridge-it/deals.csv': 'source,id,status\ncrm,1,open\n' });
    const outcome = await run(retire, root, { args: ['ridge-it'], options: { on: '2026-03-10' } });
    expect(outcome.text).toBe(
      '✓ Ridge IT GmbH is retired: its last day is 10 Mar 2026.\n' +
        '  From the day after it is left out of --all and of what needs attention; its\n' +
        '  history stays and counts.\n' +
        '  Still with it: 1 open deal.\n' +
        '  Take it back with: cam partner retire ridge-it --undo\n',
    );
    expect(outcome.data).toMatchObject({
      partner: { id: 'ridge-it', retired: '2026-03-10', before: null },
      written: true,
    });
    expect((await run(list, root)).text).toContain('(retired 10 Mar 2026)');
    expect((await run(list, root, { flags: { asOf: day('2026-03-10') } })).text).toContain('(until 10 Mar 2026)');
    expect((await run(status, root)).text).toContain('2 partners and 1 retired, as of 15 Mar 2026');
    const batch = await run(qbr, root, { options: { all: true }, flags: { dryRun: true } });
    expect(batch.text).toContain('Retired and left out: ridge-it\n');
    expect(batch.files).toEqual([]);
    expect(batch.data).toMatchObject({ partners: [{ id: 'bluefjord' }, { id: 'cedar' }] });
    expect((await run(retire, root, { args: ['ridge-it'], options: { on: '2026-03-10' } })).text).toBe(
      '✓ Ridge IT GmbH is retired on 10 Mar 2026 already.\n',
    );
    expect((await run(retire, root, { args: ['ridge-it'], options: { undo: true } })).text).toBe(
      '✓ Ridge IT GmbH is active again; its last day was 10 Mar 2026.\n',
    );
    expect((await run(retire, root, { args: ['ridge-it'], options: { undo: true } })).text).toBe(
      '✓ Ridge IT GmbH is not retired; nothing changed.\n',
    );
    expect((await run(status, root)).text).toContain('3 partners, as of 15 Mar 2026');
  });

  it.each([
    [{ on: '2026-02-30' }, '--on: "2026-02-30" is not a date.', 'Write it as YYYY-MM-DD, for example 2026-02-28.'],
    [{ on: '2026-02-28', undo: true }, 'Say --on DATE or --undo, not both.', undefined],
  ])('refuses %j', async (options, message, remedy) => {
    const root = await ridgeAndBluefjord();
    await expect(run(retire, root, { args: ['ridge-it'], options })).rejects.toMatchObject({
      kind: 'usage',
      message,
      remedy,
    });
  });
});

describe('cam partner handover', () => {
  const FILES = {
    'partners/ridge-it/partner.yaml': 'name: Ridge IT\ntype: var\nnotes: Canary\nretired: 2026-01-31\n',
    'partners/bluefjord/partner.yaml': 'name: Bluefjord Systems\ntype: msp\nnotes: Canary\n',
  };

  it('writes one internal page for a partner, also for one that is retired', async () => {
    const root = await ridgeAndBluefjord(FILES);
    const outcome = await run(handover, root, { args: ['ridge-it'], options: { to: 'Jonas  Weber' } });
    const path = join(root, 'out/ridge-it/handover-FY26-Q3-internal.html');
    expect(outcome).toMatchObject({ exitCode: 0, files: [{ path, kind: 'handover', partner: 'ridge-it' }] });
    expect(outcome.text).toBe(
      '✓ Ridge IT: the page for Jonas Weber, without private notes.\nWrote out/ridge-it/handover-FY26-Q3-internal.html\n',
    );
    const page = await readFile(path, 'utf8');
    expect(page).toContain('Handover from Ines Albrecht to Jonas Weber');
    expect(page).toContain('Internal edition, not for the partner');
    expect(page).not.toContain('Canary');
  });

  it('writes a pack for all active partners with a page that lists them; one that fails does not stop the rest', async () => {
    const root = await ridgeAndBluefjord({ ...FILES, 'partners/cedar/partner.yaml': 'name: Cedar\ntype: vra\n' });
    const outcome = await run(handover, root, { options: { all: true }, flags: { format: ['html', 'md'] } });
    expect(outcome).toMatchObject({ exitCode: 3, failed: [{ partner: 'cedar' }] });
    expect(outcome.files?.map(({ path }) => path.slice(root.length + 1))).toEqual([
      'out/bluefjord/handover-FY26-Q3-internal.html',
      'out/bluefjord/handover-FY26-Q3-internal.md',
      'out/handover-internal.html',
      'out/handover-internal.md',
    ]);
    expect(outcome.text).toContain('Retired and left out: ridge-it');
    expect(outcome.text).toContain('Wrote out/handover-internal.md');
    const page = await readFile(join(root, 'out/handover-internal.md'), 'utf8');
    expect(page).toContain('# 1 partner to take over\n');
    expect(page).toContain('Bluefjord Systems');
    expect(page).not.toContain('Ridge');
  });

  it('leaves a list that was edited by hand and says so', async () => {
    const root = await ridgeAndBluefjord(FILES);
    await run(handover, root, { options: { all: true }, flags: { format: ['md'] } });
    const path = join(root, 'out/handover-internal.md');
    await appendFile(path, 'mine\n');
    const again = await run(handover, root, { options: { all: true, to: 'Jo' }, flags: { format: ['md'] } });
    expect(again.text).toContain('Kept out/handover-internal.md: it was edited by hand (--force replaces it)');
    expect(again.warnings).toEqual([
      { where: path, message: 'was edited by hand and stays as it is; --force replaces it' },
    ]);
  });

  it.each([
    [{}, {}, 'Which partner?'],
    [{ all: true }, { args: ['ridge-it'] }, 'Name partners or say --all, not both.'],
    [{ to: ' ' }, { args: ['ridge-it'] }, '--to is a name of 1 to 100 characters.'],
    [{}, { args: ['ridge-it'], flags: { format: ['pptx'] } }, 'A handover page cannot be written as pptx.'],
    [{}, { args: ['rigde-it'] }, 'There is no partner "rigde-it".'],
  ])('refuses %j with %j', async (options, typed, message) => {
    const root = await ridgeAndBluefjord();
    await expect(run(handover, root, { options, ...typed })).rejects.toMatchObject({ kind: 'usage', message });
  });
});
