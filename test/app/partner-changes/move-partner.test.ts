import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { movePartner } from '../../../src/app/partner-changes/move-partner.ts';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { CAM_YAML } from '../import/import-on-disk.ts';
import { changing, errorsOf, ridgeAndBluefjord, textsOf } from './changed-territory.ts';

const SOUTH = { 'cam.yaml': CAM_YAML, 'partners/oslo/partner.yaml': 'name: Oslo IT\ntype: var\n' };
const move = (root: string, to: string, more: Partial<Parameters<typeof movePartner>[0]> = {}) =>
  movePartner({ ...changing(root), id: 'ridge-it', to, currentFolder: root, ...more });

describe('a partner that moves to another territory', () => {
  it('is there with every file, byte by byte, and no longer here', async () => {
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/deals.csv': 'source,id,status\r\ncrm,1,open\r\n',
      'partners/ridge-it/contracts/.hidden/2024.txt': 'signed',
      'partners/ridge-it/snapshots/notes.txt': '',
    });
    await writeFile(join(root, 'partners/ridge-it/logo.png'), Uint8Array.from([0, 255, 13, 10, 128]));
    const south = await territoryOnDisk(SOUTH);
    const before = Object.entries(await textsOf(root)).filter(([path]) => path.startsWith('partners/ridge-it/'));
    const moved = await move(root, south);
    expect(moved).toEqual({ id: 'ridge-it', name: 'Ridge IT GmbH', to: south, files: 5, funds: 0, warnings: [] });
    expect(await textsOf(south)).toMatchObject(Object.fromEntries(before));
    expect(await readFile(join(south, 'partners/ridge-it/logo.png'))).toEqual(Buffer.from([0, 255, 13, 10, 128]));
    expect(await readdir(join(root, 'partners'))).toEqual(['bluefjord', 'cedar']);
    expect(await readdir(join(south, 'partners'))).toEqual(['oslo', 'ridge-it']);
    expect([await errorsOf(root), await errorsOf(south)]).toEqual([[], []]);
  });

  it('still means the same there: its currency is stated, and what is unknown there is named', async () => {
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/partner.yaml': '# ours\nname: Ridge IT\ntype: var\ntier: gold\nparent: cedar\n',
      'partners/ridge-it/deals.csv':
        'source,id,status,stage,amount,currency\ncrm,1,open,Haggle,5,CHF\ncrm,2,open,Propose,5,\n',
      'partners/bluefjord/partner.yaml': 'name: Bluefjord\ntype: msp\nparent: ridge-it\n',
      'partners/bluefjord/deals.csv': 'source,id,status,other_partners\ncrm,9,open,ridge-it:sourced\n',
    });
    const south = await territoryOnDisk({
      ...SOUTH,
      'cam.yaml': CAM_YAML.replace('USD', 'EUR').replace('7', '1'),
      'templates/tiers.yaml': 'tiers:\n  - { id: gold, remove: true }\n',
    });
    const { warnings } = await move(root, south);
    expect(warnings.map(({ message }) => message)).toEqual([
      'the stage "Haggle" is not known there (1 deal)',
      'the tier "gold" is not known there, so it is left out',
      'there is no rate from CHF to USD there (1 deal)',
      'there is no rate from USD to EUR there, so its figures are in no sum of the territory',
      'the fiscal year there is another one: quarters, targets and review files now mean other months',
      'its figures were in USD, the currency here; its profile says so now',
      'it belonged to cedar, which stays',
      'bluefjord belonged to it and stays, without a parent',
      '1 deal of other partners here still names it',
    ]);
    expect((await textsOf(south))['partners/ridge-it/partner.yaml']).toBe(
      '# ours\nname: Ridge IT\ntype: var\ncurrency: USD\n',
    );
    expect((await textsOf(root))['partners/bluefjord/partner.yaml']).toBe('name: Bluefjord\ntype: msp\n');
    expect([await errorsOf(root), await errorsOf(south)]).toEqual([[], []]);
  });

  it('is warned of a program that counts other deals as bookings', async () => {
    const south = await territoryOnDisk({ ...SOUTH, 'cam.yaml': `${CAM_YAML}bookings: { count: [new] }\n` });
    expect((await move(await ridgeAndBluefjord(), south, { dryRun: true })).warnings).toEqual([
      {
        where: 'partners/ridge-it/partner.yaml',
        message: 'what counts as a booking is not the same there: results may differ',
      },
    ]);
  });

  it('takes its lines of funds with it, under a new id where that is taken', async () => {
    const line = (id: string, partner: string) => `  - { id: ${id}, partner: ${partner}, period: FY26 }\n`;
    const root = await ridgeAndBluefjord({
      'funds.yaml': `# money\nfunds:\n${line('f1', 'ridge-it')}${line('f2', 'cedar')}${line('f3', 'ridge-it')}`,
    });
    const south = await territoryOnDisk({ ...SOUTH, 'funds.yaml': `funds:\n${line('f1', 'oslo')}` });
    expect(await move(root, south)).toMatchObject({ funds: 2 });
    expect(parse((await textsOf(root))['funds.yaml']!)).toMatchObject({ funds: [{ id: 'f2', partner: 'cedar' }] });
    expect(parse((await textsOf(south))['funds.yaml']!)).toMatchObject({
      funds: [
        { id: 'f1', partner: 'oslo' },
        { id: 'ridge-it-f1', partner: 'ridge-it' },
        { id: 'f3', partner: 'ridge-it' },
      ],
    });
    expect([await errorsOf(root), await errorsOf(south)]).toEqual([[], []]);
  });

  it('writes nothing anywhere in a dry run', async () => {
    const [root, south] = [await ridgeAndBluefjord(), await territoryOnDisk(SOUTH)];
    const before = [await textsOf(root), await textsOf(south)];
    expect(await move(root, south, { dryRun: true })).toMatchObject({ id: 'ridge-it', files: 1 });
    expect([await textsOf(root), await textsOf(south)]).toEqual(before);
  });
});

