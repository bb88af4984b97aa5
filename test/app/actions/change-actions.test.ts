import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptProposals } from '../../../src/app/actions/accept-proposals.ts';
import { actionList } from '../../../src/app/actions/action-list.ts';
import { changeActions, type ActionChange } from '../../../src/app/actions/change-actions.ts';
import { decideProposals } from '../../../src/app/actions/decide-proposals.ts';
import { partnerActionPlan } from '../../../src/app/actions/partner-action-plan.ts';
import { loadTerritory } from '../../../src/input/load-territory.ts';
import { gradeLastReview } from '../../../src/domain/commitment-ledger.ts';
import { day, quarter } from '../../domain/given.ts';
import { TERRITORY } from '../../samples/read-sample.ts';

const DUNMORE = 'dunmore-valley-computers';
const VEYLAN = 'veylan-consulting-group';
const AS_OF = day('2026-02-28');
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cam-actions-'));
  await cp(TERRITORY, root, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const setting = (partnerId: string, dryRun = false) => ({ root, partnerId, today: day('2031-12-31'), dryRun });
const change = (partner: string, ...changes: ActionChange[]) => changeActions(setting(partner), changes);
const ledgerText = (partner: string) => readFile(join(root, 'partners', partner, 'commitments.yaml'), 'utf8');
const openOf = async (partner: string) => {
  const { territory, problems } = await loadTerritory(root);
  expect(problems).toEqual([]);
  return actionList(territory!, { on: AS_OF, only: [partner] })[0]!;
};
const planOf = async (partner: string) => {
  const { territory } = await loadTerritory(root);
  return partnerActionPlan(
    territory!,
    territory!.partners.find(({ id }) => id === partner)!,
    AS_OF,
  )!;
};

describe('the open actions of a partner', () => {
  it('stand with the longest overdue first', async () => {
    const { open } = await openOf(DUNMORE);
    expect(open.map(({ id, kind, side, daysLate }) => [id, kind, side, daysLate])).toEqual([
      ['A-2026-02-12-plan-commitment', 'action', 'both', 2],
      ['A-2026-02-12-deal-registration', 'action', 'partner', -6],
    ]);
  });

  it('hold the tasks of a new partner, with whom the blueprint gives them to', async () => {
    const { open } = await openOf('kestrowe-digital');
    expect(open[0]).toMatchObject({ kind: 'task', id: 'access', side: 'vendor', daysLate: 2 });
    expect(open).toHaveLength(13);
  });
});

describe('an action that is done', () => {
  it('is kept by its day, and only its own lines change', async () => {
    const before = await ledgerText(DUNMORE);
    const { changes } = await change(DUNMORE, { kind: 'done', typed: 'deal-registration', note: 'In the quote form' });
    expect(changes).toMatchObject([{ id: 'A-2026-02-12-deal-registration', words: 'kept' }]);
    const after = await ledgerText(DUNMORE);
    const kept = before.split('\n').filter((line) => !after.split('\n').includes(line));
    expect(kept).toEqual([]);
    const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
    expect(added).toEqual(['    what_happened: In the quote form', '    closed: 2026-02-28']);
    expect((await openOf(DUNMORE)).open).toHaveLength(1);
  });

  it('counts as partly after its day, as a review grades it', async () => {
    const { changes } = await change(DUNMORE, { kind: 'done', typed: 'plan-commitment' });
    expect(changes).toMatchObject([{ words: 'done late, counted as partly' }]);
    expect(await ledgerText(DUNMORE)).toMatch(/result: partly\n/);
  });

  it('was kept where it was done in time and only entered late', async () => {
    const { changes } = await change(DUNMORE, { kind: 'done', typed: 'plan-commitment', on: day('2026-02-26') });
    expect(changes).toMatchObject([{ words: 'kept' }]);
  });

  it('may be a task of the onboarding', async () => {
    const { files } = await change('kestrowe-digital', { kind: 'done', typed: 'access' });
    expect(files).toEqual(['partners/kestrowe-digital/partner.yaml']);
    expect((await openOf('kestrowe-digital')).open.map(({ id }) => id)).not.toContain('access');
  });

  it('is not entered on a dry run', async () => {
    const before = await ledgerText(DUNMORE);
    await changeActions(setting(DUNMORE, true), [{ kind: 'done', typed: 'plan-commitment' }]);
    expect(await ledgerText(DUNMORE)).toBe(before);
  });
});

describe('an action', () => {
  it('gets another day, and can be dropped', async () => {
    await change(
      DUNMORE,
      { kind: 'move', typed: 'plan-commitment', due: day('2026-04-15') },
      { kind: 'dropped', typed: 'deal-registration' },
    );
    const { open } = await openOf(DUNMORE);
    expect(open.map(({ id, due }) => [id, due])).toEqual([['A-2026-02-12-plan-commitment', '2026-04-15']]);
  });

  it('can be added outside any review and assessment; what binds the vendor is agreed by the account manager', async () => {
    const add = {
      kind: 'add',
      what: 'Send the price list',
      side: 'vendor',
      owner: 'Ines',
      due: day('2026-03-31'),
    } as const;
    const { changes } = await change(DUNMORE, add, { ...add, what: 'Call the owner', side: 'partner' });
    expect(changes.map(({ id }) => id)).toEqual(['A-2026-02-28-1', 'A-2026-02-28-2']);
    const { territory } = await loadTerritory(root);
    const entries = territory!.partners.find(({ id }) => id === DUNMORE)!.commitments!.commitments;
    expect(entries.at(-2)).toMatchObject({ side: 'vendor', agreed: '2026-02-28', agreed_by: 'Ines Albrecht' });
    expect(entries.at(-1)).not.toHaveProperty('agreed_by');
  });

  it('is never counted by the review that follows', async () => {
    const graded = async () => {
      const { territory } = await loadTerritory(root);
      const files = territory!.partners.find(({ id }) => id === DUNMORE)!;
      return gradeLastReview(files.commitments, { before: quarter('FY26-Q3'), on: AS_OF });
    };
    const before = await graded();
    await change(DUNMORE, { kind: 'missed', typed: 'plan-commitment' });
    expect(await graded()).toEqual(before);
  });

  it.each([
    ['of an unknown id', { kind: 'done', typed: 'renewls' }, 'Nothing open has the id "renewls".'],
    ['whose id is a part of several', { kind: 'done', typed: '2026-02-12' }, '"2026-02-12" is a part of several ids.'],
    [
      'with a day that is to come',
      { kind: 'done', typed: 'plan', on: day('2026-03-01') },
      '--on: 2026-03-01 is still to come on 2026-02-28.',
    ],
    [
      'without words',
      { kind: 'add', what: ' ', side: 'partner', owner: 'X', due: AS_OF },
      'An action has 1 to 500 characters.',
    ],
  ] as const)('is refused %s', async (_, wrong, message) => {
    const before = await ledgerText(DUNMORE);
    const good: ActionChange = { kind: 'dropped', typed: 'deal-registration' };
    await expect(change(DUNMORE, good, wrong as ActionChange)).rejects.toMatchObject({ kind: 'usage', message });
    expect(await ledgerText(DUNMORE)).toBe(before);
  });

  it('that is closed already says so', async () => {
    const closing = change('redfern-stack-solutions', { kind: 'done', typed: 'A-2026-02-12-plan-commitment' });
    await expect(closing).rejects.toThrow('A-2026-02-12-plan-commitment is closed already: kept.');
  });
});

describe('proposals', () => {
  it('are the five largest gaps, less the topics with an open action and those decided about', async () => {
    expect((await planOf(VEYLAN)).proposals).toHaveLength(5);
    const { proposals, open } = await planOf(DUNMORE);
    expect(open.map(({ topic }) => topic)).toEqual(['plan-commitment', 'deal-registration']);
    expect(proposals.map(({ topic }) => topic)).toEqual(['pre-sales', 'deal-progression', 'technical-sales']);
  });

  it('do not come back for the same assessment once they were dropped', async () => {
    expect((await planOf('larkmoor-managed-services')).proposals.map(({ topic }) => topic)).not.toContain(
      'services-portfolio',
    );
  });

  it('become open actions as they were proposed, with the resource of the vendor', async () => {
    const [first] = (await planOf(VEYLAN)).proposals;
    const { changes, files } = await acceptProposals(setting(VEYLAN), { typed: [first!.topic] });
    expect(changes).toMatchObject([{ id: first!.id, what: first!.what }]);
    expect(files).toEqual([`partners/${VEYLAN}/commitments.yaml`]);
    const { open, proposals } = await planOf(VEYLAN);
    expect(open).toMatchObject([
      { id: first!.id, topic: first!.topic, resource: first!.resource, agreed: '2026-02-28' },
    ]);
    expect(proposals).toHaveLength(4);
  });

  it('are all taken with one word', async () => {
    await acceptProposals(setting(VEYLAN), { typed: ['all'] });
    expect((await planOf(VEYLAN)).proposals).toEqual([]);
    expect((await openOf(VEYLAN)).open).toHaveLength(5);
  });

  it('of a topic that is none are refused with the nearest', async () => {
    await expect(acceptProposals(setting(VEYLAN), { typed: ['cosell'] })).rejects.toMatchObject({
      message: 'Nothing is proposed under "cosell".',
      remedy: 'Did you mean co-sell?',
    });
  });

  it('are decided once: again changes nothing', async () => {
    const { proposals } = await planOf(VEYLAN);
    const decisions = proposals.map((proposal, index) => ({
      proposal,
      decision: index === 0 ? ('drop' as const) : ('accept' as const),
      ...(index === 1 && { side: 'vendor' as const, due: day('2026-05-01') }),
    }));
    const first = await decideProposals(setting(VEYLAN), decisions);
    expect([first.accepted.length, first.dropped.length]).toEqual([4, 1]);
    const text = await ledgerText(VEYLAN);
    expect(text).toContain('owner: Ines Albrecht\n    due: 2026-05-01');
    expect(await decideProposals(setting(VEYLAN), decisions)).toMatchObject({ accepted: [], dropped: [] });
    expect(await ledgerText(VEYLAN)).toBe(text);
    expect((await planOf(VEYLAN)).open).toHaveLength(4);
  });
});
