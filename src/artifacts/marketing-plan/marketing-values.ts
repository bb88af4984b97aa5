import { nameOfId } from '../../expression/name-of-id.ts';
import type { CampaignForecast, ExpectedResult } from '../../domain/marketing/campaigns/campaign-forecast.ts';
import { firstToExpire, type FundBalance } from '../../domain/marketing/funds/fund-balance.ts';
import type { VerifiedPlan } from '../../domain/marketing/verification/verify-plan.ts';
import { countAt } from '../../domain/marketing/waterfall/waterfall.ts';
import { formatFiscalQuarter, type FiscalQuarter } from '../../units/fiscal-quarter.ts';
import { addKnown, isKnown, missing, type Known, whenKnown } from '../../units/missing.ts';
import { daysBetween, type PlainDate } from '../../units/plain-date.ts';
import { amount, count, date, text, type Value } from '../../units/value.ts';

/** Figures that only the account manager reads. */
export const INTERNAL_MARKETING_FIGURES: ReadonlySet<string> = new Set([
  'vendor_margin',
  'return_vendor',
  'vendor_margin_conservative',
  'return_vendor_conservative',
]);

interface PlanInShort {
  readonly quarter: FiscalQuarter;
  readonly currency: string;
  readonly campaigns: readonly CampaignForecast[];
  readonly base: ExpectedResult;
  readonly conservative: ExpectedResult;
  readonly verified: VerifiedPlan;
  /** The funds the partner may ask. */
  readonly funds: readonly FundBalance[];
  readonly asOf: PlainDate;
  /** How many days before its end the free money of a fund is spoken of. */
  readonly unspentWarningDays: number;
  /** What the funds that this quarter's campaigns can ask still have. */
  readonly freeInQuarter: Known<number>;
  /** The stage at which leads count as qualified. */
  readonly judged: string;
}

/** Every figure of the plan by the name that sentences and scripts use; those of the conservative case end in `_conservative`. */
export function marketingValues({
  quarter,
  currency,
  campaigns,
  base,
  conservative,
  verified,
  funds,
  asOf,
  unspentWarningDays,
  freeInQuarter,
  judged,
}: PlanInShort): Readonly<Record<string, Value>> {
  return {
    quarter: text(formatFiscalQuarter(quarter)),
    campaigns: count(campaigns.length),
    spend: amount(base.money.totalCost, currency),
    own_share: amount(base.money.ownShare, currency),
    mdf: amount(base.money.mdf, currency),
    days_to_won: count(longest(campaigns.map(({ daysToWon }) => daysToWon))),
    ...actualValues(verified, { currency, judged }),
    ...fundValues(firstToExpire(funds, 'mdf'), asOf),
    unspent_warning_days: count(unspentWarningDays),
    mdf_for_quarter: amount(freeInQuarter, currency),
    mdf_to_ask: amount(notAskedYet(campaigns), currency),
    ...resultValues(base, { currency, judged, suffix: '' }),
    ...resultValues(conservative, { currency, judged, suffix: '_conservative' }),
  };
}

/** Of the campaigns that have begun. */
function actualValues(
  { campaigns, actual }: VerifiedPlan,
  { currency, judged }: { readonly currency: string; readonly judged: string },
): Record<string, Value> {
  const { counts, money, returns } = actual;
  return {
    begun: count(campaigns.length),
    spend_actual: amount(money.totalCost, currency),
    qualified_actual: count(countAt(counts, judged)),
    won_actual: count(counts.at(-1)?.count ?? missing('no stage')),
    revenue_actual: amount(money.revenue, currency),
    partner_roi_actual: returns.return_partner.value,
  };
}

/** What MDF shall pay of campaigns for which nothing was asked yet, or whose request came back. */
function notAskedYet(campaigns: readonly CampaignForecast[]): Known<number> {
  const open = campaigns.filter(
    ({ campaign: { request } }) => !request || ['draft', 'rejected'].includes(request.status),
  );
  return addKnown(open.map(({ mdf }) => mdf));
}

/** The fund whose free money is lost first. */
function fundValues(balance: FundBalance | undefined, asOf: PlainDate): Record<string, Value> {
  if (!balance) return {};
  const { fund, free, currency } = balance;
  const last = fund.expires ?? missing('no last day');
  return {
    mdf_free: amount(free, currency),
    mdf_expiry: date(last),
    mdf_days_left: count(whenKnown([last], (day) => daysBetween(asOf, day))),
  };
}

function resultValues(
  result: ExpectedResult,
  { currency, judged, suffix }: { readonly currency: string; readonly judged: string; readonly suffix: string },
): Record<string, Value> {
  const { counts, won, revenue, revenueInQuarter, revenueLater, margin, returns } = result;
  const values: Record<string, Value> = {
    ...Object.fromEntries(counts.map(({ stage }) => [nameOfId(stage), count(countAt(counts, stage))])),
    inquiries: count(counts[0]?.count ?? 0),
    qualified: count(countAt(counts, judged)),
    won: count(won),
    revenue: amount(revenue, currency),
    revenue_in_quarter: amount(revenueInQuarter, currency),
    revenue_later: amount(revenueLater, currency),
    margin: amount(margin, currency),
    partner_roi: returns.return_partner.value,
    return_before_funding: returns.return_before_funding.value,
    return_on_revenue: returns.return_on_revenue.value,
    vendor_margin: returns.vendor_margin.value,
    return_vendor: returns.return_vendor.value,
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${name}${suffix}`, value]));
}

function longest(days: readonly Known<number>[]): Known<number> {
  const known = days.filter(isKnown);
  return known.length === 0 ? missing('no tactic is planned') : Math.round(Math.max(...known));
}
