import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyPlan } from '../../../../src/domain/marketing/verification/verify-plan.ts';
import type { Lead } from '../../../../src/schema/lead.ts';
import { givenConfig, plain, won } from '../../given.ts';
import {
  LIBRARY,
  leadsAt,
  STAGES,
  shortWords,
  verdictWords,
  verifiedCase,
  type CampaignCase,
} from './given-verification.ts';

const actualOf = (given: CampaignCase) => verifiedCase(given).stages.map(({ actual }) => actual);
const won24 = (cells: Parameters<typeof won>[2] = {}) =>
  won('2026-02-20', 24_000, { created_date: '2026-02-01', ...cells });

/** 66 inquiries: 40 went no further, 14 qualified, 6 were accepted, 4 are qualified by sales, 2 are lost. */
const LEADS = [
  ...leadsAt('inquiry', 40),
  ...leadsAt('mql', 14),
  ...leadsAt('sal', 6),
  ...leadsAt('sql', 4),
  ...leadsAt('lost', 2),
];

describe('what came of a campaign', () => {
  it('counts a lead at its stage and at all stages before, a lost one where it came in', () => {
    expect(actualOf({ leads: LEADS })).toEqual([66, 24, 10, 4, 0]);
  });

  it('counts the won deals that name the campaign or that one of its leads became, each once', () => {
    const named = won24({ campaign: 'Q3-Webinar' });
    const became = won24();
    const other = won24({ campaign: 'q3-mailing' });
    const leads = [...LEADS, ...leadsAt('won', 1, { deal_id: became.id }), ...leadsAt('won', 1, { deal_id: named.id })];
    const verified = verifiedCase({ leads, deals: [named, became, other] });
    expect(verified.stages.at(-1)).toMatchObject({ actual: 2, source: 'deals' });
    expect(verified.actual.money.revenue).toBe(48_000);
  });

  it('counts a won deal as a lead of every stage before, where no lead says so', () => {
    const deals = Array.from({ length: 5 }, () => won24({ campaign: 'q3-webinar' }));
    expect(actualOf({ leads: LEADS, deals })).toEqual([66, 24, 10, 5, 5]);
  });

  it('knows what is typed better than what is counted, and tells where the two differ', () => {
    const campaign = { actual: { on: '2026-02-27', counts: { inquiry: 70, sql: 4 }, spend: 5800 } };
    const { stages, actual } = verifiedCase({ campaign, leads: LEADS });
    expect(stages[0]).toMatchObject({ actual: 70, source: 'typed', counted: 66 });
    expect(stages[3]).toMatchObject({ actual: 4, source: 'typed' });
    expect(stages[3]).not.toHaveProperty('counted');
    expect(stages[1]).toMatchObject({ actual: 24, source: 'leads' });
    expect(actual.money.totalCost).toBe(5800);
  });

  it('does not know yet what was typed after the day that is looked at', () => {
    const campaign = { actual: { on: '2026-03-05', counts: { sql: 9 }, spend: 5800 } };
    const { stages, actual } = verifiedCase({ campaign, leads: LEADS });
    expect(stages[3]).toMatchObject({ actual: 4, source: 'leads' });
    expect(actual.money.totalCost).toEqual({ missing: 'what was spent is not entered' });
  });

  it('is unknown, not zero, without leads, and where none names the campaign', () => {
    expect(actualOf({})).toEqual(STAGES.map(() => ({ missing: 'no leads were loaded' })));
    expect(actualOf({ leads: leadsAt('sql', 3, { campaign: 'another' }) })).toEqual(
      STAGES.map(() => ({ missing: 'no lead names the campaign' })),
    );
    expect(actualOf({ leads: LEADS, columns: ['source', 'id', 'campaign'] })).toEqual([
      66,
      ...STAGES.slice(1).map(() => ({ missing: 'the leads do not say how far they came' })),
    ]);
  });

  it('leaves revenue unknown where won leads are not linked to deals', () => {
    const { actual, stages } = verifiedCase({ leads: [...LEADS, ...leadsAt('won', 2)], deals: [] });
    expect(stages.at(-1)!.actual).toBe(2);
    expect(actual.money.revenue).toEqual({ missing: 'the won leads are not linked to deals' });
  });

  it("takes a title for the campaign's own only around its run", () => {
    const cells = { campaign: 'winter webinar' };
    const leads = [
      ...leadsAt('inquiry', 3, cells),
      ...leadsAt('inquiry', 2, { ...cells, created_date: '2025-10-02' }),
      ...leadsAt('inquiry', 1, { campaign: 'Webinar' }),
    ];
    expect(actualOf({ leads, campaign: { title: 'Winter webinar' } })[0]).toBe(3);
    expect(actualOf({ leads })[0]).toEqual({ missing: 'no lead names the campaign' });
  });

  it('never counts fewer at a stage than at the one after it', () => {
    const stage = fc.constantFrom<Lead['stage']>('inquiry', 'mql', 'sal', 'sql', 'won', 'lost');
    fc.assert(
      fc.property(fc.array(stage, { minLength: 1, maxLength: 30 }), fc.nat({ max: 6 }), (stages, orders) => {
        const leads = stages.flatMap((each) => leadsAt(each, 1));
        const deals = Array.from({ length: orders }, () => won24({ campaign: 'q3-webinar' }));
        const counts = actualOf({ leads, deals }) as number[];
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
      }),
    );
  });
});

