import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command, CommandLine, SharedFlags } from '../../src/cli/command.ts';
import { run as check } from '../../src/cli/commands/territory/check.ts';
import { run as init } from '../../src/cli/commands/territory/init.ts';
import { run as add } from '../../src/cli/commands/partner/add.ts';
import { run as list } from '../../src/cli/commands/partner/list.ts';
import { run as show } from '../../src/cli/commands/partner/show.ts';
import { run as qbr } from '../../src/cli/commands/qbr.ts';
import { run as schema } from '../../src/cli/commands/territory/schema.ts';
import { run as status } from '../../src/cli/commands/territory/status.ts';
import { Failure } from '../../src/units/failure.ts';
import { parsePlainDate } from '../../src/units/plain-date.ts';
import { territoryOnDisk } from '../input/territory-on-disk.ts';

interface Typed {
  readonly args?: CommandLine['args'];
  readonly options?: CommandLine['options'];
  readonly flags?: Partial<SharedFlags>;
  readonly width?: number;
}

/** Runs a command in a folder as the command line would, without a terminal. */
function run(command: Command, folder: string, { args = [], options = {}, flags = {}, width = 80 }: Typed = {}) {
  const off = { json: false, quiet: false, noInput: true, force: false, dryRun: false, debug: false };
  return command({
    args,
    options,
    shared: { ...off, ...flags },
    effects: { currentFolder: folder, today: parsePlainDate('2026-03-15')!, progress: () => undefined },
    screen: { width, colour: false, unicode: true, interactive: false },
  });
}

const emptyFolder = () => territoryOnDisk({ 'cam.yaml': undefined });
const ACME = 'name: Acme Cloud\ntype: msp\n';

