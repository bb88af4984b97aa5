import { describe, expect, it } from 'vitest';
import { firstToRequest } from '../../../src/app/marketing-plan/first-to-request.ts';
import { marketingQuestions } from '../../../src/app/marketing-plan/plan-questions.ts';
import { talkSetup } from '../../../src/app/marketing-plan/talk-setup.ts';
import { proposedPlan } from '../../../src/artifacts/marketing-plan/proposed-plan.ts';
import type { FundBalance } from '../../../src/domain/marketing/funds/fund-balance.ts';
import { givenInput } from '../../artifacts/given-input.ts';
import { day, quarter } from '../../domain/given.ts';

const OPEN: FundBalance = {
  fund: { id: 'spring', kind: 'mdf', period: quarter('FY26-Q4'), approved: 9000, used: 0, expires: day('2026-06-30') },
  ...{ currency: 'USD', available: 9000, used: 0, held: 0, free: 9000, isAtMost: false, isExpired: false, holders: [] },
};

function talkWith(fundBalances: readonly FundBalance[]) {
  const input = { ...givenInput(), plannedQuarter: quarter('FY26-Q4'), fundBalances };
  const plan = proposedPlan(input, { quarter: quarter('FY26-Q4') });
  const shares = marketingQuestions(talkSetup(input, plan)).filter(({ id }) => id.endsWith('.share'));
  return { input, plan, details: shares[0]!.details };
}

describe('a plan that counts on funds', () => {
  it('says beside the share of MDF what is still free', () => {
    expect(talkWith([OPEN]).details).toEqual(['MDF still free for FY26-Q4, for all tactics together: $9,000.']);
  });

  it('says so where no fund can pay', () => {
    expect(talkWith([]).details).toEqual(['MDF: no fund for FY26-Q4; 0 leaves it out.']);
  });

  it('leads on to the first campaign whose funds nobody asked for, as long as there are funds', () => {
    const { input, plan } = talkWith([OPEN]);
    const [first, ...others] = plan.campaigns;
    expect(firstToRequest(input, plan)).toBe(first!.id);
    const asked = { ...first!, request: { fund: 'spring', status: 'submitted' as const } };
    expect(firstToRequest(input, { ...plan, campaigns: [asked, ...others] })).toBe(others[0]!.id);
    expect(firstToRequest(talkWith([]).input, plan)).toBeUndefined();
  });
});
