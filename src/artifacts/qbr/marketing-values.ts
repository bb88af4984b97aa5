import { mdfDeadlines } from '../../domain/marketing/campaigns/campaign-days.ts';
import type { CampaignForecast } from '../../domain/marketing/campaigns/campaign-forecast.ts';
import type { FundBalance } from '../../domain/marketing/funds/fund-balance.ts';
import type { VerifiedCampaign } from '../../domain/marketing/verification/verified-campaign.ts';
import { countAt } from '../../domain/marketing/waterfall/waterfall.ts';
import { convert } from '../../domain/money.ts';
import { quotient } from '../../domain/quotient.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { addKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { daysBetween, earlier, type PlainDate } from '../../units/plain-date.ts';
import { amount, count, date, share, text, type Value } from '../../units/value.ts';
import type { ArtifactInput } from '../artifact.ts';
import type { MarketingReview } from '../marketing-plan/index.ts';

/** What the review says of joint marketing: the quarter's plan where one was written, and the funds whatever was written. */
export function marketingValues(
  input: ArtifactInput,
  review: MarketingReview | undefined,
): Readonly<Record<string, Value>> {
  return {
    ...fundValues(input),
    ...(review && { ...campaignValues(review), ...readyValues(review) }),
  };
}

function campaignValues({ input, plan, verified }: MarketingReview): Record<string, Value> {
  const { planned, actual, campaigns } = verified;
  const { judged_at: judged } = input.marketingTactics.waterfall;
  const [sql, sqlPlanned] = [countAt(actual.counts, judged), countAt(planned.counts, judged)];
  const running = campaigns.filter(({ state }) => state === 'running').length;
  const last = campaigns.toSorted((a, b) => (a.end < b.end ? -1 : 1)).at(-1);
  const none = { campaigns: count(0), campaigns_running: count(0) };
  if (!last) return none;
  return {
    campaigns: count(campaigns.length),
    campaigns_running: count(running),
    spend: amount(actual.money.totalCost, plan.currency),
    sql: count(sql),
    sql_planned: count(sqlPlanned),
    sql_vs_plan: share(whenKnown([sql, sqlPlanned], (came, wanted) => ratioOf(came, wanted, 'none was planned'))),
    own_spend: amount(actual.money.ownShare, plan.currency),
    campaign_margin: amount(actual.money.margin, plan.currency),
    days_to_won_from_sql: count(whenKnown([last.daysToWon, last.daysToJudge], (all, some) => Math.round(all - some))),
    roi_margin: actual.returns.return_partner.value,
    days_to_sql: count(whenKnown([last.daysToJudge], Math.round)),
    days_since_campaign: count(
      running > 0 ? missing('a campaign still runs') : daysBetween(last.end, input.review.asOf),
    ),
    worst_tactic: text(worstOf(campaigns)?.title ?? missing('no campaign is judged yet')),
  };
}

function ratioOf(part: number, whole: number, reason: string): Known<number> {
  return whole > 0 ? quotient(part, whole) : missing(reason);
}

const WORST_FIRST = ['bad', 'watch'] as const;

/** The campaign that needs a decision most. */
function worstOf(campaigns: readonly VerifiedCampaign[]): VerifiedCampaign | undefined {
  for (const meaning of WORST_FIRST) {
    const found = campaigns.find(({ verdict }) => verdict?.status.meaning === meaning);
    if (found) return found;
  }
  return undefined;
}

/** The development funds that are for the quarter or its year and for this partner; what has expired is not free any more. */
function fundValues(input: ArtifactInput): Record<string, Value> {
  const { review, files, config, fundBalances = [] } = input;
  const currency = files.partner.currency ?? config.currency;
  const mine = fundBalances.filter(
    ({ fund }) => fund.kind === 'mdf' && fund.partner === files.id && isForReview(fund, input),
  );
  if (mine.length === 0) return {};
  const sum = (balances: readonly FundBalance[], pick: (balance: FundBalance) => Known<number>) =>
    addKnown(
      balances.map((balance) =>
        whenKnown([pick(balance)], (money) =>
          convert(money, { from: balance.currency, to: currency, on: review.asOf, rates: config.rates }),
        ),
      ),
    );
  const open = mine.filter(({ isExpired }) => !isExpired);
  const expiry = open.flatMap(({ fund }) => fund.expires ?? []).sort()[0];
  return {
    mdf_approved: amount(
      sum(mine, ({ available }) => available),
      currency,
    ),
    mdf_used: amount(
      sum(mine, ({ used }) => used),
      currency,
    ),
    mdf_unspent: amount(
      whenKnown([sum(open, ({ free }) => free)], (free) => Math.max(0, free)),
      currency,
    ),
    mdf_expiry: date(expiry ?? missing('the funds have no last day')),
  };
}

function isForReview({ period }: FundBalance['fund'], { review }: ArtifactInput): boolean {
  if (typeof period === 'number') return period === review.quarter.year;
  return formatFiscalQuarter(period) === formatFiscalQuarter(review.quarter);
}

/** What two campaigns of the library would bring, for a quarter in which none ran. */
function readyValues({ input, ready }: MarketingReview): Record<string, Value> {
  const [first, second] = ready;
  if (!first || !second) return {};
  const { waterfall } = input.marketingTactics;
  return {
    ...readyOne('ready_first', first, waterfall.judged_at),
    ...readyOne('ready_second', second, waterfall.judged_at),
    request_by: date(earlier(requestBy(first, input), requestBy(second, input))),
  };
}

function readyOne(
  name: string,
  { title, start, totalCost, base }: CampaignForecast,
  judged: string,
): Record<string, Value> {
  const { currency } = base.money;
  return {
    [name]: text(title),
    [`${name}_start`]: date(start),
    [`${name}_cost`]: amount(totalCost, currency),
    [`${name}_sql`]: count(whenKnown([countAt(base.counts, judged)], (leads) => quotient(leads, 1))),
    [`${name}_revenue`]: amount(base.revenue, currency),
  };
}

function requestBy({ firstSpend, end }: CampaignForecast, { review, marketingTactics }: ArtifactInput): PlainDate {
  return mdfDeadlines({ submitted: review.asOf, firstSpend, end }, marketingTactics.mdf).submitBy;
}
