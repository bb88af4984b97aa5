import type { MarketingPlan } from '../../schema/marketing-plan-file.ts';
import type { MarketingTactics } from '../../schema/marketing-tactics.ts';
import { isKnown, missing } from '../../units/missing.ts';
import { daysBetween } from '../../units/plain-date.ts';
import { count, flag, numberIn, text, type Value } from '../../units/value.ts';
import { conditionHolds } from '../story.ts';
import type { CampaignForecast, ExpectedResult } from './campaigns/campaign-forecast.ts';

/** One of the marks of a complete plan. */
export interface PlanMark {
  readonly id: string;
  readonly title: string;
  readonly done: boolean;
  /** What to do about it; empty once it is done. */
  readonly missing: string;
}

/** Which marks of a complete plan it has, in the order of the library, and what is missing for the others. */
export function planMarks(
  { characteristics, verification }: Pick<MarketingTactics, 'characteristics' | 'verification'>,
  given: {
    readonly plan: Pick<MarketingPlan, 'goals' | 'reviews'>;
    readonly campaigns: readonly CampaignForecast[];
    readonly base: ExpectedResult;
  },
): readonly PlanMark[] {
  const values = markFigures(given, verification);
  return characteristics.map(({ id, title, when, missing: todo }) => {
    const done = conditionHolds(when, { values });
    return { id, title, done, missing: done ? '' : todo };
  });
}

function markFigures(
  { plan, campaigns, base }: Parameters<typeof planMarks>[1],
  { most_days_after_end: mostDays }: MarketingTactics['verification'],
): Readonly<Record<string, Value>> {
  const tactics = (which: (campaign: CampaignForecast) => boolean) => count(campaigns.filter(which).length);
  const served = new Set(campaigns.flatMap(({ goals }) => goals));
  return {
    goals: count(plan.goals.length),
    goals_with_number: count(plan.goals.filter(({ target }) => target !== undefined).length),
    tactics: count(campaigns.length),
    tactics_without_goal: tactics(({ goals }) => goals.length === 0),
    goals_without_tactic: count(plan.goals.filter(({ id }) => !served.has(id)).length),
    tactics_without_waterfall: tactics(({ base: { counts } }) => counts.some((stage) => !isKnown(stage.count))),
    revenue_known: flag(campaigns.length > 0 && isKnown(base.revenueInQuarter) && isKnown(base.revenueLater)),
    return_known: flag(campaigns.length > 0 && numberIn(base.returns.return_before_funding.value) !== undefined),
    tactics_without_capture: tactics(({ campaign }) => !campaign.follow_up && campaign.lead_list === undefined),
    review_dates: count(plan.reviews.dates.length),
    tracking_owner: text(plan.reviews.owner ?? missing('nobody is named')),
    tactics_without_verification: tactics(({ campaign: { verify_on: day }, end }) => {
      return day === undefined || day < end || daysBetween(end, day) > mostDays;
    }),
  };
}
