import { newestGaps } from '../../domain/capability/newest-gaps.ts';
import { lifeStageOf } from '../../domain/life-stage/life-stage.ts';
import { rangeOfQuarter, rangeOfYear, type DateRange, type FiscalCalendar } from '../../domain/fiscal-calendar.ts';
import type { CampaignForecast } from '../../domain/marketing/campaigns/campaign-forecast.ts';
import { mayBeAskedBy } from '../../domain/marketing/funds/fund-balance.ts';
import { proposeCampaigns } from '../../domain/marketing/suggestions/propose-campaigns.ts';
import { weeksOfQuarter } from '../../domain/marketing/quarter-weeks.ts';
import { startingGoals, suggestGoals, type SuggestedGoal } from '../../domain/marketing/suggestions/suggest-goals.ts';
import {
  suggestTactics,
  type SuggestedTactic,
  type TacticOutlook,
} from '../../domain/marketing/suggestions/suggest-tactics.ts';
import { countAt } from '../../domain/marketing/waterfall/waterfall.ts';
import { convert } from '../../domain/money.ts';
import type { Fund } from '../../schema/funds.ts';
import type { MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { formatFiscalQuarter, type FiscalQuarter } from '../../units/fiscal-quarter.ts';
import { addKnown, isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { numberIn } from '../../units/value.ts';
import type { ArtifactInput } from '../artifact.ts';
import { campaignForecaster } from './campaign-forecaster.ts';

/** What a plan is proposed for. */
export interface Proposing {
  readonly quarter: FiscalQuarter;
}

/**
 * What the tactic library suggests where no plan is written: goals by the partner's weak areas, tactics by what they return within the funds,
 * days by the lead time of each. Nobody is named in it.
 */
export function proposedPlan(input: ArtifactInput, proposing: Proposing): MarketingPlan {
  const { marketingTactics: library, review } = input;
  const { quarter } = proposing;
  const goals = startingGoals(suggestedGoals(input), library).map(({ id }) => ({ id }));
  const range = rangeOfQuarter(quarter, review.calendar);
  const campaigns = proposeCampaigns(suggestedTactics(input, { ...proposing, goals: goals.map(({ id }) => id) }), {
    prefix: formatFiscalQuarter(quarter).toLowerCase(),
    quarter: range,
    library,
    mdfFree: freeFunds(input, proposing),
  });
  const plan: MarketingPlan = {
    quarter,
    status: 'draft',
    begun: review.asOf,
    currency: currencyOf(input),
    goals,
    campaigns: [...campaigns],
    reviews: { dates: library.proposal.review_weeks.map((week) => weeksOfQuarter(range)[week - 1]!.from) },
    changes: [],
  };
  return { ...plan, goals: withNumber(plan, campaigns.map(campaignForecaster(input, { ...proposing, plan }))) };

  /** The first goal takes as its number what the proposal brings. */
  function withNumber(
    { goals: chosen }: MarketingPlan,
    forecasts: readonly CampaignForecast[],
  ): MarketingPlan['goals'] {
    const expected = addKnown(forecasts.map(({ base }) => countAt(base.counts, library.waterfall.judged_at)));
    const [first, ...others] = chosen;
    if (!first || !isKnown(expected) || expected < 1) return chosen;
    return [{ ...first, measure: 'qualified-leads', target: Math.floor(expected) }, ...others];
  }
}

/** The goals of the library, those in whose areas the partner's newest assessment is weakest first. */
export function suggestedGoals(input: ArtifactInput): readonly SuggestedGoal[] {
  return suggestGoals(input.marketingTactics, weakTopics(input));
}

/** The tactics of the library as they would be worth planning for goals of this partner in a quarter, the best first. */
export function suggestedTactics(
  input: ArtifactInput,
  { goals, ...proposing }: Proposing & { readonly goals: readonly string[] },
): readonly SuggestedTactic[] {
  const { marketingTactics: library, review } = input;
  const quarter = rangeOfQuarter(proposing.quarter, review.calendar);
  const plan = { goals: goals.map((id) => ({ id })), currency: currencyOf(input) };
  const forecast = campaignForecaster(input, { ...proposing, plan });
  const outlooks = library.tactics.map((tactic): TacticOutlook => {
    const { totalCost, mdf, ownShare, base, days } = forecast({
      id: tactic.id,
      tactic: tactic.id,
      start: quarter.from,
    });
    const back = base.returns.return_partner.value;
    return {
      ...{ tactic, totalCost, mdf, ownShare },
      partnerReturn: numberIn(back) ?? missing(back.kind === 'missing' ? back.reason : 'not known'),
      daysToJudge:
        days.find(({ stage }) => stage === library.waterfall.judged_at)?.sinceStart ?? missing('no days to this stage'),
    };
  });
  return suggestTactics(outlooks, {
    ...{ library, goals, quarter, asOf: review.asOf },
    mdfFree: freeFunds(input, proposing),
  });
}

/** The currency a plan of this partner is in. */
function currencyOf({ files, config }: ArtifactInput): string {
  return files.partner.currency ?? config.currency;
}

/** What the funds that a quarter's campaigns can ask still have, in the currency of the plan. */
export function freeFunds(input: ArtifactInput, { quarter }: Pick<Proposing, 'quarter'>): Known<number> {
  const { fundBalances = [], files, review, config } = input;
  const range = rangeOfQuarter(quarter, review.calendar);
  const open = fundBalances.filter(
    ({ fund, isExpired }) =>
      fund.kind === 'mdf' && !isExpired && mayBeAskedBy(fund, files.id) && isOpenIn(fund, range, review.calendar),
  );
  if (open.length === 0) return missing(`no fund for ${formatFiscalQuarter(quarter)}`);
  const to = currencyOf(input);
  const free = addKnown(
    open.map((balance) =>
      whenKnown([balance.free], (money) =>
        convert(money, { from: balance.currency, to, on: review.asOf, rates: config.rates }),
      ),
    ),
  );
  return whenKnown([free], (money) => Math.max(0, money));
}

/** Its money can be used on some day of the quarter: from the first day of the period it is for until it expires. */
function isOpenIn({ period, expires }: Fund, quarter: DateRange, calendar: FiscalCalendar): boolean {
  const { from, to } = typeof period === 'number' ? rangeOfYear(period, calendar) : rangeOfQuarter(period, calendar);
  return from <= quarter.to && (expires ?? to) >= quarter.from;
}

function weakTopics(input: ArtifactInput): ReadonlyMap<string, string> {
  const { files, questionnaire, review } = input;
  const lifeStage = lifeStageOf(input).stage.id;
  const gaps = newestGaps({ files, questionnaire, lifeStage, on: review.asOf })?.gaps ?? [];
  return new Map(gaps.map(({ topic }) => [topic.id, topic.title]));
}
