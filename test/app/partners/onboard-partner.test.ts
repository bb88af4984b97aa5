import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onboardPartner } from '../../../src/app/partners/onboard-partner.ts';
import { loadTerritory } from '../../../src/input/load-territory.ts';
import { day } from '../../domain/given.ts';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';

const PROFILE = '# Found at the fair\nname: Acme\ntype: var # for now\n';
const territory = (profile = PROFILE) => territoryOnDisk({ 'partners/acme/partner.yaml': profile });
const onboard = (root: string, change: { signed?: string; dryRun?: boolean; id?: string } = {}) =>
  onboardPartner({
    root,
    id: change.id ?? 'acme',
    today: day('2026-03-01'),
    dryRun: change.dryRun ?? false,
    ...(change.signed !== undefined && { signed: day(change.signed) }),
  });
const profileOf = (root: string) => readFile(join(root, 'partners/acme/partner.yaml'), 'utf8');

describe('onboarding a partner', () => {
  it('writes the day of signing and the tasks with their days, and leaves every other word', async () => {
    const root = await territory();
    const { added, present, files } = await onboard(root, { signed: '2026-02-16' });
    expect([added.length, present, files]).toEqual([15, 0, ['partners/acme/partner.yaml']]);
    expect(added[0]).toEqual({
      id: 'kickoff',
      title: 'Kick-off call with the sponsors of both sides',
      due: '2026-02-21',
    });
    expect(added.at(-1)!.due).toBe('2026-05-17');
    const text = await profileOf(root);
    expect(text.startsWith('# Found at the fair\nname: Acme\ntype: var # for now\n')).toBe(true);
    const { problems, territory: read } = await loadTerritory(root);
    expect(problems).toEqual([]);
    const { partner } = read!.partners[0]!;
    expect(partner.agreement_signed).toBe('2026-02-16');
    expect(partner.tasks!.filter(({ required }) => !required).map(({ id }) => id)).toEqual(['offer', 'campaign']);
  });

  it('keeps tasks that stand there, with their day and state, and adds the others', async () => {
    const task = 'tasks:\n  - { id: kickoff, title: Kick-off in Lyon, due: 2026-03-09, done: 2026-03-09 }\n';
    const root = await territory(`${PROFILE}agreement_signed: 2026-02-16\n${task}`);
    expect(await onboard(root)).toMatchObject({ present: 1, signed: '2026-02-16' });
    expect(await profileOf(root)).toContain(
      '- { id: kickoff, title: Kick-off in Lyon, due: 2026-03-09, done: 2026-03-09 }',
    );
  });

  it('changes nothing the second time, and nothing on a dry run', async () => {
    const root = await territory();
    await onboard(root, { signed: '2026-02-16', dryRun: true });
    expect(await profileOf(root)).toBe(PROFILE);
    await onboard(root, { signed: '2026-02-16' });
    const text = await profileOf(root);
    expect(await onboard(root)).toMatchObject({ added: [], files: [] });
    expect(await profileOf(root)).toBe(text);
  });

  it('asks for the day of signing', async () => {
    await expect(onboard(await territory())).rejects.toMatchObject({
      kind: 'usage',
      message: 'Onboarding starts on the day the agreement is signed.',
      remedy: 'Say which: cam partner onboard acme --signed 2026-03-01',
    });
  });

  it('refuses another day than the one on record', async () => {
    const root = await territory(`${PROFILE}agreement_signed: 2026-02-16\n`);
    await expect(onboard(root, { signed: '2026-02-17' })).rejects.toThrow(
      'partner.yaml says that the agreement was signed on 2026-02-16.',
    );
  });
});
