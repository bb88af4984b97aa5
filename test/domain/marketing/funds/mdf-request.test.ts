import { describe, expect, it } from 'vitest';
import { campaignForecaster } from '../../../../src/artifacts/marketing-plan/campaign-forecaster.ts';
import { addWorkingDays } from '../../../../src/units/plain-date.ts';
import { isNewPartner, shareAllowed, yearlyCap } from '../../../../src/domain/marketing/funds/funding-terms.ts';
import { claimProblems, mdfClaimSheet } from '../../../../src/domain/marketing/funds/mdf-claim.ts';
import {
  mdfRequestSheet,
  type MdfRequestSheet,
  type RequestBasis,
} from '../../../../src/domain/marketing/funds/mdf-request.ts';
import { requestProblems } from '../../../../src/domain/marketing/funds/request-problems.ts';
import { formatSentence } from '../../../../src/units/format.ts';
import { missing } from '../../../../src/units/missing.ts';
import type { Sentence } from '../../../../src/units/sentence.ts';
import { givenInput } from '../../../artifacts/given-input.ts';
import { day, quarter } from '../../given.ts';
import { fund, firstCampaign, library, marketingPlan, partnerWithPlans, webinar } from './given-plans.ts';

type Written = Readonly<Record<string, unknown>>;

const COMPLETE = {
  fund: 'pool',
  requester: 'Mara Quellin',
  description: 'A webinar with a customer who tells the story',
  product_focus: 'Backup',
  terms_accepted: '2026-02-20',
  brand_approval: '2026-02-21',
};

interface Case {
  readonly campaign?: Written;
  readonly request?: Written;
  readonly plan?: Written;
  readonly basis?: Partial<RequestBasis>;
  readonly ofFund?: Written;
  readonly partner?: Written;
}

/** 2 % of what was booked. */
const PLATINUM_CAP = { most: 20000, byTier: { title: 'Platinum', share: 0.02, bookings: 1000000 } };

/** A webinar of 5,400 on 12 May 2026, looked at on 28 February, that asks a fund with 10,000 left; the partner may ask for 20,000 a year. */
function sheetOf(given: Case = {}): MdfRequestSheet {
  const written = webinar({
    follow_up: { owner: 'Ann' },
    request: { ...COMPLETE, ...given.request },
    ...given.campaign,
  });
  const plan = marketingPlan([written], { goals: [{ id: 'demand-generation' }], ...given.plan });
  const input = givenInput(given.partner ? { partner: given.partner } : {});
  const balance = {
    fund: fund(given.ofFund),
    currency: 'USD',
    ...{ available: 10000, used: 0, held: 0, free: 10000, isAtMost: false, isExpired: false, holders: [] },
  };
  return mdfRequestSheet({
    files: partnerWithPlans('acme', [plan], given.partner),
    plan,
    forecast: campaignForecaster(input, { plan, quarter: plan.quarter })(firstCampaign(plan)),
    library,
    fund: balance,
    ...{ free: 10000, isNewPartner: false, cap: PLATINUM_CAP, requestedThisYear: 0, asOf: day('2026-02-28') },
    ...given.basis,
  });
}

const words = (sentences: readonly Sentence[]) =>
  sentences.map((each) => formatSentence(each, { locale: 'en-GB', precision: 'full' }).replaceAll('\u00a0', ' '));
const failed = (given: Case) => words(requestProblems(sheetOf(given)).failed);
const missed = (given: Case) => requestProblems(sheetOf(given)).missing.map(({ key }) => key);

