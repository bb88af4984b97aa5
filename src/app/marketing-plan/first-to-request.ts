import type { ArtifactInput } from '../../artifacts/artifact.ts';
import { campaignForecaster } from '../../artifacts/marketing-plan/campaign-forecaster.ts';
import { freeFunds } from '../../artifacts/marketing-plan/proposed-plan.ts';
import type { MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { isKnown } from '../../units/missing.ts';

/** The first campaign still to begin whose funds nobody asked for yet; none where no fund has money for the quarter. */
export function firstToRequest(input: ArtifactInput, plan: MarketingPlan): string | undefined {
  const { quarter, campaigns } = plan;
  const free = freeFunds(input, { quarter });
  if (!isKnown(free) || free <= 0) return undefined;
  const forecast = campaignForecaster(input, { plan, quarter });
  return campaigns
    .filter(({ start, request }) => request === undefined && start > input.review.asOf)
    .filter((campaign) => forecast(campaign).fundingShare > 0)
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))[0]?.id;
}
