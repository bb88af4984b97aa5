import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredPlan, scaledLines } from '../../../src/app/marketing-plan/answered-plan.ts';
import { copiedPlan } from '../../../src/app/marketing-plan/copied-plan.ts';
import { marketingQuestions, standingMarketing } from '../../../src/app/marketing-plan/plan-questions.ts';
import { runningAnswer } from '../../../src/app/marketing-plan/running-answer.ts';
import { talkSetup } from '../../../src/app/marketing-plan/talk-setup.ts';
import { variantsOf } from '../../../src/app/marketing-plan/variants.ts';
import { proposedPlan } from '../../../src/artifacts/marketing-plan/proposed-plan.ts';
import type { Answer } from '../../../src/domain/interview/answer.ts';
import { marketingPlanFileSchema } from '../../../src/schema/marketing-plan-file.ts';
import { givenInput } from '../../artifacts/given-input.ts';
import { quarter } from '../../domain/given.ts';

const input = { ...givenInput(), plannedQuarter: quarter('FY26-Q4') };
const setup = talkSetup(input, proposedPlan(input, { quarter: quarter('FY26-Q4') }));
const said = (given: Record<string, unknown> = {}) =>
  answeredPlan(
    setup,
    new Map([
      ...standingMarketing(setup),
      ...Object.entries(given).map(([id, value]) => [id, { value } as Answer] as const),
    ]),
  );
const [first] = setup.plan.campaigns;
const firstAfter = (given: Record<string, unknown>) => said(given).campaigns.find(({ id }) => id === first!.id);

describe('a marketing plan that is talked over', () => {
  it('is what was proposed where everything is accepted, with a person where one is known', () => {
    const { reviews, ...accepted } = said();
    expect(accepted).toEqual({ ...setup.plan, reviews: undefined });
    expect(reviews).toEqual({ owner: 'Ines Albrecht', dates: setup.plan.reviews.dates });
  });

  it('has a standing answer for every question, so that Enter is enough', () => {
    const standing = standingMarketing(setup);
    const open = marketingQuestions(setup).filter(({ id }) => !standing.has(id));
    expect(open.map(({ id }) => id)).toEqual(['agreed-partner']);
  });

  it('says of a campaign only what differs from its tactic', () => {
    expect(firstAfter({ [`${first!.id}.audience`]: 700 })).toEqual({ ...first, audience: { size: 700 } });
    expect(firstAfter({ [`${first!.id}.share`]: 0 })).toMatchObject({ funding_share_percent: 0 });
  });

  it('moves the other days of a campaign with its start', () => {
    expect(firstAfter({ [`${first!.id}.start`]: '2026-05-18' })).toMatchObject({
      start: '2026-05-18',
      verify_on: expect.stringMatching(/^2026-0[78]/) as string,
    });
  });

  it('starts no campaign before funds can pay for it, whatever day was typed', () => {
    const funded = { [`${first!.id}.start`]: '2026-04-01', [`${first!.id}.share`]: 50 };
    expect(firstAfter(funded)?.start).toBe(first!.start);
    const alone = { [`${first!.id}.start`]: '2026-04-06', [`${first!.id}.share`]: 0 };
    expect(firstAfter(alone)?.start).toBe('2026-04-06');
  });

  it('is agreed once both sides said who agreed', () => {
    const names = { 'agreed-partner': 'Rhea', 'agreed-vendor': 'Ines' };
    expect(said({ agreed: true, ...names })).toMatchObject({
      status: 'agreed',
      agreed: { on: '2026-02-28', partner: 'Rhea', vendor: 'Ines' },
    });
    expect(said({ agreed: false, ...names }).status).toBe('draft');
  });

  it('tells what it comes to in three lines, and that it comes to nothing without tactics', () => {
    expect(runningAnswer(setup.worked(said())).split('\n')).toEqual([
      expect.stringMatching(/^Leads \S+ → .* won, conservative /),
      expect.stringMatching(/^Spend \$\S+ = own \$\S+ \+ MDF \$\S+ · revenue /),
      expect.stringMatching(/^Own return .* conservative .* for each 1 of MDF /),
    ]);
    expect(runningAnswer(setup.worked(said({ tactics: [] })))).toBe('No tactic is planned yet.');
  });
});

