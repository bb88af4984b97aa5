import { rangeOfQuarter, type FiscalCalendar } from '../../domain/fiscal-calendar.ts';
import { proposedCampaign } from '../../domain/marketing/suggestions/propose-campaigns.ts';
import { earliestStart } from '../../domain/marketing/suggestions/suggest-tactics.ts';
import type { Campaign, MarketingPlan } from '../../schema/marketing-plan-file.ts';
import type { MarketingTactics } from '../../schema/marketing-tactics.ts';
import { formatFiscalQuarter, type FiscalQuarter } from '../../units/fiscal-quarter.ts';
import { missing } from '../../units/missing.ts';
import { addDays, daysBetween, mondayFrom, type PlainDate } from '../../units/plain-date.ts';

export interface CopySetting {
  readonly quarter: FiscalQuarter;
  readonly calendar: FiscalCalendar;
  readonly library: MarketingTactics;
  readonly asOf: PlainDate;
  /** It is another partner's: whoever is named there stays there. */
  readonly isOthers: boolean;
  readonly startedFrom: string;
}

/**
 * A draft for a quarter from the plan of another: goals, money and campaigns in the week they had there, or as soon as they can be prepared and
 * funded. What was asked for, claimed and counted stays where it was. Campaigns that can no longer run in the quarter are left out and named.
 */
export function copiedPlan(
  from: MarketingPlan,
  setting: CopySetting,
): { readonly plan: MarketingPlan; readonly leftOut: readonly string[] } {
  const { quarter, calendar, asOf, startedFrom, isOthers } = setting;
  const moved = from.campaigns.map((campaign) => ({ campaign, now: movedCampaign(campaign, from, setting) }));
  const days = daysBetween(rangeOfQuarter(from.quarter, calendar).from, rangeOfQuarter(quarter, calendar).from);
  const { goals, target_revenue: target, budget, currency, reviews } = from;
  return {
    plan: {
      ...{ quarter, status: 'draft', begun: asOf, started_from: startedFrom, currency, goals },
      ...(target !== undefined && { target_revenue: target }),
      ...(budget !== undefined && { budget }),
      campaigns: withOwnIds(moved.flatMap(({ now }) => now ?? [])),
      reviews: {
        ...(!isOthers && reviews.owner !== undefined && { owner: reviews.owner }),
        dates: reviews.dates.map((day) => mondayFrom(addDays(day, days))),
      },
      changes: [],
    },
    leftOut: moved.flatMap(({ campaign, now }) => (now ? [] : [campaign.title ?? campaign.id])),
  };
}

function movedCampaign(
  { request: _, claim: __, actual: ___, notes: ____, first_spend: _____, end, ...campaign }: Campaign,
  from: MarketingPlan,
  { quarter, calendar, library, asOf, isOthers }: CopySetting,
): Campaign | undefined {
  const tactic = library.tactics.find(({ id }) => id === campaign.tactic);
  if (!tactic) return undefined;
  const [then, range] = [rangeOfQuarter(from.quarter, calendar), rangeOfQuarter(quarter, calendar)];
  const sameWeek = addDays(range.from, Math.max(0, daysBetween(then.from, campaign.start)));
  const start = earliestStart(tactic, { mdf: library.mdf, asOf, notBefore: sameWeek });
  if (start > range.to) return undefined;
  const { owner, follow_up: followUp, lead_list: leadList, verify_on: _verify, ...rest } = campaign;
  const days = tactic.days_per_stage ?? library.waterfall.days_per_stage;
  const judged = library.waterfall.stages.findIndex(({ id }) => id === library.waterfall.judged_at);
  const daysToJudge =
    judged < 0 ? missing('no such stage') : days.slice(0, judged).reduce((sum, each) => sum + each, 0);
  return {
    ...(isOthers ? withoutOwnFigures(rest) : rest),
    ...proposedCampaign(
      { tactic, daysToJudge },
      { prefix: formatFiscalQuarter(quarter).toLowerCase(), library, start },
    ),
    ...(end !== undefined && { end: addDays(start, daysBetween(campaign.start, end)) }),
    ...(!isOthers && owner !== undefined && { owner }),
    ...(!isOthers && followUp !== undefined && { follow_up: followUp }),
    ...(!isOthers && leadList !== undefined && { lead_list: leadList }),
  };
}

/** Rates, days and what a deal is worth are those of the partner they were learned from, and no business of another one. */
function withoutOwnFigures({
  response_rate_percent: _,
  cost_per_lead: __,
  rates_percent: ___,
  days_per_stage: ____,
  revenue_per_deal: _____,
  margin_per_deal: ______,
  ...campaign
}: Omit<Campaign, 'owner' | 'follow_up' | 'lead_list' | 'verify_on'>) {
  return campaign;
}

/** Two runs of one tactic keep apart. */
function withOwnIds(campaigns: readonly Campaign[]): Campaign[] {
  return campaigns.map((campaign, index) => {
    const same = campaigns.slice(0, index).filter(({ id }) => id === campaign.id).length;
    return same === 0 ? campaign : { ...campaign, id: `${campaign.id}-${same + 1}` };
  });
}
