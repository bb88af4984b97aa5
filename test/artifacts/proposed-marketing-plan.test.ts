import { describe, expect, it } from 'vitest';
import { partnerById } from '../../src/app/pages/partner-pages.ts';
import { artifactInput } from '../../src/app/pages/partner-pages.ts';
import { computeMarketingPlan } from '../../src/artifacts/marketing-plan/compute.ts';
import { freeFunds } from '../../src/artifacts/marketing-plan/proposed-plan.ts';
import type { FundBalance } from '../../src/domain/marketing/funds/fund-balance.ts';
import { fundsSchema } from '../../src/schema/funds.ts';
import { formatFiscalQuarter } from '../../src/units/fiscal-quarter.ts';
import { missing } from '../../src/units/missing.ts';
import { quarter } from '../domain/given.ts';
import { givenInput } from './given-input.ts';
import { openSample } from './sample-pages.ts';

const FUND = { id: 'mdf', partner: 'acme', period: 'FY26-Q4' };
const balance = (fund: object, free: FundBalance['free']): FundBalance => ({
  fund: fundsSchema.parse({ funds: [{ ...FUND, ...fund }] }).funds[0]!,
  ...{ currency: 'USD', available: free, used: 0, held: 0, free, isAtMost: false, isExpired: false, holders: [] },
});

describe('a marketing plan that nobody has written', () => {
  it('is a proposal for every partner of the sample: goals, tactics that can still be funded, reviews, and nobody named', async () => {
    const workspace = await openSample();
    const { territory } = workspace;
    for (const { id } of territory.partners) {
      const files = { ...partnerById(workspace, id), marketingPlans: [] };
      const { plan, campaigns, isProposal, base, range } = computeMarketingPlan(artifactInput(workspace, files));
      expect([isProposal, formatFiscalQuarter(plan.quarter)]).toEqual([true, 'FY26-Q4']);
      expect(plan.goals.length).toBeGreaterThan(0);
      expect(campaigns.length).toBeGreaterThan(0);
      expect(new Set(plan.campaigns.map((campaign) => campaign.id)).size).toBe(plan.campaigns.length);
      for (const { start, firstSpend, campaign } of campaigns) {
        expect([start >= range.from, start <= range.to, firstSpend >= '2026-03-21']).toEqual([true, true, true]);
        expect([campaign.owner, campaign.follow_up]).toEqual([undefined, undefined]);
      }
      expect(base.won).toEqual(expect.any(Number));
    }
  });

  it('gives its first goal the number that it brings', () => {
    const { plan, base } = computeMarketingPlan(givenInput());
    const sql = base.counts.find(({ stage }) => stage === 'sql')!.count as number;
    expect(plan.goals).toEqual([{ id: 'demand-generation', measure: 'qualified-leads', target: Math.floor(sql) }]);
  });

  it('looks at the pipeline in the weeks that the library says', () => {
    const input = givenInput();
    const { marketingTactics: library } = input;
    const own = { ...library, proposal: { ...library.proposal, review_weeks: [1, 7] } };
    const dates = (given: typeof input) => computeMarketingPlan(given).plan.reviews.dates;
    expect(dates(input)).toEqual(['2026-04-27', '2026-05-25', '2026-06-22']);
    expect(dates({ ...input, marketingTactics: own })).toEqual(['2026-04-01', '2026-05-11']);
  });

  it('stays within what the funds of its quarter have free', () => {
    const poor = { ...givenInput(), fundBalances: [balance({}, 3000)] };
    const { base } = computeMarketingPlan(poor);
    expect(base.money.mdf).toBeLessThanOrEqual(3000);
    const none = computeMarketingPlan({ ...givenInput(), fundBalances: [balance({}, 0)] });
    expect([none.plan.campaigns.length, none.base.money.mdf]).toEqual([1, 0]);
  });
});

describe('the free funds of a quarter', () => {
  const free = (...fundBalances: FundBalance[]) =>
    freeFunds({ ...givenInput(), fundBalances }, { quarter: quarter('FY26-Q4') });

  it('are those that can be used in it: of its year, of it, or of an earlier one that has not expired', () => {
    expect(free(balance({}, 100), balance({ period: 'FY26' }, 20))).toBe(120);
    expect(free(balance({ period: 'FY26-Q3', expires: '2026-04-30' }, 100))).toBe(100);
  });

  it("are unknown where no fund is for it, and never co-op or another partner's", () => {
    const unknown = missing('no fund for FY26-Q4');
    expect(free()).toEqual(unknown);
    expect(free(balance({ period: 'FY26-Q3', expires: '2026-03-31' }, 100))).toEqual(unknown);
    expect(free(balance({ kind: 'coop' }, 100), balance({ partner: 'other' }, 100))).toEqual(unknown);
    expect(free(balance({ period: 'FY27' }, 100))).toEqual(unknown);
  });

  it('are nothing where more was promised than there is', () => {
    expect(free(balance({}, -50))).toBe(0);
  });
});