describe('a request for funds', () => {
  it('asks for half of what it costs, and says by when what happens', () => {
    const sheet = sheetOf();
    expect(requestProblems(sheet)).toEqual({ missing: [], failed: [], warnings: [] });
    expect(sheet).toMatchObject({ totalCost: 5400, amountRequested: 2700, partnerShare: 2700, reimbursement: 0.5 });
    expect(sheet.deadlines).toEqual({
      submitBy: '2026-03-31',
      answerBy: '2026-03-13',
      resultsBy: '2026-05-26',
      claimBy: '2026-06-26',
      paidBy: '2026-07-26',
    });
    expect(sheet.deadlines.answerBy).toBe(addWorkingDays(day('2026-02-28'), 10));
  });

  it('expects the pipeline of its qualified leads: 60 × 17.5 % × 50 % × 60 % at 24,000 each, 28 for each 1 of funds', () => {
    const { pipeline, pipelinePerUnit } = sheetOf();
    expect(pipeline).toBeCloseTo(60 * 0.175 * 0.5 * 0.6 * 24000, 6);
    expect(pipelinePerUnit).toBeCloseTo(28, 6);
  });

  it.each([
    ['fund', { basis: { fund: undefined } }],
    ['fund', { basis: { free: missing('no rate from GBP to USD in cam.yaml') } }],
    ['requester', { request: { requester: undefined } }],
    ['description', { request: { description: undefined } }],
    ['product_focus', { request: { product_focus: undefined } }],
    ['terms_accepted', { request: { terms_accepted: undefined } }],
    ['goals', { plan: { goals: [] } }],
    ['audience', { campaign: { audience: { size: 0 } } }],
  ] as const)('does not go without its %s', (key, given: Case) => {
    expect(missed(given)).toEqual([key]);
  });

  it('takes the product of the campaign where the request names none', () => {
    expect(missed({ request: { product_focus: undefined }, campaign: { product_focus: 'Backup' } })).toEqual([]);
  });

  it('says of what costs nothing that there is nothing to ask for', () => {
    expect(missed({ campaign: { cost_lines: { Room: 0 } } })).toEqual(['cost_lines', 'funding_share_percent']);
    expect(missed({ campaign: { funding_share_percent: 0 } })).toEqual(['funding_share_percent']);
  });

  it.each([
    [
      'shares that do not add up',
      { request: { amount_requested: 2000 } },
      'The shares $2,700 and $2,000 do not add up to $5,400.',
    ],
    [
      'a larger share than is funded',
      { campaign: { funding_share_percent: 60 } },
      '$3,240 is more than 50 % of $5,400.',
    ],
    [
      'more than its tier may ask for in a year',
      { basis: { requestedThisYear: 18000 } },
      'With this request $20,700 would be asked for this fiscal year; the most is $20,000, 2 % of the $1,000,000 booked in the last four quarters (Platinum).',
    ],
    [
      'more than a new partner may ask for in a year',
      { basis: { cap: { most: 3000 }, requestedThisYear: 400 } },
      'With this request $3,100 would be asked for this fiscal year; the most for a new partner is $3,000.',
    ],
    ['more than the fund has left', { basis: { free: 2600 } }, '$2,700 is asked for, the fund has $2,600 left.'],
    [
      'a first spend that is too near',
      { campaign: { first_spend: '2026-03-20' } },
      'The first spend is 20 days away, 21 are needed.',
    ],
    [
      'nobody who calls the leads',
      { campaign: { follow_up: undefined } },
      'Name the person who calls the leads, within 5 days.',
    ],
    [
      'leads that are called too late',
      { campaign: { follow_up: { owner: 'Ann', days: 9 } } },
      'Name the person who calls the leads, within 5 days.',
    ],
    [
      'a fund that ends before the campaign',
      { ofFund: { expires: '2026-05-11' } },
      'pool ends on 11 May 2026, before the campaign does on 12 May 2026.',
    ],
  ] as const)('is not sent with %s', (_, given: Case, sentence) => {
    expect(failed(given)).toEqual([sentence]);
  });

  it('is not sent for what is committed already', () => {
    expect(failed({ campaign: { first_spend: '2026-02-27' } })).toEqual([
      'The first spend is −1 days away, 21 are needed.',
      'What is committed already cannot be funded.',
    ]);
  });

  it('never takes more than the fund has, whatever a vendor took out of its checks', () => {
    const unchecked = { ...library, mdf: { ...library.mdf, checks: [] } };
    expect(failed({ basis: { library: unchecked, free: 100 } })).toEqual(['$2,700 is asked for, pool has $100 left.']);
  });

  it('does not run a check whose figures are unknown', () => {
    expect(failed({ basis: { cap: { most: missing('no tier in partner.yaml') } } })).toEqual([]);
  });

  it('does not count what was earned as co-op against the cap on MDF', () => {
    expect(failed({ ofFund: { kind: 'coop' }, basis: { cap: { most: 0 } } })).toEqual([]);
  });

  it('asks for what it costs now when it comes back corrected', () => {
    const request = { status: 'rejected', reason: 'too dear', amount_requested: 4000 };
    expect(sheetOf({ request }).amountRequested).toBe(2700);
  });
});