describe('cam init', () => {
  it('makes a minimal territory that cam check has nothing to say about', async () => {
    const folder = await emptyFolder();
    const outcome = await run(init, folder, { args: ['north'] });
    expect(outcome).toMatchObject({ exitCode: 0, data: { root: join(folder, 'north'), sample: false } });
    expect(outcome.text).toContain('cd north && cam import DEALS.csv --create-partners');
    expect(await readFile(join(folder, 'north/.gitignore'), 'utf8')).toBe('.cam/\nout/\n');
    expect(await readdir(join(folder, 'north/.cam/schemas'))).toContain('partner.json');
    const checked = await run(check, join(folder, 'north'));
    expect(checked).toMatchObject({ exitCode: 0, data: { errors: 0, warnings: 0, files: 1 } });
  });

  it('leaves a territory in which --all has nothing to make, and says how the first partner comes in', async () => {
    const folder = await emptyFolder();
    await run(init, folder);
    await expect(run(qbr, folder, { options: { all: true } })).rejects.toMatchObject({
      kind: 'usage',
      message: 'This territory has no partner yet.',
      remedy: 'Add one with: cam partner add NAME --type TYPE, or import deals with --create-partners',
    });
    const { text } = await run(status, folder);
    expect(text).toContain('The territory has no partner yet\n   cam partner add NAME');
    expect(text).not.toContain('0 of 0');
  });

  it('lets a first review be made, which says what is open and where it is listed', async () => {
    const folder = await emptyFolder();
    await run(init, folder);
    await run(add, folder, { args: [['Acme', 'Cloud']], options: { type: 'msp' } });
    const { text } = await run(qbr, folder, { args: [['acme-cloud']], flags: { format: ['md'] } });
    expect(text).toMatch(/acme-cloud +done, \d inputs open/);
    expect(text).toContain('1 deck in out/acme-cloud/qbr-FY26-Q1.md');
    expect(text).toContain('What is open is listed by:\n  cam qbr acme-cloud --edition internal\n');
  });

  it('names the schema in the first line and takes what was said on the command line', async () => {
    const folder = await emptyFolder();
    const options = { vendor: 'Quillmere: "Q"', name: 'Ines Albrecht', currency: 'eur', fiscalStart: '7' };
    await run(init, folder, { options });
    const text = await readFile(join(folder, 'cam.yaml'), 'utf8');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=.cam/schemas/cam.json');
    expect(text).toContain('name: "Quillmere: \\"Q\\""');
    expect(text).toContain('currency: EUR');
    expect(text).toContain('start_month: 7');
    expect((await run(check, folder)).exitCode).toBe(0);
  });

  it('does not touch a territory that is there, unless forced', async () => {
    const folder = await territoryOnDisk({ 'partners/acme/partner.yaml': ACME, '.gitignore': 'notes\n/out\n' });
    const before = await readFile(join(folder, 'cam.yaml'), 'utf8');
    await expect(run(init, folder)).rejects.toThrow(Failure);
    expect(await readFile(join(folder, 'cam.yaml'), 'utf8')).toBe(before);
    await run(init, folder, { flags: { force: true } });
    expect(await readFile(join(folder, 'cam.yaml'), 'utf8')).not.toBe(before);
    expect(await readFile(join(folder, 'partners/acme/partner.yaml'), 'utf8')).toBe(ACME);
    expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('notes\n/out\n.cam/\nout/\n');
  });

  it('writes nothing on a dry run', async () => {
    const folder = await emptyFolder();
    await run(init, folder, { flags: { dryRun: true } });
    expect(await readdir(folder)).toEqual([]);
  });

  it('makes the sample: twelve partners without a problem, whose own files a second, forced run leaves alone', async () => {
    const folder = await emptyFolder();
    await run(init, folder, { args: ['demo'], options: { sample: true } });
    const demo = join(folder, 'demo');
    const checked = await run(check, demo);
    expect(checked).toMatchObject({ exitCode: 0, data: { errors: 0, warnings: 0, partners: 12 } });
    await writeFile(join(demo, 'partners/my-notes.txt'), 'mine');
    await run(init, folder, { args: ['demo'], options: { sample: true }, flags: { force: true } });
    expect(await readFile(join(demo, 'partners/my-notes.txt'), 'utf8')).toBe('mine');
  });

  it.each([
    ['a month that is none', { fiscalStart: '13' }],
    ['a currency that is none', { currency: 'dollars' }],
    ['an empty name', { vendor: '  ' }],
  ])('refuses %s', async (_, options) => {
    await expect(run(init, await emptyFolder(), { options })).rejects.toMatchObject({ kind: 'usage' });
  });

  it('refuses a path that is a file', async () => {
    const folder = await territoryOnDisk({ notes: 'x' });
    await expect(run(init, folder, { args: ['notes'] })).rejects.toMatchObject({ kind: 'usage' });
  });
});

