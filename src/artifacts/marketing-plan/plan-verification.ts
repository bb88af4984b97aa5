import { dealsAt } from '../../domain/deals-at.ts';
import type { CampaignForecast } from '../../domain/marketing/campaigns/campaign-forecast.ts';
import { verifyCampaign } from '../../domain/marketing/verification/verify-campaign.ts';
import { verifyPlan, type VerifiedPlan } from '../../domain/marketing/verification/verify-plan.ts';
import type { ArtifactInput } from '../artifact.ts';

/** What came of campaigns of a partner up to the day of the page, by what is typed and what leads and deals show. `currency`: of the plan. */
export function verifiedPlan(
  { files, deals, review, config, marketingTactics: library }: ArtifactInput,
  campaigns: readonly CampaignForecast[],
  currency: string,
): VerifiedPlan {
  const on = review.asOf;
  const { thresholds } = config;
  // A deal without a currency is in the partner's own, whatever the plan is in.
  const own = files.partner.currency ?? config.currency;
  const inOwn = deals?.map((deal) => ({ ...deal, currency: deal.currency ?? own }));
  const records = { on, leads: files.leads, deals: inOwn && dealsAt(inOwn, { on, currency, config }) };
  const each = campaigns.map((campaign) => verifyCampaign(campaign, records, { library, thresholds }));
  return verifyPlan(each, { stages: library.waterfall.stages.map(({ id }) => id), currency, thresholds });
}
