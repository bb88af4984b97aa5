import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstToExpire, fundBalances, type FundBalance } from '../../../../src/domain/marketing/funds/fund-balance.ts';
import { fundClaimants } from '../../../../src/domain/marketing/funds/fund-claimants.ts';
import { missing } from '../../../../src/units/missing.ts';
import type { PartnerFiles } from '../../../../src/schema/territory.ts';
import type { Fund } from '../../../../src/schema/funds.ts';
import { day, givenConfig } from '../../given.ts';
import { fund, library, marketingPlan, partnerWithPlans, request, webinar } from './given-plans.ts';

const AS_OF = '2026-03-10';

function balancesOf(funds: readonly Fund[], partners: readonly PartnerFiles[], asOf = AS_OF): FundBalance[] {
  const { rates } = givenConfig({ rates: [{ from: 'EUR', to: 'USD', rate: 1.1, date: '2026-01-01' }] });
  return fundBalances(funds, fundClaimants(partners, library, day(asOf)), {
    asOf: day(asOf),
    rates,
    currencyOf: () => 'USD',
  });
}

function balanceWith(changes: Readonly<Record<string, unknown>>, ofFund = {}, asOf = AS_OF): FundBalance {
  const plan = marketingPlan([webinar({ request: request(), ...changes })]);
  return balancesOf([fund(ofFund)], [partnerWithPlans('acme', [plan])], asOf)[0]!;
}

const APPROVED = request({ status: 'approved', decided: '2026-03-06', amount_approved: 2000 });

describe('the balance of a fund', () => {
  it('counts the pending requests of every partner against it, and says who they are', () => {
    const acme = partnerWithPlans('acme', [marketingPlan([webinar({ request: request() })])]);
    const beta = partnerWithPlans('beta', [marketingPlan([webinar({ id: 'beta-webinar', request: APPROVED })])]);
    const [balance] = balancesOf([fund({ used: 1500 })], [acme, beta]);
    expect(balance).toMatchObject({ available: 10000, used: 1500, held: 4700, free: 3800, isAtMost: false });
    expect(
      balance!.holders.map(({ partnerName, campaign, state, inFund }) => [partnerName, campaign, state, inFund]),
    ).toEqual([
      ['Acme', 'spring-webinar', 'submitted', 2700],
      ['Beta', 'beta-webinar', 'approved', 2000],
    ]);
  });

  it.each([
    ['draft', { status: 'draft' }],
    ['rejected', { status: 'rejected', reason: 'no counts' }],
    ['declined', { status: 'declined', reason: 'not this year' }],
    ['expired', { status: 'expired', amount_approved: 2000 }],
  ])('is not touched by a request that is %s', (_, changes) => {
    expect(balanceWith({ request: request(changes) })).toMatchObject({ held: 0, free: 10000 });
  });

  it('frees what was approved and not claimed by its last day', () => {
    expect(balanceWith({ request: APPROVED }, {}, '2026-06-26').held).toBe(2000);
    expect(balanceWith({ request: APPROVED }, {}, '2026-06-27').held).toBe(0);
    const agreed = request({ ...APPROVED, claim_by: '2026-07-31' });
    expect(balanceWith({ request: agreed }, {}, '2026-07-31').held).toBe(2000);
  });

  it('does not know yet what is asked for, decided or claimed on a later day', () => {
    expect(balanceWith({}, {}, '2026-03-01').held).toBe(0);
    expect(balanceWith({ request: APPROVED }, {}, '2026-03-05').holders[0]).toMatchObject({
      state: 'submitted',
      inFund: 2700,
    });
  });

  it('counts a claim as used: the paid-back share of the actual cost, at most what was approved', () => {
    const claim = (actual_cost: number) => ({ request: APPROVED, claim: { date: '2026-06-01', actual_cost } });
    expect(balanceWith(claim(3000), {}, '2026-06-02')).toMatchObject({ used: 1500, held: 0, free: 8500 });
    expect(balanceWith(claim(9000), {}, '2026-06-02').used).toBe(2000);
    expect(
      balanceWith({ ...claim(3000), request: { ...APPROVED, reimbursement_percent: 60 } }, {}, '2026-06-02').used,
    ).toBe(1800);
  });

  it('takes the larger of what funds.yaml says is used and what was claimed', () => {
    const claimed = { request: APPROVED, claim: { date: '2026-06-01', actual_cost: 3000 } };
    expect(balanceWith(claimed, { used: 1200 }, '2026-06-02').used).toBe(1500);
    expect(balanceWith(claimed, { used: 4000 }, '2026-06-02').used).toBe(4000);
  });

  it('says that it is the most that can be left where nobody says what is used', () => {
    const unsaid = balanceWith({}, { used: undefined });
    expect(unsaid).toMatchObject({ used: missing('funds.yaml does not say what is used'), free: 7300, isAtMost: true });
  });

  it('is unknown where nobody says what the fund holds', () => {
    expect(balanceWith({}, { approved: undefined }).free).toEqual(
      missing('funds.yaml says neither approved nor allocated'),
    );
    expect(balanceWith({}, { approved: undefined, allocated: 5000 }).free).toBe(2300);
  });

  it('converts what a plan in another currency asks for, and is unknown without a rate', () => {
    const inEuro = partnerWithPlans('acme', [
      marketingPlan([webinar({ request: request({ amount_requested: 1000 }) })], { currency: 'EUR' }),
    ]);
    expect(balancesOf([fund()], [inEuro])[0]!.free).toBeCloseTo(8900, 9);
    const inPounds = partnerWithPlans('acme', [marketingPlan([webinar({ request: request() })], { currency: 'GBP' })]);
    expect(balancesOf([fund()], [inPounds])[0]!.free).toEqual(missing('no rate from GBP to USD in cam.yaml'));
  });

  it('falls below zero where more was promised than there is', () => {
    expect(balanceWith({}, { approved: 2000 }).free).toBe(-700);
  });

  it('never mixes co-op with MDF', () => {
    const plan = marketingPlan([webinar({ request: request() })]);
    const funds = [fund(), fund({ id: 'earned', kind: 'coop', approved: 50000, expires: '2026-03-20' })];
    const balances = balancesOf(funds, [partnerWithPlans('acme', [plan])]);
    expect(balances.map(({ free }) => free)).toEqual([7300, 50000]);
    expect(firstToExpire(balances, 'mdf')?.fund.id).toBe('pool');
    expect(firstToExpire(balances, 'coop')?.fund.id).toBe('earned');
  });

  it('loses first what expires first, and nothing of a fund that is over', () => {
    const funds = [
      fund({ id: 'later', expires: '2026-06-30' }),
      fund({ id: 'sooner', expires: '2026-03-31' }),
      fund({ id: 'over', expires: '2026-03-09' }),
      fund({ id: 'empty', approved: 0, expires: '2026-03-20' }),
    ];
    expect(firstToExpire(balancesOf(funds, []), 'mdf')?.fund.id).toBe('sooner');
  });

  it('is what is available less what each holder takes, in whatever order they come', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 5 });
    fc.assert(
      fc.property(amounts, (asked) => {
        const plan = marketingPlan(
          asked.map((amount, index) => webinar({ id: `w${index}`, request: request({ amount_requested: amount }) })),
        );
        const { free, held, available } = balancesOf([fund()], [partnerWithPlans('acme', [plan])])[0]!;
        expect(held).toBe(asked.reduce((sum, amount) => sum + amount, 0));
        expect(free).toBe((available as number) - (held as number));
      }),
      { numRuns: 30 },
    );
  });
});