describe('other plans beside the one that was said', () => {
  const titled = (given = {}) => new Map(variantsOf(setup, said(given)).map(({ title, plan }) => [title, plan]));

  it('leave each tactic out, halve all of them, and take the next best one', () => {
    const plans = titled();
    expect([...plans.keys()].map((title) => title.split(' ')[0])).toEqual(
      expect.arrayContaining(['As', 'Without', 'Half', 'Also']),
    );
    const [whole, half] = [plans.get('As it was said')!, plans.get('Half the audience and cost')!].map(
      (plan) => setup.worked(plan).base,
    );
    expect(half!.won).toBeCloseTo((whole!.won as number) / 2, 1);
    expect(half!.money.totalCost).toBeCloseTo((whole!.money.totalCost as number) / 2, -1);
  });

  it('do not leave out the only tactic', () => {
    expect([...titled({ tactics: [first!.id] }).keys()].filter((title) => title.startsWith('Without'))).toEqual([]);
  });
});

describe('cost lines for another sum', () => {
  it('add up to it to the cent, none below nothing', () => {
    const lines = fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 90_000 }), (amounts, cost) => {
        const scaled = Object.values(
          scaledLines(
            amounts.map((amount, index) => ({ title: `line ${index}`, amount })),
            cost,
          ),
        );
        expect(scaled.reduce((sum, part) => sum + part, 0)).toBeCloseTo(cost, 6);
        expect(Math.min(...scaled)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a plan taken over from another quarter', () => {
  const past = marketingPlanFileSchema.parse({
    ...{ quarter: 'FY26-Q2', currency: 'USD', goals: [{ id: 'loyalty', target: 4 }] },
    reviews: { owner: 'Ines', dates: ['2025-11-03'] },
    campaigns: [
      { id: 'a', tactic: 'webinar', start: '2025-11-03', owner: 'Jon', actual: { on: '2025-12-01', spend: 5000 } },
      { id: 'b', tactic: 'webinar', start: '2025-11-10', end: '2025-11-12', owner: 'Jon' },
      { id: 'c', tactic: 'trade-show', title: 'The fair', start: '2025-12-01' },
    ],
  });
  const copy = (isOthers: boolean, from = past) =>
    copiedPlan(from, {
      ...{ quarter: quarter('FY26-Q4'), calendar: input.review.calendar, library: input.marketingTactics },
      ...{ asOf: input.review.asOf, isOthers, startedFrom: 'FY26-Q2' },
    });

  it('keeps the week of each campaign, leaves results behind, and names what comes too late', () => {
    const { plan, leftOut } = copy(false);
    expect(plan.campaigns).toMatchObject([
      { id: 'fy26-q4-webinar', start: '2026-05-04', owner: 'Jon' },
      { id: 'fy26-q4-webinar-2', start: '2026-05-11', end: '2026-05-13' },
    ]);
    expect(plan.campaigns[0]).not.toHaveProperty('actual');
    expect(plan.reviews).toEqual({ owner: 'Ines', dates: ['2026-05-04'] });
    expect(leftOut).toEqual(['The fair']);
  });

  it('of another partner tells neither its rates nor what its deals are worth', () => {
    const own = { rates_percent: [20, 50, 40, 25], revenue_per_deal: 24000, margin_per_deal: 9800 };
    const source = { ...past, campaigns: past.campaigns.map((campaign) => ({ ...campaign, ...own })) };
    expect(copy(false, source).plan.campaigns[0]).toMatchObject(own);
    for (const key of Object.keys(own)) expect(copy(true, source).plan.campaigns[0]).not.toHaveProperty(key);
  });

  it('of another partner names nobody', () => {
    const { plan } = copy(true);
    expect([plan.reviews.owner, ...plan.campaigns.map(({ owner }) => owner)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