describe('planned beside actual', () => {
  it('compares the rates between the stages, with a word of status', () => {
    const { rates } = verifiedCase({ leads: LEADS });
    expect(rates.map(({ status }) => status.word)).toEqual(['ahead', 'near plan', 'near plan', 'behind']);
    expect(rates[2]).toMatchObject({ planned: 0.5, actual: 0.4 });
  });

  it("reckons the partner's return on its own share of what was spent, at the margin planned for a deal", () => {
    const { planned, actual } = verifiedCase({
      leads: LEADS,
      deals: [won24({ campaign: 'q3-webinar' })],
      campaign: { actual: { on: '2026-02-28', spend: 5000 } },
    });
    expect(planned.money.ownShare).toBe(3000);
    expect(plain(planned.returns.return_partner.value)).toBe(2);
    expect(actual.money).toMatchObject({ ownShare: 2500, mdf: 2500, margin: 9000 });
    expect(plain(actual.returns.return_partner.value)).toBe(2.6);
  });

  it.each([
    ['what is claimed is the share of the funds', { request: REQUEST(), claim: CLAIM({ amount: 2000 }) }, 2000],
    ['no more than what was approved', { request: REQUEST({ amount_approved: 1500 }), claim: CLAIM() }, 1500],
    ['nothing where the request was declined', { request: { fund: 'mdf', status: 'declined', reason: 'late' } }, 0],
  ])('of the spend, %s', (_, campaign, mdf) => {
    const actual = { on: '2026-02-28', spend: 5000 };
    expect(verifiedCase({ leads: LEADS, campaign: { ...campaign, actual } }).actual.money.mdf).toBe(mdf);
  });

  it('takes what was spent from the claim where nothing is typed', () => {
    const { actual } = verifiedCase({ campaign: { request: REQUEST(), claim: CLAIM() } });
    expect(actual.money.totalCost).toBe(5600);
  });
});

