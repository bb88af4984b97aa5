import type { Thresholds } from '../../../schema/cam-config.ts';
import type { Campaign } from '../../../schema/marketing-plan-file.ts';
import type { MarketingTactics } from '../../../schema/marketing-tactics.ts';
import { isKnown, missing, whenKnown, type Known } from '../../../units/missing.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { Status } from '../../../units/value.ts';
import { quotient } from '../../quotient.ts';
import { NO_DATA, statusOfPace } from '../../status.ts';
import { actualCounts, campaignActuals, type CampaignActuals } from './campaign-actuals.ts';
import type { CampaignForecast } from '../campaigns/campaign-forecast.ts';
import { campaignReturn, type CampaignMoney } from '../campaigns/campaign-return.ts';
import type { CampaignRecords } from './campaign-rows.ts';
import { campaignVerdict } from './campaign-verdict.ts';
import type {
  CampaignOutcome,
  PlannedActual,
  VerifiedCampaign,
  VerifiedRate,
  VerifiedStage,
} from './verified-campaign.ts';
import type { StageCount } from '../waterfall/waterfall.ts';

export interface VerificationSetting {
  readonly library: MarketingTactics;
  readonly thresholds: Thresholds;
}

/**
 * Compares a campaign with its plan: leads of every stage and the rates between them, spend, revenue and what each payer got back, and says what
 * to do with it. Nothing is guessed: what is not typed and not counted is unknown.
 */
export function verifyCampaign(
  forecast: CampaignForecast,
  records: CampaignRecords,
  setting: VerificationSetting,
): VerifiedCampaign {
  const { library, thresholds } = setting;
  const { campaign, title, start, end, days } = forecast;
  const { stages } = library.waterfall;
  const actuals = campaignActuals(forecast, records, library);
  const planned = { ...forecast.base, counts: forecast.base.counts.map(withoutNoise) };
  const actual = actualOutcome(forecast, actuals);
  const judged = days.find(({ stage }) => stage === library.waterfall.judged_at);
  const verified = {
    id: campaign.id,
    title,
    start,
    end,
    state: stateOn(forecast, records.on),
    stages: stages.map(({ id, title: name }, index): VerifiedStage => {
      const { value, ...from } = actuals.stages[index]!;
      return { ...from, stage: id, title: name, planned: planned.counts[index]!.count, actual: value };
    }),
    rates: ratesBetween(planned.counts, actual.counts, thresholds),
    planned,
    actual,
    actuals,
    daysToJudge: judged?.sinceStart ?? 0,
    daysToWon: forecast.daysToWon,
  };
  const verdict = campaignVerdict(verified, { library, on: records.on });
  return { ...verified, ...(verdict && { verdict }) };
}

/** A plan of five leads is met by five, not missed by the last digit of a fraction. */
function withoutNoise({ stage, count }: StageCount): StageCount {
  return { stage, count: isKnown(count) ? quotient(count, 1) : count };
}

function stateOn({ start, end }: CampaignForecast, on: PlainDate): VerifiedCampaign['state'] {
  if (on < start) return 'planned';
  return on > end ? 'ended' : 'running';
}

/** The rates that two waterfalls of the same stages have, the second judged by the first. */
export function ratesBetween(
  planned: readonly StageCount[],
  actual: readonly StageCount[],
  thresholds: Thresholds,
): VerifiedRate[] {
  return planned.slice(1).map(({ stage: to }, index) => {
    const rates = { planned: rateTo(planned, index + 1), actual: rateTo(actual, index + 1) };
    return { from: planned[index]!.stage, to, ...rates, status: statusOf(rates, thresholds) };
  });
}

function rateTo(counts: readonly StageCount[], index: number): Known<number> {
  return whenKnown([counts[index - 1]!.count, counts[index]!.count], (before, after) =>
    before > 0 ? quotient(after, before) : missing('no lead came so far'),
  );
}

function statusOf({ planned, actual }: PlannedActual, thresholds: Thresholds): Status {
  if (!isKnown(planned) || !isKnown(actual) || planned <= 0) return NO_DATA;
  return statusOfPace(quotient(actual, planned), thresholds);
}

/** The margin of what was won is reckoned at the share that the plan expects of a won deal. */
function actualOutcome(forecast: CampaignForecast, actuals: CampaignActuals): CampaignOutcome {
  const { worth, vendorMarginPerDeal } = forecast;
  const revenue = actuals.revenue.value;
  const shareOf = (part: Known<number>) =>
    whenKnown([revenue, part, worth.revenue], (won, each, whole) => {
      if (won === 0) return 0;
      return whole > 0 ? won * quotient(each, whole) : missing('what a won deal is worth is not known');
    });
  const spend = actuals.spend.value;
  const mdf = whenKnown([spend], (paid) => fundedOf(forecast, paid));
  const money: CampaignMoney = {
    revenue,
    margin: shareOf(worth.margin),
    totalCost: spend,
    mdf,
    ownShare: whenKnown([spend, mdf], (paid, funded) => paid - funded),
    vendorMargin: shareOf(vendorMarginPerDeal),
    currency: forecast.base.money.currency,
    sources: forecast.base.money.sources,
  };
  return { counts: actualCounts(actuals), money, returns: campaignReturn(money) };
}

const REFUSED: ReadonlySet<NonNullable<Campaign['request']>['status']> = new Set(['rejected', 'declined', 'expired']);

/** What the vendor's funds pay of what was spent: as claimed, else its share of the cost up to what was approved, else as planned. */
function fundedOf({ campaign: { request, claim }, fundingShare }: CampaignForecast, spend: number): number {
  if (claim?.amount !== undefined) return Math.min(claim.amount, spend);
  if (request && REFUSED.has(request.status)) return 0;
  const share = request?.reimbursement_percent === undefined ? fundingShare : request.reimbursement_percent / 100;
  return Math.min(spend * share, request?.amount_approved ?? Infinity);
}
