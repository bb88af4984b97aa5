import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { renamePartner } from '../../../src/app/partner-changes/rename-partner.ts';
import { importText } from '../import/import-on-disk.ts';
import { changing, errorsOf, ridgeAndBluefjord, textsOf } from './changed-territory.ts';

const rename = (root: string, name: string, more: Partial<Parameters<typeof renamePartner>[0]> = {}) =>
  renamePartner({ ...changing(root), id: 'ridge-it', name, force: false, ...more });

describe('a partner that is renamed', () => {
  it('keeps its id and its file as its owner wrote it; the old name becomes a former name', async () => {
    const root = await ridgeAndBluefjord();
    const renamed = await rename(root, '  Ridge   Group ');
    expect(renamed).toMatchObject({ id: 'ridge-it', name: 'Ridge Group', formerName: 'Ridge IT GmbH', warnings: [] });
    const text = (await textsOf(root))['partners/ridge-it/partner.yaml']!;
    expect(text).toMatch(/^# Met at the fair\.\nname: Ridge Group # as on the contract\ntype: var\n/);
    expect(parse(text)).toEqual({
      name: 'Ridge Group',
      type: 'var',
      former_names: [{ name: 'Ridge IT GmbH', until: '2026-03-15' }],
    });
    expect(await errorsOf(root)).toEqual([]);
  });

  it('is found by an export under the old name and under the new one', async () => {
    const root = await ridgeAndBluefjord();
    await rename(root, 'Summit Group');
    const rows = 'Opportunity ID,Partner,Stage,Amount\n1,ridge it gmbh,Propose,100\n2,Summit Group,Propose,200\n';
    const report = await importText(root, rows);
    expect(report).toMatchObject({ created: 2, unmatched: [], rejected: [], createdPartners: [] });
    expect(report.totals.byPartner).toMatchObject({ 'ridge-it': { rows: 2, amount: 300 } });
  });

  it('keeps every name it ever had, each with its last day', async () => {
    const root = await ridgeAndBluefjord();
    await rename(root, 'Ridge Group', { asOf: '2025-07-01' as never });
    await rename(root, 'Summit', { asOf: '2026-01-01' as never });
    const text = (await textsOf(root))['partners/ridge-it/partner.yaml'];
    expect(parse(text!)).toMatchObject({
      name: 'Summit',
      former_names: [
        { name: 'Ridge IT GmbH', until: '2025-07-01' },
        { name: 'Ridge Group', until: '2026-01-01' },
      ],
    });
  });

  it('says when the short name still has words of the old name, and takes a new one', async () => {
    const profile = 'name: Ridge IT\nshort_name: Ridge\ntype: var\n';
    const root = await ridgeAndBluefjord({ 'partners/ridge-it/partner.yaml': profile });
    const kept = await rename(root, 'Summit Group', { dryRun: true });
    expect(kept.warnings).toEqual([
      {
        where: 'partners/ridge-it/partner.yaml',
        message: 'the short name is still "Ridge": change it with --short-name NAME',
      },
    ]);
    expect((await rename(root, 'Ridge Group', { dryRun: true })).warnings).toEqual([]);
    const changed = await rename(root, 'Summit Group', { shortName: 'Summit' });
    expect(changed).toMatchObject({ shortName: 'Summit', warnings: [] });
    expect((await textsOf(root))['partners/ridge-it/partner.yaml']).toContain('short_name: Summit\n');
  });

  it('says when exports under the old name would now mean another partner', async () => {
    const other = 'name: Bluefjord Systems\ntype: msp\naliases: [Ridge IT]\n';
    const root = await ridgeAndBluefjord({ 'partners/bluefjord/partner.yaml': other });
    expect((await rename(root, 'Summit')).warnings).toEqual([
      {
        where: 'partners/ridge-it/partner.yaml',
        message: 'exports that say "Ridge IT GmbH" mean bluefjord from now on',
      },
    ]);
  });

  it('writes nothing in a dry run', async () => {
    const root = await ridgeAndBluefjord();
    const before = await textsOf(root);
    await rename(root, 'Summit', { dryRun: true });
    expect(await textsOf(root)).toEqual(before);
  });
});

describe('a name that is refused', () => {
  it.each([
    ['the one it has', 'Ridge IT GmbH', 'ridge-it is called "Ridge IT GmbH" already.', undefined],
    [
      'that of another partner, legal form and case aside',
      'CEDAR networks Ltd',
      'cedar has this name.',
      'One company: cam partner merge. Two that share a name: rename with --force.',
    ],
    [
      'an empty one',
      ' \t ',
      "A partner's name has 1 to 500 characters.",
      'cam partner rename bluefjord "Bluefjord Group" --short-name Bluefjord',
    ],
  ])('%s', async (_, name, message, remedy) => {
    const root = await ridgeAndBluefjord();
    const before = await textsOf(root);
    await expect(rename(root, name)).rejects.toMatchObject({ kind: 'usage', message, remedy });
    expect(await textsOf(root)).toEqual(before);
  });

  it('a short name that no footer holds', async () => {
    await expect(rename(await ridgeAndBluefjord(), 'Summit', { shortName: 'x'.repeat(29) })).rejects.toMatchObject({
      message: "A partner's short name has 1 to 28 characters.",
    });
  });

  it('is taken with --force, with a warning', async () => {
    const root = await ridgeAndBluefjord();
    expect((await rename(root, 'Cedar Networks', { force: true })).warnings).toEqual([
      {
        where: 'partners/ridge-it/partner.yaml',
        message: 'cedar has the same name: imports cannot tell them apart by it',
      },
    ]);
  });

  it('an id nobody has, with the nearest one', async () => {
    await expect(rename(await ridgeAndBluefjord(), 'Summit', { id: 'rigde-it' })).rejects.toMatchObject({
      kind: 'usage',
      message: 'There is no partner "rigde-it".',
      remedy: 'Did you mean ridge-it?',
    });
  });

  it('a partner whose folder is empty', async () => {
    const root = await ridgeAndBluefjord();
    await mkdir(join(root, 'partners/empty'));
    await expect(rename(root, 'Summit', { id: 'empty' })).rejects.toMatchObject({
      kind: 'data',
      message: 'The folder of empty is empty.',
    });
  });

  it('a partner whose files have an error', async () => {
    const root = await ridgeAndBluefjord({ 'partners/ridge-it/partner.yaml': 'name: Ridge IT\ntype: vra\n' });
    await expect(rename(root, 'Summit')).rejects.toMatchObject({
      kind: 'data',
      message: expect.stringMatching(/^partners\/ridge-it\/partner\.yaml:2: .*"vra"/),
      remedy: 'cam check partners/ridge-it shows every problem.',
    });
  });
});