describe('a move that is refused', () => {
  it.each([
    [
      'to a folder that is not there',
      {},
      '../nowhere',
      'There is no folder ../nowhere.',
      'Name the folder of the other territory: --to DIR',
    ],
    ['to a file', {}, 'cam.yaml', 'cam.yaml is a file, not the folder of a territory.', undefined],
    [
      'to a folder that is no territory',
      {},
      'partners',
      'There is no territory in partners: it holds no cam.yaml.',
      'Make one with: cam init',
    ],
    ['to where it is', {}, '.', '. is the territory the partner is in.', undefined],
  ])('%s', async (_, files, to, message, remedy) => {
    const root = await ridgeAndBluefjord(files);
    await expect(move(root, to)).rejects.toMatchObject({ kind: 'usage', message, remedy });
  });

  it.each([
    [
      'that has a partner of this id',
      { 'partners/ridge-it/partner.yaml': 'name: Other\ntype: var\n' },
      'south has a partner ridge-it already.',
      'See whether it is the same one: cam partner show ridge-it --workspace south',
    ],
    [
      'that has one of its deals',
      { 'partners/oslo/deals.csv': 'source,id,status\ncrm,1,open\ncrm,2,won\n' },
      'south has the deal crm:1 already, with oslo and 1 more.',
      'Delete the rows on one side; a deal belongs to one partner.',
    ],
    [
      'that has problems',
      { 'partners/oslo/partner.yaml': 'name: Oslo\ntype: vra\n' },
      expect.stringMatching(/^south has problems, partners\/oslo\/partner\.yaml:2: type: /),
      'Mend it there first: cam check --workspace south',
    ],
    [
      'whose program cannot be read',
      { 'cam.yaml': 'vendor: 7\n' },
      expect.stringMatching(/^cam\.yaml/),
      expect.any(String),
    ],
  ])('to a territory %s, and changes neither', async (_, files, message, remedy) => {
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/deals.csv': 'source,id,status\ncrm,1,open\ncrm,2,won\n',
    });
    const south = join(root, 'south');
    for (const [path, text] of Object.entries({ ...SOUTH, ...(files as Record<string, string>) })) {
      await mkdir(join(south, path, '..'), { recursive: true });
      await writeFile(join(south, path), text);
    }
    const before = await textsOf(root);
    await expect(move(root, 'south')).rejects.toMatchObject({ kind: 'data', message, remedy });
    expect(await textsOf(root)).toEqual(before);
  });

  it('of a folder that holds a link: what it points to would be lost', async () => {
    const [root, south] = [await ridgeAndBluefjord(), await territoryOnDisk(SOUTH)];
    await symlink(join(root, 'cam.yaml'), join(root, 'partners/ridge-it/link.yaml'));
    await expect(move(root, south)).rejects.toMatchObject({
      kind: 'data',
      message: `${join(root, 'partners/ridge-it/link.yaml')} is a link or a device, not a file.`,
      remedy: 'Put the file itself there, or take it out of the folder; then run the same command again.',
    });
  });
});
