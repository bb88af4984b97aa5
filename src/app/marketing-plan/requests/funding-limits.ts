import type { ArtifactInput } from '../../../artifacts/artifact.ts';
import { allFigures } from '../../../artifacts/performance-scorecard/index.ts';
import type { FundBalance } from '../../../domain/marketing/funds/fund-balance.ts';
import { fundClaimants } from '../../../domain/marketing/funds/fund-claimants.ts';
import { yearlyCap, type YearlyCap } from '../../../domain/marketing/funds/funding-terms.ts';

import { convert } from '../../../domain/money.ts';
import type { MarketingPlan } from '../../../schema/marketing-plan-file.ts';
import type { Territory } from '../../../schema/territory.ts';
import type { FiscalYear } from '../../../units/fiscal-quarter.ts';
import { addKnown, missing, whenKnown, type Known } from '../../../units/missing.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { Workspace } from '../../territory/open-workspace.ts';
import { computeSiblings } from '../../pages/partner-pages.ts';

/** Money of others in the currency of a plan, at the rates of the as-of day. */
export interface PlanMoney {
  readonly from: (money: Known<number>, currency: string) => Known<number>;
  /** What a fund has left. */
  readonly free: (fund: FundBalance | undefined) => Known<number>;
}

/** Reads money in the currency of a plan; missing where no rate leads there. */
export function inPlanMoney({ territory, asOf }: Workspace, { currency }: MarketingPlan): PlanMoney {
  const { rates } = territory.config;
  const from = (money: Known<number>, own: string) =>
    whenKnown([money], (known) => convert(known, { from: own, to: currency, on: asOf, rates }));
  return { from, free: (fund) => (fund ? from(fund.free, fund.currency) : missing('no fund is named')) };
}

/** The most MDF the partner asks for in a fiscal year. */
export function capOf(
  input: ArtifactInput,
  { isNew, money }: { readonly isNew: boolean; readonly money: PlanMoney },
): YearlyCap {
  const { marketingTactics: library, tiers, files } = input;
  const { value } = allFigures(computeSiblings(input).scorecard)['trailing_four_quarters']!;
  return yearlyCap({
    isNewPartner: isNew,
    tier: files.partner.tier,
    tiers,
    rules: library.mdf,
    rate: money.from(1, library.currency),
    bookings:
      value.kind === 'amount'
        ? money.from(value.amount, value.currency)
        : missing(value.kind === 'missing' ? value.reason : 'the bookings of four quarters are not known'),
  });
}

/** MDF in all requests of a partner for plans of a fiscal year; co-op, which is earned, does not count. */
export function requestedElsewhere(
  { partners, marketingTactics, funds = [] }: Territory,
  {
    partner,
    year,
    day,
    money,
  }: { readonly partner: string; readonly year: FiscalYear; readonly day: PlainDate; readonly money: PlanMoney },
): Known<number> {
  const coop = new Set(funds.filter(({ kind }) => kind === 'coop').map(({ id }) => id));
  const asked = fundClaimants(partners, marketingTactics, day).filter(
    (one) => one.partner === partner && one.quarter.year === year && !coop.has(one.fund),
  );
  return addKnown(asked.map(({ amount, currency }) => money.from(amount, currency)));
}