describe('the verdict', () => {
  const spent = (spend: number, more: object = {}) => ({ actual: { on: '2026-02-28', spend, ...more } });

  it('waits while it runs, and until an average lead had the time to qualify', () => {
    expect(verdictWords(verifiedCase({ on: '2026-01-14', leads: [] }))).toBe('too early: It runs until Jan 14, 2026.');
    expect(verdictWords(verifiedCase({ on: '2026-02-10', leads: LEADS }))).toBe(
      'too early: The average lead needs 33 days to qualify; the campaign ended 27 days ago.',
    );
    expect(verifiedCase({ on: '2026-01-10', leads: LEADS }).verdict).toBeUndefined();
  });

  it('scales what costs no more than planned and pays back its own share twice', () => {
    const given = {
      leads: [...LEADS, ...leadsAt('sql', 1)],
      deals: [won24({ campaign: 'q3-webinar' })],
      campaign: spent(6000),
    };
    expect(verdictWords(verifiedCase(given))).toBe(
      'scale: A qualified lead cost $1.2K, $1.2K were planned; each unit of own spend brought 3.0x of margin.',
    );
  });

  it('stops what costs more than twice the plan, or brings nothing in two runs', () => {
    const few = [...leadsAt('inquiry', 30), ...leadsAt('sql', 1)];
    expect(verdictWords(verifiedCase({ leads: few, campaign: spent(6000) }))).toBe(
      'stop: 1 qualified lead came for $6K; 5 were planned.',
    );
    const none = { leads: leadsAt('mql', 12), campaign: spent(6000, { runs: 2 }) };
    expect(verdictWords(verifiedCase(none))).toBe('stop: 0 qualified leads came for $6K; 5 were planned.');
  });

  it('asks for another list where the first run brought nobody who qualified', () => {
    expect(verdictWords(verifiedCase({ leads: leadsAt('inquiry', 12), campaign: spent(6000) }))).toBe(
      'fix: 12 inquiries came and none qualified so far: look at the list and the message before the next run.',
    );
  });

  it('fixes the follow-up where enough inquiries came and few of them qualified', () => {
    const leads = [...leadsAt('inquiry', 55), ...leadsAt('sql', 3)];
    expect(verdictWords(verifiedCase({ leads, campaign: spent(6000) }))).toBe(
      'fix: 58 inquiries came; 5% of them qualified, 33% were planned: work on the follow-up.',
    );
  });

  it('keeps what is neither, and says that its return is not final while orders are still due', () => {
    const early = verifiedCase({ leads: LEADS, campaign: spent(6000) });
    expect(verdictWords(early)).toBe(
      'keep: An average order comes 93 days after the inquiry, here on Apr 17; what it returns is not final.',
    );
    expect(shortWords(early)).toBe('average order due Apr 17');
    const late = verifiedCase({ leads: LEADS, campaign: spent(6000), on: '2026-04-17' });
    expect(verdictWords(late)).toBe('keep: Keep the size and measure again after the next run.');
    expect(shortWords(late)).toBe('4 of 5 qualified');
  });

  it('gives its reason in few words for tables', () => {
    const cases: readonly CampaignCase[] = [
      { on: '2026-01-14', leads: [] },
      { on: '2026-02-10', leads: LEADS },
      { leads: [...leadsAt('inquiry', 30), ...leadsAt('sql', 1)], campaign: spent(6000) },
      { leads: leadsAt('inquiry', 12), campaign: spent(6000) },
      { leads: [...leadsAt('inquiry', 55), ...leadsAt('sql', 3)], campaign: spent(6000) },
    ];
    expect(cases.map((given) => shortWords(verifiedCase(given)))).toEqual([
      'runs until Jan 14, 2026',
      'judged from Feb 16',
      '1 of 5 qualified',
      'none of 12 qualified',
      '5% qualify, 33% planned',
    ]);
  });

  it('is none where nobody knows how many qualified', () => {
    expect(verifiedCase({ campaign: spent(6000) }).verdict).toBeUndefined();
  });
});

describe('all campaigns of a plan', () => {
  const setting = { stages: STAGES, currency: 'USD', thresholds: givenConfig().thresholds };

  it('add up those that have begun', () => {
    const begun = verifiedCase({ leads: LEADS, campaign: { actual: { on: '2026-02-28', spend: 6000 } } });
    const later = verifiedCase({ campaign: { start: '2026-03-20' } });
    const all = verifyPlan([begun, later, begun], setting);
    expect(all.campaigns).toHaveLength(2);
    expect(all.actual.counts.map(({ count }) => count)).toEqual([132, 48, 20, 8, 0]);
    expect(all.planned.money.totalCost).toBe(12_000);
  });

  it('leave unknown what one of them does not know', () => {
    const counted = verifiedCase({ leads: LEADS });
    const all = verifyPlan([counted, verifiedCase()], setting);
    expect(all.actual.counts[0]!.count).toEqual({ missing: 'no leads were loaded' });
    expect(plain(all.actual.returns.return_partner.value)).toContain('missing');
  });
});

it('names every stage of the library in its verdicts by its id', () => {
  expect(LIBRARY.verdicts.map(({ id }) => id)).toEqual([
    'running',
    'too-early',
    'stop',
    'none-qualified',
    'fix',
    'scale',
    'orders-open',
    'keep',
  ]);
});

function REQUEST(changes: object = {}) {
  const answered = { submitted: '2025-12-10', decided: '2025-12-16', amount_approved: 3000 };
  return { fund: 'mdf', status: 'approved', ...answered, ...changes };
}

function CLAIM(changes: object = {}) {
  return { date: '2026-02-20', actual_cost: 5600, ...changes };
}
