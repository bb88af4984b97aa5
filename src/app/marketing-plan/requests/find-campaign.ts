import { nearest } from '../../../input/nearest.ts';
import type { Campaign, MarketingPlan } from '../../../schema/marketing-plan-file.ts';
import type { PartnerFiles } from '../../../schema/territory.ts';
import { Failure } from '../../../units/failure.ts';
import { formatFiscalQuarter, type FiscalQuarter } from '../../../units/fiscal-quarter.ts';
import type { Workspace } from '../../territory/open-workspace.ts';
import { partnerById } from '../../pages/partner-pages.ts';

/** A campaign in its plan. */
export interface FoundCampaign {
  readonly files: PartnerFiles;
  readonly plan: MarketingPlan;
  /** Its place among the campaigns of the plan. */
  readonly index: number;
  readonly campaign: Campaign;
}

/** Which campaign is meant. */
export interface CampaignWish {
  readonly partnerId: string;
  readonly campaign: string;
  /** Otherwise the newest plan that has such a campaign. */
  readonly quarter?: FiscalQuarter | undefined;
}

/**
 * A campaign by its id.
 * @throws Failure (usage) with the nearest id when the plans have none, (data) when there is no plan
 */
export function findCampaign(
  workspace: Workspace,
  { partnerId, campaign: typed, quarter }: CampaignWish,
): FoundCampaign {
  const files = partnerById(workspace, partnerId);
  const { marketingPlans = [] } = files;
  const plans = quarter
    ? marketingPlans.filter((plan) => formatFiscalQuarter(plan.quarter) === formatFiscalQuarter(quarter))
    : marketingPlans;
  if (plans.length === 0) {
    const of = quarter ? ` for ${formatFiscalQuarter(quarter)}` : '';
    throw new Failure(
      'data',
      `${files.partner.name} has no marketing plan${of}.`,
      `Make one first: cam plan marketing ${files.id}`,
    );
  }
  for (const plan of plans.toReversed()) {
    const index = plan.campaigns.findIndex(({ id }) => id === typed);
    const campaign = plan.campaigns[index];
    if (campaign) return { files, plan, index, campaign };
  }
  const ids = plans.flatMap(({ campaigns }) => campaigns.map(({ id }) => id));
  const near = nearest(typed, ids);
  const remedy =
    near === undefined
      ? ids.length === 0
        ? 'The plan has no campaign yet.'
        : `Campaigns: ${ids.join(', ')}.`
      : `Did you mean ${near}?`;
  throw new Failure('usage', `${files.partner.name} plans no campaign "${typed}".`, remedy);
}
