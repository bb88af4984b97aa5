import { rangeOfQuarter, type DateRange } from '../../domain/fiscal-calendar.ts';
import { backwardWaterfall, type Need } from '../../domain/marketing/waterfall/backward.ts';
import {
  addResults,
  type CampaignForecast,
  type ExpectedResult,
} from '../../domain/marketing/campaigns/campaign-forecast.ts';
import type { VerifiedPlan } from '../../domain/marketing/verification/verify-plan.ts';
import { planMarks, type PlanMark } from '../../domain/marketing/plan-marks.ts';
import type { MarketingPlan } from '../../schema/marketing-plan-file.ts';
import type { FiscalQuarter } from '../../units/fiscal-quarter.ts';
import { missing, whenKnown, type Known } from '../../units/missing.ts';
import type { Value } from '../../units/value.ts';
import type { ArtifactInput } from '../artifact.ts';
import { campaignForecaster } from './campaign-forecaster.ts';
import { freeFunds } from './proposed-plan.ts';
import { planOfQuarter } from './plan-of-quarter.ts';
import { verifiedPlan } from './plan-verification.ts';
import { marketingValues } from './marketing-values.ts';

/** A partner's marketing plan of a quarter worked out. Amounts in `currency`. */
export interface MarketingPlanResult {
  readonly input: ArtifactInput;
  readonly quarter: FiscalQuarter;
  readonly range: DateRange;
  readonly currency: string;
  readonly plan: MarketingPlan;
  /** Nobody has written one: it is what the tactic library suggests for this partner. */
  readonly isProposal: boolean;
  readonly campaigns: readonly CampaignForecast[];
  readonly base: ExpectedResult;
  readonly conservative: ExpectedResult;
  /** The campaigns that have begun, planned beside actual. */
  readonly verified: VerifiedPlan;
  /** What the revenue it shall bring needs at every stage, at the plan's own rates; none without such a number. */
  readonly needs: readonly Need[];
  readonly marks: readonly PlanMark[];
  /** Every figure by the name sentences and scripts use. */
  readonly values: Readonly<Record<string, Value>>;
}

/** The plan of the quarter; without one, what the library suggests. */
export function computeMarketingPlan(input: ArtifactInput): MarketingPlanResult {
  const { marketingTactics: library, review } = input;
  const { plan, quarter, isProposal } = planOfQuarter(input);
  const { currency } = plan;
  const range = rangeOfQuarter(quarter, review.calendar);
  const forecast = campaignForecaster(input, { plan, quarter });
  const campaigns = plan.campaigns.map(forecast);
  const stages = library.waterfall.stages.map(({ id }) => id);
  const [base, conservative] = [
    addResults(
      campaigns.map((campaign) => campaign.base),
      { stages, currency },
    ),
    addResults(
      campaigns.map((campaign) => campaign.conservative),
      { stages, currency },
    ),
  ];
  const verified = verifiedPlan(input, campaigns, currency);
  const worked = { input, quarter, range, currency, plan, isProposal, campaigns, base, conservative, verified };
  return {
    ...worked,
    needs: needsOf(plan, { base, campaigns, stages }),
    marks: planMarks(library, { plan, campaigns, base }),
    values: marketingValues({
      ...worked,
      funds: input.fundBalances ?? [],
      asOf: review.asOf,
      unspentWarningDays: library.mdf.deadlines.unspent_warning_days_before_end,
      freeInQuarter: freeFunds(input, { quarter }),
      judged: library.waterfall.judged_at,
    }),
  };
}

/** Backward from the revenue the plan shall bring, at the rates that its tactics have together. */
function needsOf(
  { target_revenue: target }: MarketingPlan,
  { base, campaigns, stages }: Pick<MarketingPlanResult, 'base' | 'campaigns'> & { readonly stages: readonly string[] },
): readonly Need[] {
  if (target === undefined || campaigns.length === 0) return [];
  const counts = base.counts.map((stage) => stage.count);
  const rates = counts.slice(1).map((next, index) => shareOf(next, counts[index]!));
  const people = campaigns.every(({ costPerLead }) => costPerLead === undefined)
    ? campaigns.reduce((sum, { audience }) => sum + audience.size, 0)
    : missing('what one lead costs is planned, not how many answer');
  return backwardWaterfall(
    { revenue: target, averageDeal: shareOf(base.revenue, base.won) },
    { stages, rates },
    { responseRate: shareOf(counts[0]!, people) },
  );
}

function shareOf(part: Known<number>, whole: Known<number>): Known<number> {
  return whenKnown([part, whole], (a, b) => (b > 0 ? a / b : missing('there is none to take a share of')));
}
