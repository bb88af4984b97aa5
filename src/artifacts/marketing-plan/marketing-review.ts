import { fiscalQuarterOf } from '../../domain/fiscal-calendar.ts';
import type { CampaignForecast } from '../../domain/marketing/campaigns/campaign-forecast.ts';
import type { VerifiedPlan } from '../../domain/marketing/verification/verify-plan.ts';
import type { MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { addQuarters, formatFiscalQuarter, type FiscalQuarter } from '../../units/fiscal-quarter.ts';
import type { ArtifactInput } from '../artifact.ts';
import { campaignForecaster } from './campaign-forecaster.ts';
import { verifiedPlan } from './plan-verification.ts';
import { proposedPlan } from './proposed-plan.ts';

/** What joint marketing of a quarter was to bring and what came of it, as of the review's day. */
export interface MarketingReview {
  readonly input: ArtifactInput;
  readonly plan: MarketingPlan;
  readonly quarter: FiscalQuarter;
  readonly verified: VerifiedPlan;
  /** What could be run next, where nothing was run: the best of the library that can still be asked for in time. */
  readonly ready: readonly CampaignForecast[];
}

const MOST_READY = 2;

/**
 * Verifies the campaigns of a quarter's plan. Undefined where no plan was written: whether anything ran is then unknown.
 * @param quarter the review's own when left out
 */
export function reviewMarketing(
  input: ArtifactInput,
  quarter: FiscalQuarter = input.review.quarter,
): MarketingReview | undefined {
  const { files } = input;
  const name = formatFiscalQuarter(quarter);
  const plan = files.marketingPlans?.find((each) => formatFiscalQuarter(each.quarter) === name);
  if (!plan) return undefined;
  const campaigns = plan.campaigns.map(campaignForecaster(input, { plan, quarter }));
  const verified = verifiedPlan(input, campaigns, plan.currency);
  return { input, plan, quarter, verified, ready: verified.campaigns.length > 0 ? [] : readyCampaigns(input) };
}

/** The first tactics a partner could still run: in the running quarter, then in the next. */
function readyCampaigns(input: ArtifactInput): CampaignForecast[] {
  const running = fiscalQuarterOf(input.review.asOf, input.review.calendar);
  const ready: CampaignForecast[] = [];
  for (const quarter of [running, addQuarters(running, 1)]) {
    if (ready.length >= MOST_READY) break;
    const plan = proposedPlan(input, { quarter });
    const others = plan.campaigns.filter(({ tactic }) => ready.every((one) => one.tactic.id !== tactic));
    ready.push(...others.map(campaignForecaster(input, { plan, quarter })));
  }
  return ready.slice(0, MOST_READY);
}
