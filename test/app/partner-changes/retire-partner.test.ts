import { describe, expect, it } from 'vitest';
import { activePartnerIds } from '../../../src/app/partners/active-partners.ts';
import { openWorkspace } from '../../../src/app/territory/open-workspace.ts';
import { retirePartner } from '../../../src/app/partner-changes/retire-partner.ts';
import { partnerById } from '../../../src/app/pages/partner-pages.ts';
import { territoryStatus } from '../../../src/app/territory/status.ts';
import { isActive } from '../../../src/domain/active-partner.ts';
import { day } from '../../domain/given.ts';
import { changing, ridgeAndBluefjord, textsOf, TODAY } from './changed-territory.ts';

const retire = (root: string, more: Partial<Parameters<typeof retirePartner>[0]> = {}) =>
  retirePartner({ ...changing(root), id: 'ridge-it', undo: false, ...more });
const workspaceOn = (root: string, date: string) =>
  openWorkspace({ currentFolder: root, today: TODAY, asOf: day(date) });

describe('a partner that is retired', () => {
  it('is worked with on its last day and no longer on the day after', () => {
    expect(isActive({ retired: day('2026-06-30') }, day('2026-06-30'))).toBe(true);
    expect(isActive({ retired: day('2026-06-30') }, day('2026-07-01'))).toBe(false);
    expect(isActive({ retired: undefined }, day('2199-12-31'))).toBe(true);
  });

  it('has its last day in its profile, which says all else as before', async () => {
    const root = await ridgeAndBluefjord();
    const before = (await textsOf(root))['partners/ridge-it/partner.yaml']!;
    const result = await retire(root, { on: day('2026-06-30') });
    expect(result).toMatchObject({ id: 'ridge-it', retired: '2026-06-30', before: null, changed: true });
    expect((await textsOf(root))['partners/ridge-it/partner.yaml']).toBe(`${before}retired: 2026-06-30\n`);
    expect(await retire(root, { on: day('2026-06-30') })).toMatchObject({ changed: false, before: '2026-06-30' });
    expect(await retire(root)).toMatchObject({ changed: true, retired: TODAY, before: '2026-06-30' });
    expect(await retire(root, { undo: true })).toMatchObject({ changed: true, retired: null, before: TODAY });
    expect((await textsOf(root))['partners/ridge-it/partner.yaml']).toBe(before);
    expect(await retire(root, { undo: true })).toMatchObject({ changed: false, retired: null });
  });

  it('leaves all batches and the status from the day after, and can still be asked for', async () => {
    const meeting = 'meetings:\n  - { kind: qbr, quarter: FY26-Q2, planned_week: 2026-01-12 }\n';
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/partner.yaml': `name: Ridge IT\ntype: var\nretired: 2026-03-10\n${meeting}`,
      'partners/cedar/partner.yaml': 'name: Cedar\ntype: vra\n',
    });
    const [lastDay, dayAfter] = [await workspaceOn(root, '2026-03-10'), await workspaceOn(root, '2026-03-11')];
    expect(activePartnerIds(lastDay)).toEqual({ active: ['bluefjord', 'cedar', 'ridge-it'], retired: [] });
    // Whose files cannot be read is not taken for retired: the batch has to name it.
    expect(activePartnerIds(dayAfter)).toEqual({ active: ['bluefjord', 'cedar'], retired: ['ridge-it'] });
    expect(territoryStatus(lastDay)).toMatchObject({ partners: 2, retired: 0, overdue: [{ id: 'ridge-it' }] });
    expect(territoryStatus(dayAfter)).toMatchObject({ partners: 1, retired: 1, overdue: [] });
    expect(partnerById(dayAfter, 'ridge-it').partner.name).toBe('Ridge IT');
  });

  it('says what is still open with it and who belongs to it', async () => {
    const commitment = '{ id: c1, side: vendor, what: Leads, owner: Us, due: 2026-04-01, made: FY26-Q2 }';
    const root = await ridgeAndBluefjord({
      'partners/ridge-it/deals.csv': 'source,id,status\ncrm,1,open\ncrm,2,won\n',
      'partners/ridge-it/commitments.yaml': `commitments:\n  - ${commitment}\n`,
      'partners/cedar/partner.yaml': 'name: Cedar\ntype: var\nparent: ridge-it\n',
    });
    expect(await retire(root, { dryRun: true })).toMatchObject({
      open: { deals: 1, commitments: 1 },
      children: ['cedar'],
    });
    expect((await textsOf(root))['partners/ridge-it/partner.yaml']).not.toContain('retired');
  });
});
