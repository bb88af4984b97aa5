import { reviewMarketing } from '../../artifacts/marketing-plan/index.ts';
import { recordActuals, type SaidActuals } from '../../domain/marketing/verification/record-actuals.ts';
import type { VerifiedCampaign } from '../../domain/marketing/verification/verified-campaign.ts';
import type { MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { Failure } from '../../units/failure.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { formatDate } from '../../units/format.ts';
import { isKnown } from '../../units/missing.ts';
import type { MarketingWish } from './plan-wish.ts';

/** A campaign that has ended, with what can be said of it so far: what is typed already or counted stands as a default. */
export interface CampaignToVerify {
  readonly id: string;
  readonly title: string;
  readonly currency: string;
  readonly stages: readonly {
    readonly id: string;
    readonly title: string;
    readonly found?: number;
    readonly from?: string;
  }[];
  readonly spend?: number;
  readonly revenue?: number;
}

const WORDS = {
  typed: "in the plan's file",
  claim: 'from the claim',
  leads: 'from leads',
  deals: 'from won deals',
} as const;

/**
 * The campaigns of a plan that have ended.
 * @throws Failure (usage) where there is no plan, or nothing of it has ended
 */
export function campaignsToVerify(wish: MarketingWish, plan: MarketingPlan): readonly CampaignToVerify[] {
  const { input, standing } = wish;
  const name = `the ${formatFiscalQuarter(plan.quarter)} marketing plan of ${input.files.partner.name}`;
  if (!standing) throw new Failure('usage', `There is no file of ${name} yet.`, 'Plan first, verify afterwards.');
  const ended = verifiedCampaigns(wish, plan).filter(({ state }) => state === 'ended');
  if (ended.length === 0) {
    const day = formatDate(input.review.asOf, input.config.locale);
    throw new Failure('usage', `No campaign of ${name} has ended by ${day}.`, 'Verify it when the first one has.');
  }
  return ended.map(({ id, title, stages, actuals }) => ({
    ...{ id, title, currency: plan.currency },
    stages: stages.map(({ stage, title: words, actual, source }) => ({
      ...{ id: stage, title: words },
      ...(isKnown(actual) && { found: actual }),
      ...(source && { from: WORDS[source] }),
    })),
    ...(isKnown(actuals.spend.value) && { spend: actuals.spend.value }),
    ...(isKnown(actuals.revenue.value) && { revenue: actuals.revenue.value }),
  }));
}

/** The plan with what came of its campaigns: what was said, else what was counted. */
export function planVerified(
  wish: MarketingWish,
  plan: MarketingPlan,
  said?: ReadonlyMap<string, SaidActuals>,
): MarketingPlan {
  const on = wish.input.review.asOf;
  return recordActuals(plan, verifiedCampaigns(wish, plan), { on, ...(said && { said }) });
}

/** Every campaign of the plan that has begun, compared with what was planned of it. */
export function verifiedCampaigns({ input }: MarketingWish, plan: MarketingPlan): readonly VerifiedCampaign[] {
  const others = (input.files.marketingPlans ?? []).filter(
    ({ quarter }) => formatFiscalQuarter(quarter) !== formatFiscalQuarter(plan.quarter),
  );
  const files = { ...input.files, marketingPlans: [...others, plan] };
  return reviewMarketing({ ...input, files }, plan.quarter)?.verified.campaigns ?? [];
}