describe('a new partner', () => {
  const calendar = { startMonth: 7, namedAfter: 'end' } as const;
  const setting = { calendar, rules: library.mdf };

  it('is one in the quarter it signs and in two full quarters after it', () => {
    const signed = { agreement_signed: day('2025-11-03') };
    const isNew = (name: string) => isNewPartner(signed, { ...setting, quarter: quarter(name) });
    expect(['FY26-Q2', 'FY26-Q4', 'FY27-Q1'].map(isNew)).toEqual([true, true, false]);
    expect(isNewPartner({}, { ...setting, quarter: quarter('FY26-Q2') })).toBe(false);
  });

  it('is paid three quarters of what it costs, on its plan and in its request alike', () => {
    const sheet = sheetOf({ partner: { agreement_signed: '2026-01-10' }, basis: { isNewPartner: true } });
    expect(sheet.amountRequested).toBe(4050);
    expect(sheet.forecast.mdf).toBe(4050);
    expect(requestProblems(sheet).failed).toEqual([]);
    expect(shareAllowed({ funding_share_percent: 40 }, library.mdf, { isNewPartner: true })).toBe(0.75);
    expect(shareAllowed({ funding_share_percent: 40 }, library.mdf, {})).toBe(0.4);
  });

  it('asks for 3,000 a year at most; another for a share of its bookings by its tier', () => {
    const { tiers } = givenInput();
    const basis = { tier: 'gold', tiers, rules: library.mdf, rate: 2, bookings: 800000 };
    expect(yearlyCap({ ...basis, isNewPartner: true })).toEqual({ most: 6000 });
    const byTier = { title: 'Gold', share: 0.015, bookings: 800000 };
    expect(yearlyCap({ ...basis, isNewPartner: false })).toEqual({ most: 12000, byTier });
    const withoutTier = { most: missing('no tier in partner.yaml') };
    expect(yearlyCap({ ...basis, tier: undefined, isNewPartner: false })).toEqual(withoutTier);
    const unknown = missing('no bookings');
    expect(yearlyCap({ ...basis, bookings: unknown, isNewPartner: false }).most).toEqual(unknown);
  });
});

describe('a claim', () => {
  const approved = {
    status: 'approved',
    submitted: '2026-02-28',
    amount_requested: 2700,
    decided: '2026-03-04',
    amount_approved: 2500,
  };
  const proof = ['attendance-list', 'screenshots', 'invoices', 'lead-list'];
  const claim = { date: day('2026-05-20'), actual_cost: 5210, invoice_ids: ['8812'], proof };
  const came = [{ stage: 'inquiry', count: 71 }];
  const sheet = (changes: Partial<typeof claim> = {}, actual = came) =>
    mdfClaimSheet(sheetOf({ request: approved }), { ...claim, ...changes }, actual);

  it('is the share of what it cost, at most what was approved', () => {
    expect(claimProblems(sheet())).toEqual([]);
    expect(sheet().amount).toBe(2500);
    expect(sheet({ actual_cost: 4000 }).amount).toBe(2000);
  });

  it.each([
    ['late', { date: day('2026-06-27') }, 'The last day of the claim was 26 Jun 2026: the money is no longer held.'],
    ['early', { date: day('2026-05-11') }, 'The campaign runs until 12 May 2026: it is claimed afterwards.'],
    ['without an invoice', { invoice_ids: [] }, 'No invoice is named.'],
    [
      'without a proof',
      { proof: proof.slice(1) },
      'Proof is missing: Names and companies of those present, with date (attendance-list).',
    ],
  ] as const)('that is %s is not handed in', (_, changes, sentence) => {
    expect(words(claimProblems(sheet(changes as Partial<typeof claim>)))).toEqual([sentence]);
  });

  it('says how many leads came', () => {
    expect(words(claimProblems(sheet({}, [])))).toEqual(['How many leads came is not known: Inquiry has no number.']);
  });
});
