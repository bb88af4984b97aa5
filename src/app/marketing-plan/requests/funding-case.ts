import type { ArtifactInput } from '../../../artifacts/artifact.ts';
import { campaignForecaster } from '../../../artifacts/marketing-plan/campaign-forecaster.ts';
import { mayBeAskedBy, type FundBalance } from '../../../domain/marketing/funds/fund-balance.ts';
import { mdfRequestSheet, type MdfRequestSheet } from '../../../domain/marketing/funds/mdf-request.ts';
import { isNewPartner } from '../../../domain/marketing/funds/funding-terms.ts';
import type { Campaign, MarketingPlan } from '../../../schema/marketing-plan-file.ts';
import type { Territory } from '../../../schema/territory.ts';
import type { Workspace } from '../../territory/open-workspace.ts';
import { artifactInput } from '../../pages/partner-pages.ts';
import { fundBalancesOf } from '../fund-balances-of.ts';
import { newestRequestDay } from '../newest-request-day.ts';
import type { FoundCampaign } from './find-campaign.ts';
import { capOf, inPlanMoney, requestedElsewhere } from './funding-limits.ts';

/** A campaign whose money is asked for, decided or claimed. */
export interface FundingCase {
  readonly input: ArtifactInput;
  readonly sheet: MdfRequestSheet;
  /** Funds the partner may ask, as they stand without this campaign. */
  readonly balances: readonly FundBalance[];
}

/**
 * Works a request out as it would stand with `campaign` in the plan. Every other request counts against its fund, those entered for a later
 * day than the as-of day included: nothing is promised twice.
 */
export function fundingCase(workspace: Workspace, found: FoundCampaign, campaign: Campaign): FundingCase {
  const { territory, asOf } = workspace;
  const { files, plan } = found;
  const wanted = withCampaign(found, campaign);
  const input: ArtifactInput = {
    ...artifactInput(workspace, { ...files, marketingPlans: plansWith(found, wanted) }),
    plannedQuarter: plan.quarter,
  };
  const { request: _, claim: __, ...unasked } = campaign;
  const others = territoryWith(territory, found, withCampaign(found, unasked));
  const day = newestRequestDay(others, asOf);
  const balances = fundBalancesOf(others, day).filter(({ fund }) => mayBeAskedBy(fund, files.id));
  const fund = balances.find((balance) => balance.fund.id === campaign.request?.fund);
  const isNew = isNewPartner(files.partner, {
    quarter: plan.quarter,
    calendar: input.review.calendar,
    rules: territory.marketingTactics.mdf,
  });
  const money = inPlanMoney(workspace, plan);
  const sheet = mdfRequestSheet({
    files,
    plan: wanted,
    forecast: campaignForecaster(input, { plan: wanted, quarter: plan.quarter })(campaign),
    library: territory.marketingTactics,
    fund,
    free: money.free(fund),
    isNewPartner: isNew,
    cap: capOf(input, { isNew, money }),
    requestedThisYear: requestedElsewhere(others, { partner: files.id, year: plan.quarter.year, day, money }),
    asOf,
  });
  return { input, sheet, balances };
}

function withCampaign({ plan, index }: FoundCampaign, campaign: Campaign): MarketingPlan {
  return { ...plan, campaigns: plan.campaigns.map((one, at) => (at === index ? campaign : one)) };
}

function plansWith({ files, plan }: FoundCampaign, wanted: MarketingPlan): readonly MarketingPlan[] {
  return (files.marketingPlans ?? []).map((one) => (one === plan ? wanted : one));
}

function territoryWith(territory: Territory, found: FoundCampaign, wanted: MarketingPlan): Territory {
  const files = { ...found.files, marketingPlans: plansWith(found, wanted) };
  return { ...territory, partners: territory.partners.map((one) => (one.id === files.id ? files : one)) };
}
