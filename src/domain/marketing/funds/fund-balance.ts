import type { CamConfig } from '../../../schema/cam-config.ts';
import type { Fund } from '../../../schema/funds.ts';
import { isKnown, missing, whenKnown, type Known } from '../../../units/missing.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import { convert } from '../../money.ts';
import type { FundClaimant } from './fund-claimants.ts';

/** What a fund has, who holds how much of it, and what can still be asked for. Amounts in `currency`. */
export interface FundBalance {
  readonly fund: Fund;
  readonly currency: string;
  /** What was approved, else what was set aside. */
  readonly available: Known<number>;
  /** The larger of what `funds.yaml` says is used and what the plans have claimed: either may be behind the other. */
  readonly used: Known<number>;
  /** Submitted and approved requests that are not claimed yet. */
  readonly held: Known<number>;
  /** available − used − held; below zero where more was promised than there is. */
  readonly free: Known<number>;
  /** True where nobody says what is used: `free` is then the most that can be left. */
  readonly isAtMost: boolean;
  readonly isExpired: boolean;
  /** Who holds it, the oldest request first. */
  readonly holders: readonly FundHolder[];
  /** What requests of a later day ask for, and the first such day: none of it is in `held`, and all of it is gone for the next request. */
  readonly askedLater?: { readonly amount: Known<number>; readonly from: PlainDate };
}

export type FundHolder = FundClaimant & { readonly inFund: Known<number> };

/** What a balance rests on beside the fund. */
export interface BalanceSetting {
  readonly asOf: PlainDate;
  /** Currency of a fund that names none, by the partner it is for; a shared fund is in the territory's. */
  readonly currencyOf: (partner: string | undefined) => string;
  readonly rates: CamConfig['rates'];
  /** Whose requests are of a later day than `asOf`. */
  readonly later?: readonly FundClaimant[];
}

/** The balance of every fund over all plans of all partners. Co-op is a fund of its own kind: it is never added to MDF here or later. */
export function fundBalances(
  funds: readonly Fund[],
  claimants: readonly FundClaimant[],
  setting: BalanceSetting,
): FundBalance[] {
  return funds.map((fund) =>
    balanceOf(
      fund,
      claimants.filter((one) => one.fund === fund.id),
      setting,
    ),
  );
}

/** The funds a partner may ask: its own and those of all. */
export function mayBeAskedBy(fund: Pick<Fund, 'partner'>, partner: string): boolean {
  return fund.partner === undefined || fund.partner === partner;
}

/** The fund of a kind whose free money is lost first; undefined where nothing is free. */
export function firstToExpire(balances: readonly FundBalance[], kind: Fund['kind']): FundBalance | undefined {
  const open = balances.filter(
    ({ fund, free, isExpired }) => fund.kind === kind && !isExpired && isKnown(free) && free > 0,
  );
  const last = '9999';
  return open.toSorted((a, b) => ((a.fund.expires ?? last) < (b.fund.expires ?? last) ? -1 : 1))[0];
}

function balanceOf(fund: Fund, claimants: readonly FundClaimant[], setting: BalanceSetting): FundBalance {
  const { asOf, rates } = setting;
  const currency = fund.currency ?? setting.currencyOf(fund.partner);
  const toHolder = (one: FundClaimant): FundHolder => ({
    ...one,
    inFund: whenKnown([one.amount], (amount) => convert(amount, { from: one.currency, to: currency, on: asOf, rates })),
  });
  const inFund = claimants.map(toHolder);
  const later = (setting.later ?? []).filter((one) => one.fund === fund.id).map(toHolder);
  const holders = inFund.filter(({ state }) => state === 'submitted' || state === 'approved');
  const available = fund.approved ?? fund.allocated ?? missing('funds.yaml says neither approved nor allocated');
  const claimed = inFund.filter(({ state }) => state === 'claimed' || state === 'paid');
  const used = usedOf(fund, claimed);
  const held = sumOf(holders);
  const isAtMost = fund.used === undefined;
  const taken = isAtMost && claimed.length === 0 ? 0 : used;
  return {
    fund,
    currency,
    available,
    used,
    held,
    free: whenKnown([available, taken, held], (all, gone, promised) => all - gone - promised),
    isAtMost,
    isExpired: fund.expires !== undefined && fund.expires < asOf,
    holders: holders.toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1)),
    ...(later.length > 0 && { askedLater: askedBy(later) }),
  };
}

function askedBy(holders: readonly FundHolder[]): NonNullable<FundBalance['askedLater']> {
  const [from] = holders.flatMap(({ on }) => on ?? []).toSorted();
  return { amount: sumOf(holders), from: from! };
}

function usedOf({ used: stated }: Fund, claimed: readonly FundHolder[]): Known<number> {
  if (claimed.length === 0) return stated ?? missing('funds.yaml does not say what is used');
  return whenKnown([sumOf(claimed)], (sum) => Math.max(sum, stated ?? 0));
}

function sumOf(holders: readonly FundHolder[]): Known<number> {
  return holders.reduce<Known<number>>((sum, { inFund }) => whenKnown([sum, inFund], (a, b) => a + b), 0);
}
