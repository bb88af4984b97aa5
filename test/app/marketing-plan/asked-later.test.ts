import { describe, expect, it } from 'vitest';
import { fundBalancesOf } from '../../../src/app/marketing-plan/fund-balances-of.ts';
import { computeMarketingPlan } from '../../../src/artifacts/marketing-plan/compute.ts';
import { marketingPlanDocument } from '../../../src/artifacts/marketing-plan/document.ts';
import type { Edition } from '../../../src/document/document.ts';
import { blocksInOrder } from '../../../src/document/page-order.ts';
import type { PartnerFiles } from '../../../src/schema/territory.ts';
import { formatSentence } from '../../../src/units/format.ts';
import { givenInput } from '../../artifacts/given-input.ts';
import { openSample, sectionOf } from '../../artifacts/sample-pages.ts';
import { day } from '../../domain/given.ts';
import { fund, marketingPlan, partnerWithPlans, request, webinar } from '../../domain/marketing/funds/given-plans.ts';

const { territory } = await openSample();

/** The fund of all partners on 28 February. */
function balancesOf(partner: PartnerFiles) {
  const funds = [fund({ title: 'Spring pool' })];
  return fundBalancesOf({ ...territory, partners: [partner], funds }, day('2026-02-28'));
}

function balanceWith(...requests: readonly Readonly<Record<string, unknown>>[]) {
  const campaigns = requests.map((changes, index) => webinar({ id: `w${index}`, request: request(changes) }));
  return balancesOf(partnerWithPlans('acme', [marketingPlan(campaigns)]));
}

function notesOn(edition: Edition, fundBalances: ReturnType<typeof fundBalancesOf>): readonly string[] {
  const page = marketingPlanDocument(computeMarketingPlan({ ...givenInput(), fundBalances }), edition);
  const blocks = blocksInOrder(sectionOf(page, 'marks'));
  const words = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [formatSentence(block.text, { locale: 'en-GB' })] : [],
  );
  return words.filter((each) => each.includes('asked for'));
}

describe('money that is asked for after the day a page stands for', () => {
  const later = balanceWith(
    { submitted: '2026-03-09', amount_requested: 1000 },
    { submitted: '2026-03-02', amount_requested: 2700 },
    { submitted: '2026-02-28', amount_requested: 500 },
    { submitted: '2026-03-20', status: 'declined', reason: 'not this year' },
  );

  it('is told beside what is free, and not counted in it', () => {
    expect(later[0]).toMatchObject({ held: 500, free: 9500, askedLater: { amount: 3700, from: '2026-03-02' } });
    expect(balanceWith({ submitted: '2026-02-28' })[0]).not.toHaveProperty('askedLater');
  });

  it("stands under the funds of the plan for the account manager, and not in the partner's copy", () => {
    expect(notesOn('internal', later)).toEqual(['Spring pool: $3.7K more is asked for from 2\u00a0Mar\u00a02026 on.']);
    expect(notesOn('partner', later)).toEqual([]);
    expect(notesOn('internal', balanceWith({ submitted: '2026-02-28' }))).toEqual([]);
  });

  it('is told without an amount where its currency has no rate', () => {
    const inPounds = marketingPlan([webinar({ request: request() })], { currency: 'GBP' });
    const unknown = balancesOf(partnerWithPlans('acme', [inPounds]));
    expect(notesOn('internal', unknown)).toEqual(['Spring pool: more is asked for from 2\u00a0Mar\u00a02026 on.']);
  });
});
