import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findTerritory } from '../../src/input/find-territory.ts';
import { loadTerritory } from '../../src/input/load-territory.ts';
import { territoryOnDisk } from './territory-on-disk.ts';

const ACME = 'name: Acme Cloud\ntype: msp\n';
const SNAPSHOT = (date: string) =>
  JSON.stringify({
    schemaVersion: 1,
    date,
    currency: 'USD',
    sources: [],
    open: { amount: 0, deals: 0, withoutAmount: 0 },
    bookings: [],
  });

describe('reading a territory', () => {
  it('reads every file of every partner, in the order of their ids', async () => {
    const root = await territoryOnDisk({
      'partners/beta/partner.yaml': ACME,
      'partners/acme/partner.yaml': `${ACME}tier: Gold\n`,
      'partners/acme/deals.csv': 'source,id,status,stage\ncrm,1,open,Propose\n',
      'partners/acme/facts.csv': 'metric,period,value\ncsat,2026-02,81\n',
      'partners/acme/commitments.yaml': 'none_made: [FY26-Q2]\n',
      'partners/acme/qbr/FY26-Q3.yaml': 'date: 2026-04-14\n',
      'partners/acme/qbr/FY26-Q3.partner.baseline.json': '{}',
      'partners/acme/snapshots/2026-02-28.json': SNAPSHOT('2026-02-28'),
      'partners/acme/snapshots/2025-12-31.json': SNAPSHOT('2025-12-31'),
      'partners/acme/notes.txt': 'my own',
      'partners/.DS_Store': 'x',
    });
    const { territory, problems, files, partnerIds } = await loadTerritory(root);
    expect(problems).toEqual([]);
    expect(files).toBe(9);
    expect(partnerIds).toEqual(['acme', 'beta']);
    const [acme, beta] = territory!.partners;
    expect(acme!.snapshots.map(({ date }) => date)).toEqual(['2025-12-31', '2026-02-28']);
    expect([...acme!.qbr.keys()]).toEqual(['FY26-Q3']);
    expect(acme!.deals?.path).toBe('partners/acme/deals.csv');
    expect(beta).toMatchObject({ id: 'beta', qbr: new Map(), snapshots: [] });
    expect(beta!.deals).toBeUndefined();
    expect(beta!.commitments).toBeUndefined();
  });

  it('takes a fund without a partner for one that every partner may ask, but not the fund of another', async () => {
    const plan = (fund: string) =>
      [
        'quarter: FY26-Q4',
        'currency: USD',
        `campaigns: [{ id: w, tactic: webinar, start: 2026-05-12, request: { fund: ${fund} } }]`,
        '',
      ].join('\n');
    const root = await territoryOnDisk({
      'funds.yaml':
        'funds:\n  - { id: pool, period: FY26-Q4, approved: 9000 }\n  - { id: own, partner: beta, period: FY26-Q4 }\n',
      'partners/acme/partner.yaml': ACME,
      'partners/acme/marketing/FY26-Q4.yaml': plan('own'),
      'partners/beta/partner.yaml': ACME,
      'partners/beta/marketing/FY26-Q4.yaml': plan('pool'),
    });
    const { problems } = await loadTerritory(root);
    expect(problems).toMatchObject([
      { partner: 'acme', message: '"own" is not a fund of this partner', allowed: ['pool'] },
    ]);
  });

  it('turns the title of a tier into its id', async () => {
    const root = await territoryOnDisk({ 'partners/acme/partner.yaml': `${ACME}tier: PLATINUM\n` });
    const { territory } = await loadTerritory(root);
    expect(territory!.partners[0]!.partner.tier).toBe('platinum');
  });

  it('leaves a partner with an error out and keeps the others', async () => {
    const root = await territoryOnDisk({
      'partners/acme/partner.yaml': ACME,
      'partners/acme/deals.csv': 'source,id,status\ncrm,1,opne\n',
      'partners/beta/partner.yaml': ACME,
    });
    const { territory, problems } = await loadTerritory(root);
    expect(territory!.partners.map(({ id }) => id)).toEqual(['beta']);
    expect(problems).toMatchObject([{ partner: 'acme', file: 'partners/acme/deals.csv', line: 2 }]);
  });

  it('keeps a partner about whom there are only warnings', async () => {
    const root = await territoryOnDisk({
      'partners/acme/partner.yaml': ACME,
      'partners/acme/deals.csv': 'source,id,status,stage\ncrm,1,open,Haggle\n',
    });
    const { territory, problems } = await loadTerritory(root);
    expect(problems).toMatchObject([{ severity: 'warning', file: 'partners/acme/deals.csv', line: 2 }]);
    expect(territory!.partners).toHaveLength(1);
  });

  it('warns of a stage once, however many deals and partners have it', async () => {
    const deals = (first: number) => `source,id,status,stage\ncrm,${first},open,Haggle\ncrm,${first + 1},open,Haggle\n`;
    const root = await territoryOnDisk({
      'partners/acme/partner.yaml': ACME,
      'partners/acme/deals.csv': deals(1),
      'partners/beta/partner.yaml': ACME,
      'partners/beta/deals.csv': deals(3),
    });
    const { problems } = await loadTerritory(root);
    expect(problems.map(({ message }) => message)).toEqual([
      '"Haggle" is not a stage of cam.yaml (4 deals of 2 partners)',
    ]);
  });

  it('reads only the partners that are wanted, and knows the others', async () => {
    const root = await territoryOnDisk({
      'partners/acme/partner.yaml': `${ACME}parent: beta\n`,
      'partners/beta/partner.yaml': 'name: [broken\n',
    });
    const { territory, problems, files, partnerIds } = await loadTerritory(root, { only: ['acme'] });
    expect(problems).toEqual([]);
    expect(territory!.partners.map(({ id }) => id)).toEqual(['acme']);
    expect(files).toBe(2);
    expect(partnerIds).toEqual(['acme', 'beta']);
  });

  it('cannot be used without a sound cam.yaml, but still names what is wrong with the partners', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': 'vendor: 5\n', 'partners/acme/partner.yaml': 'type: mps\n' });
    const { territory, problems } = await loadTerritory(root);
    expect(territory).toBeUndefined();
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['cam.yaml', 'partners/acme/partner.yaml']));
  });

  it('says how to make a territory where there is none', async () => {
    const root = await territoryOnDisk({ 'cam.yaml': undefined });
    expect((await loadTerritory(root)).problems).toMatchObject([{ file: 'cam.yaml', message: 'the file is missing' }]);
  });

  it('has no partners before the first one is added', async () => {
    const { territory, problems } = await loadTerritory(await territoryOnDisk({}));
    expect(problems).toEqual([]);
    expect(territory!.partners).toEqual([]);
  });

  it('takes the margins of the vendor, not those that ship', async () => {
    const root = await territoryOnDisk({
      'templates/tiers.yaml': 'tiers:\n  - { id: gold, base_margin_percent: 25 }\n',
    });
    const gold = (await loadTerritory(root)).territory!.tiers.tiers.find(({ id }) => id === 'gold');
    expect(gold).toMatchObject({ base_margin_percent: 25, title: 'Gold' });
  });

  it('reads a file with a byte order mark and refuses one that is not UTF-8', async () => {
    const latin1 = Buffer.from('name: Acme\ntype: msp\nnotes: Z\u00fcrich\n', 'latin1');
    const root = await territoryOnDisk({
      'partners/acme/partner.yaml': `\ufeff${ACME}`,
      'partners/beta/partner.yaml': latin1,
      'partners/gamma/partner.yaml': Buffer.from(`\ufeff${ACME}`, 'utf16le'),
    });
    const { territory, problems } = await loadTerritory(root);
    expect(territory!.partners.map(({ id }) => id)).toEqual(['acme']);
    expect(problems).toMatchObject([
      { partner: 'beta', line: 3, column: 9, message: 'this character is not written in UTF-8' },
      { partner: 'gamma', message: 'the file is written in UTF-16, not in UTF-8' },
    ]);
  });

  it('names a folder that stands where a file is expected', async () => {
    const root = await territoryOnDisk({ 'partners/acme/partner.yaml': ACME });
    await mkdir(join(root, 'partners/acme/deals.csv'));
    const { problems } = await loadTerritory(root);
    expect(problems).toMatchObject([{ partner: 'acme', message: 'this is a folder where a file is expected' }]);
  });

  it('does not take a folder that cannot be listed for an empty one', async () => {
    const root = await territoryOnDisk({ 'partners/acme/partner.yaml': ACME, 'partners/acme/qbr': 'a file' });
    await symlink(join(root, 'nowhere'), join(root, 'partners/beta'));
    await mkdir(join(root, 'partners/gamma'));
    const { territory, problems } = await loadTerritory(root);
    expect(territory!.partners).toEqual([]);
    expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'partners/acme/qbr: the folder cannot be read (ENOTDIR)',
      'partners/beta: the folder cannot be read (ENOENT)',
    ]);
    const other = await territoryOnDisk({ partners: 'a file' });
    expect((await loadTerritory(other)).problems).toMatchObject([{ file: 'partners' }]);
  });

  it('keeps partners apart whose ids are names that every object has', async () => {
    const root = await territoryOnDisk({
      'partners/constructor/partner.yaml': ACME,
      'partners/tostring/partner.yaml': ACME,
    });
    const { territory } = await loadTerritory(root);
    expect(territory!.partners.map(({ id }) => id)).toEqual(['constructor', 'tostring']);
  });
});

describe('finding the territory', () => {
  it('looks upwards from any folder inside it', async () => {
    const root = await territoryOnDisk({ 'partners/acme/partner.yaml': ACME });
    expect(await findTerritory(join(root, 'partners/acme'))).toBe(root);
    expect(await findTerritory(join(root, '..'))).toBeUndefined();
  });
});