describe('cam check', () => {
  it('exits 1 with the place of every problem, and 0 when there are only warnings', async () => {
    const wrong = await territoryOnDisk({ 'partners/acme/partner.yaml': 'name: Acme\ntype: mps\n' });
    const outcome = await run(check, wrong);
    expect(outcome.exitCode).toBe(1);
    expect(outcome.text).toContain('1 problem in 1 of 2 files.  Nothing was written. Exit code 1.');
    expect(outcome.data).toMatchObject({
      problems: [{ file: 'partners/acme/partner.yaml', line: 2, column: 7, suggestion: 'msp' }],
    });
    const doubtful = await territoryOnDisk({
      'partners/acme/partner.yaml': ACME,
      'partners/acme/deals.csv': 'source,id,status,stage\ncrm,1,open,Haggle\n',
    });
    expect(await run(check, doubtful)).toMatchObject({ exitCode: 0, warnings: [{ where: expect.any(String) }] });
  });

  it('looks only at the paths that were named, from any folder inside', async () => {
    const root = await territoryOnDisk({
      'partners/acme/partner.yaml': ACME,
      'partners/beta/partner.yaml': 'type: mps\n',
    });
    const partners = join(root, 'partners');
    expect((await run(check, partners, { args: [['acme']] })).exitCode).toBe(0);
    expect((await run(check, partners, { args: [['acme', 'beta/partner.yaml']] })).exitCode).toBe(1);
    expect((await run(check, partners, { args: [['..']] })).exitCode).toBe(1);
    await expect(run(check, root, { args: [['partners/gamma']] })).rejects.toThrow('no file or folder');
    await expect(run(check, root, { args: [['..']] })).rejects.toThrow('not in the territory');
  });

  it('prints fifty problems and counts the others', async () => {
    const rows = Array.from({ length: 80 }, (_, index) => `crm,${index},opne\n`).join('');
    const root = await territoryOnDisk({
      'partners/acme/partner.yaml': ACME,
      'partners/acme/deals.csv': `source,id,status\n${rows}`,
    });
    const { text } = await run(check, root);
    expect(text.match(/^✗ /gm)).toHaveLength(50);
    expect(text).toContain('… and 30 more');
  });

  it('says where to go when there is no territory', async () => {
    const folder = await emptyFolder();
    await expect(run(check, folder)).rejects.toMatchObject({
      kind: 'usage',
      remedy: expect.stringContaining('cam init'),
    });
    await mkdir(join(folder, 'x'));
    await expect(run(check, folder, { flags: { workspace: 'x' } })).rejects.toThrow('There is no territory in x');
  });
});

