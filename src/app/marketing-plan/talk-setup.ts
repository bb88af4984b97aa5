import type { ArtifactInput } from '../../artifacts/artifact.ts';
import { campaignForecaster } from '../../artifacts/marketing-plan/campaign-forecaster.ts';
import { computeMarketingPlan, type MarketingPlanResult } from '../../artifacts/marketing-plan/compute.ts';
import { suggestedTactics } from '../../artifacts/marketing-plan/proposed-plan.ts';
import type { CampaignForecast } from '../../domain/marketing/campaigns/campaign-forecast.ts';
import { rangeOfQuarter, type DateRange } from '../../domain/fiscal-calendar.ts';
import { proposedCampaign } from '../../domain/marketing/suggestions/propose-campaigns.ts';
import { earliestStart, type SuggestedTactic } from '../../domain/marketing/suggestions/suggest-tactics.ts';
import type { Campaign, MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { mondayFrom, type PlainDate } from '../../units/plain-date.ts';

/** A campaign that can be picked: one that the plan has, or a tactic as it would be planned. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly forecast: CampaignForecast;
  /** The plan has it already. */
  readonly isPlanned: boolean;
  /** The first day on which it can be run with funds asked for today. */
  readonly fundedFrom: PlainDate;
}

/** All that a talk over a marketing plan goes by. */
export interface TalkSetup {
  readonly input: ArtifactInput;
  /** The plan as it stands, or what a new one starts from. */
  readonly plan: MarketingPlan;
  readonly range: DateRange;
  readonly candidates: readonly Candidate[];
  /** What the tactics of the library are worth for these goals, the best first. */
  ranked(goals: readonly string[]): readonly SuggestedTactic[];
  /** What a plan comes to. */
  worked(plan: MarketingPlan): MarketingPlanResult;
}

/** What can be picked for a plan of a partner, and what that comes to. */
export function talkSetup(input: ArtifactInput, plan: MarketingPlan): TalkSetup {
  const { marketingTactics: library, review, files } = input;
  const range = rangeOfQuarter(plan.quarter, review.calendar);
  const forecast = campaignForecaster(input, { plan, quarter: plan.quarter });
  const ranked = (goals: readonly string[]) => suggestedTactics(input, { quarter: plan.quarter, goals });
  const fundedFrom = (forecasted: CampaignForecast) =>
    earliestStart(forecasted.tactic, { mdf: library.mdf, asOf: review.asOf, notBefore: range.from });
  const candidate = (campaign: Campaign, isPlanned: boolean): Candidate => {
    const forecasted = forecast(campaign);
    return {
      id: campaign.id,
      title: forecasted.title,
      forecast: forecasted,
      isPlanned,
      fundedFrom: fundedFrom(forecasted),
    };
  };
  const prefix = formatFiscalQuarter(plan.quarter).toLowerCase();
  const planned = new Set(plan.campaigns.map(({ tactic }) => tactic));
  const others = ranked(plan.goals.map(({ id }) => id)).filter(
    ({ tactic, fitsQuarter }) => fitsQuarter && !planned.has(tactic.id),
  );
  const otherPlans = (files.marketingPlans ?? []).filter(
    ({ quarter }) => formatFiscalQuarter(quarter) !== formatFiscalQuarter(plan.quarter),
  );
  return {
    ...{ input, plan, range, ranked },
    candidates: [
      ...plan.campaigns.map((campaign) => candidate(campaign, true)),
      ...others.map((one) => candidate(proposedCampaign(one, { prefix, library, start: one.earliest }), false)),
    ],
    worked: (wanted) =>
      computeMarketingPlan({ ...input, files: { ...files, marketingPlans: [...otherPlans, wanted] } }),
  };
}

/** The first day on which a campaign may start: with funds their lead time holds, without them only the quarter. */
export function mayStartFrom(
  { fundedFrom, forecast, isPlanned }: Candidate,
  { range, input }: Pick<TalkSetup, 'range' | 'input'>,
  isFunded: boolean,
): PlainDate {
  const soonest = [range.from, input.review.asOf].toSorted().at(-1)!;
  const first = isFunded ? fundedFrom : mondayFrom(soonest);
  // What stands in the plan may stay as it is.
  return isPlanned && forecast.start < first ? forecast.start : first;
}
