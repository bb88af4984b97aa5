import type { Thresholds } from '../../../schema/cam-config.ts';
import { addKnown, type Known } from '../../../units/missing.ts';
import { campaignReturn, type CampaignMoney } from '../campaigns/campaign-return.ts';
import type { CampaignOutcome, VerifiedCampaign, VerifiedRate } from './verified-campaign.ts';
import { ratesBetween } from './verify-campaign.ts';
import { addWaterfalls } from '../waterfall/waterfall.ts';

/** The campaigns of a plan that have begun, and all of them as one. */
export interface VerifiedPlan {
  readonly campaigns: readonly VerifiedCampaign[];
  readonly planned: CampaignOutcome;
  readonly actual: CampaignOutcome;
  readonly rates: readonly VerifiedRate[];
}

/**
 * All campaigns that have begun, added up. What one of them does not know is unknown of all.
 * @param campaigns in the order of the plan
 * @param stages ids of the waterfall, first to last
 */
export function verifyPlan(
  campaigns: readonly VerifiedCampaign[],
  {
    stages,
    currency,
    thresholds,
  }: { readonly stages: readonly string[]; readonly currency: string; readonly thresholds: Thresholds },
): VerifiedPlan {
  const begun = campaigns.filter(({ state }) => state !== 'planned');
  const [planned, actual] = [begun.map((each) => each.planned), begun.map((each) => each.actual)].map((outcomes) =>
    addOutcomes(outcomes, { stages, currency }),
  ) as [CampaignOutcome, CampaignOutcome];
  return { campaigns: begun, planned, actual, rates: ratesBetween(planned.counts, actual.counts, thresholds) };
}

function addOutcomes(
  outcomes: readonly CampaignOutcome[],
  { stages, currency }: { readonly stages: readonly string[]; readonly currency: string },
): CampaignOutcome {
  const sum = (pick: (money: CampaignMoney) => Known<number>) => addKnown(outcomes.map(({ money }) => pick(money)));
  const money: CampaignMoney = {
    revenue: sum(({ revenue }) => revenue),
    margin: sum(({ margin }) => margin),
    totalCost: sum(({ totalCost }) => totalCost),
    ownShare: sum(({ ownShare }) => ownShare),
    mdf: sum(({ mdf }) => mdf),
    vendorMargin: sum(({ vendorMargin }) => vendorMargin),
    currency,
    sources: outcomes[0]?.money.sources ?? [],
  };
  const counts = addWaterfalls(
    outcomes.map((outcome) => outcome.counts),
    stages,
  );
  return { counts, money, returns: campaignReturn(money) };
}