describe('cam partner', () => {
  it('adds a partner that is listed, shown and sound', async () => {
    const root = await territoryOnDisk({});
    const options = { type: 'msp', tier: 'Silver', currency: 'eur' };
    const added = await run(add, root, { args: [['Søndergård', '&', 'Sønner']], options });
    expect(added).toMatchObject({
      exitCode: 0,
      data: { partner: { id: 'sondergard-and-sonner', name: 'Søndergård & Sønner' } },
      files: [{ path: join(root, 'partners/sondergard-and-sonner/partner.yaml'), partner: 'sondergard-and-sonner' }],
    });
    expect((await run(check, root)).exitCode).toBe(0);
    const text = await readFile(join(root, 'partners/sondergard-and-sonner/partner.yaml'), 'utf8');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../.cam/schemas/partner.json');
    const partner = { id: 'sondergard-and-sonner', name: 'Søndergård & Sønner', type: 'msp', tier: 'silver' };
    expect((await run(list, root)).data).toMatchObject({
      partners: [{ ...partner, currency: 'EUR', lifeStage: 'recruit', lifeStageSet: false }],
    });
    const shown = await run(show, root, { args: ['sondergard-and-sonner'] });
    expect(shown.data).toMatchObject({ asOf: '2026-03-15', partner: { ...partner, loaded: { deals: null } } });
    expect(shown.text).toContain('no deals: cam import FILE.csv');
  });

  it('gives a second partner of the same name its own id and says so', async () => {
    const root = await territoryOnDisk({ 'partners/acme-cloud/partner.yaml': ACME });
    const added = await run(add, root, { args: [['Acme Cloud']], options: { type: 'var' } });
    expect(added.data).toMatchObject({ partner: { id: 'acme-cloud-2' } });
    expect(added.warnings).toMatchObject([{ message: 'acme-cloud has the same name' }]);
  });

  it('writes nothing on a dry run', async () => {
    const root = await territoryOnDisk({});
    await run(add, root, { args: [['Acme']], options: { type: 'var' }, flags: { dryRun: true } });
    expect(await readdir(root)).toEqual(['cam.yaml']);
  });

  it.each([
    ['without a type', {}, '--type'],
    ['of an unknown type', { type: 'mps' }, 'Did you mean msp?'],
    ['of an unknown tier', { type: 'msp', tier: 'platnum' }, 'Did you mean platinum?'],
    ['with an id that is taken', { type: 'msp', id: 'acme' }, 'already'],
    ['with an id that no folder can have', { type: 'msp', id: '../x' }, 'cannot be the id'],
    ['with an id that Windows keeps for itself', { type: 'msp', id: 'con' }, 'cannot be the id'],
    ['with a currency that is none', { type: 'msp', currency: '€' }, 'not a currency'],
  ])('refuses one %s', async (_, options, words) => {
    const root = await territoryOnDisk({ 'partners/acme/partner.yaml': ACME });
    await expect(run(add, root, { args: [['Beta']], options })).rejects.toMatchObject({
      kind: 'usage',
      message: expect.stringContaining(words),
    });
  });

  it('suggests the nearest id for one that is not there', async () => {
    const root = await territoryOnDisk({ 'partners/larkmoor-managed-services/partner.yaml': ACME });
    await expect(run(show, root, { args: ['larkmor'] })).rejects.toMatchObject({
      remedy: 'Did you mean larkmoor-managed-services?',
    });
  });

  it('shows the target that was in force on a day in the past', async () => {
    const targets = `targets:
  - { fiscal_year: FY26, agreed: 2025-07-01, annual: 900000 }
  - { fiscal_year: FY26, agreed: 2026-01-15, quarters: [200000, 250000, 250000, 300000] }
`;
    const root = await territoryOnDisk({ 'partners/acme/partner.yaml': ACME + targets });
    const targetOn = async (date: string) => {
      const outcome = await run(show, root, { args: ['acme'], flags: { asOf: parsePlainDate(date)! } });
      return (outcome.data as { partner: { targets: { amount: number }[] } }).partner.targets[0]?.amount;
    };
    expect(await targetOn('2026-01-14')).toBe(900_000);
    expect(await targetOn('2026-01-15')).toBe(1_000_000);
    expect(await targetOn('2025-06-30')).toBeUndefined();
  });

  it('lists the sound partners and names the others', async () => {
    const root = await territoryOnDisk({
      'partners/acme/partner.yaml': ACME,
      'partners/beta/partner.yaml': 'type: mps\n',
    });
    const outcome = await run(list, root);
    expect(outcome).toMatchObject({ exitCode: 0, data: { partners: [{ id: 'acme' }] } });
    expect(outcome.text).toContain('beta has problems and is not listed: cam check partners/beta');
    await expect(run(show, root, { args: ['beta'] })).rejects.toMatchObject({ kind: 'data' });
  });

  it('keeps the list within 80 columns with long names', async () => {
    const name = 'International Consolidated Distribution and Technology Services of the Upper Rhine';
    const root = await territoryOnDisk({ 'partners/icd/partner.yaml': `name: ${name}\ntype: distributor\n` });
    const lines = (await run(list, root)).text.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect((await run(list, root, { width: 160 })).text).toContain(name);
  });
});

describe('cam', () => {
  it('names the running fiscal year also where no partner is active', async () => {
    const root = await territoryOnDisk({ 'partners/acme/partner.yaml': `${ACME}retired: 2026-01-31\n` });
    const { data } = await run(status, root);
    expect(data).toMatchObject({ partners: 0, retired: 1, data: { fiscalYear: 'FY26' } });
  });
});

describe('cam schema', () => {
  it('lists the schemas, prints one and suggests the nearest', async () => {
    const folder = await emptyFolder();
    expect((await run(schema, folder)).text).toContain('partners/*/partner.yaml');
    expect(JSON.parse((await run(schema, folder, { args: ['partner'] })).text)).toMatchObject({ title: 'Partner' });
    await expect(run(schema, folder, { args: ['parner'] })).rejects.toMatchObject({ remedy: 'Did you mean partner?' });
  });

  it('writes them into a territory for editors', async () => {
    const root = await territoryOnDisk({});
    const outcome = await run(schema, root, { options: { install: true } });
    expect(outcome.files).toContainEqual({ path: join(root, '.cam/schemas/cam.json'), kind: 'schema' });
    expect(JSON.parse(await readFile(join(root, '.cam/schemas/cam.json'), 'utf8'))).toMatchObject({
      title: 'Territory',
    });
  });
});
