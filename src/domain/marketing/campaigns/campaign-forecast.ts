import type { MarketingTactics } from '../../../schema/marketing-tactics.ts';
import type { FiscalQuarter } from '../../../units/fiscal-quarter.ts';
import { addKnown, whenKnown, type Known } from '../../../units/missing.ts';
import { sentence, type Sentence } from '../../../units/sentence.ts';
import { text } from '../../../units/value.ts';
import type { FiscalCalendar } from '../../fiscal-calendar.ts';
import { campaignReturn, worthOfWins, type CampaignMoney } from './campaign-return.ts';
import { daysOfTactic, daysToLast, type StageDays } from '../history/days-of-tactic.ts';
import type { StepHistory } from '../history/lead-history.ts';
import type { DaysToStage } from '../history/own-days.ts';
import type { PlannedCampaign } from './planned-campaign.ts';
import {
  ratesOfTactic,
  type RateSources,
  type StatedRates,
  type StepRate,
  type WaterfallCase,
} from '../history/rates-of-tactic.ts';
import { placedInQuarters, revenueTiming, type RevenueTiming } from './timing.ts';
import { addWaterfalls, countAt, forwardWaterfall, type StageCount } from '../waterfall/waterfall.ts';

/** What a campaign, or all of a plan, brings in one case. Money in the currency of the plan, fractions of leads and deals kept. */
export interface ExpectedResult {
  readonly counts: readonly StageCount[];
  readonly won: Known<number>;
  /** Of all deals it wins, in the quarter and later. */
  readonly revenue: Known<number>;
  readonly margin: Known<number>;
  readonly revenueInQuarter: Known<number>;
  readonly revenueLater: Known<number>;
  readonly money: CampaignMoney;
  readonly returns: ReturnType<typeof campaignReturn>;
}

/** A campaign with what it brings. */
export interface CampaignForecast extends PlannedCampaign {
  readonly days: readonly StageDays[];
  /** From an inquiry to the order. */
  readonly daysToWon: Known<number>;
  readonly timing: Known<RevenueTiming>;
  readonly base: ExpectedResult & { readonly rates: readonly StepRate[] };
  readonly conservative: ExpectedResult & { readonly rates: readonly StepRate[] };
}

/** What a forecast rests on beside the campaign itself. */
export interface ForecastSetting {
  readonly library: MarketingTactics;
  readonly quarter: FiscalQuarter;
  readonly calendar: FiscalCalendar;
  readonly currency: string;
  /** All leads of the partner, step by step, and the days they took. */
  readonly history?: readonly StepHistory[] | undefined;
  readonly ownDays?: readonly DaysToStage[] | undefined;
  /** Earlier runs with this partner, by tactic. */
  readonly runs?: ReadonlyMap<string, readonly StepHistory[]> | undefined;
}

const PLAN_WORDS = 'plan';

/** What a campaign brings, in the base and in the conservative case. */
export function forecastCampaign(planned: PlannedCampaign, setting: ForecastSetting): CampaignForecast {
  const { library, quarter, calendar } = setting;
  const { campaign, tactic, start, end } = planned;
  const stages = library.waterfall.stages.map(({ id }) => id);
  const days = daysOfTactic({
    stages,
    library: { days: library.waterfall.days_per_stage, source: library.source },
    tactic: tactic.days_per_stage && { days: tactic.days_per_stage, source: library.source },
    plan: campaign.days_per_stage && { days: campaign.days_per_stage, source: PLAN_WORDS },
    history: setting.ownDays,
  });
  const daysToWon = daysToLast(days);
  const timing = revenueTiming({ run: { start, end }, daysToWon, quarter, calendar });
  const sources = rateSources(planned, { ...setting, stages });
  const inCase = (scenario: WaterfallCase) => {
    const rates = ratesOfTactic(sources, scenario);
    const waterfall = { stages, rates: rates.map(({ rate }) => rate) };
    return { rates, ...resultOf(planned, { counts: forwardWaterfall(planned.inquiries, waterfall), timing, setting }) };
  };
  return { ...planned, days, daysToWon, timing, base: inCase('base'), conservative: inCase('conservative') };
}

function rateSources(
  { campaign, tactic }: PlannedCampaign,
  { library, stages, history, runs }: ForecastSetting & { readonly stages: readonly string[] },
): RateSources {
  const { base, conservative, stretch, own_history: own } = library.waterfall;
  return {
    stages,
    library: { base: stated(base), conservative: stated(conservative), stretch: stated(stretch) },
    tactic: tactic.rates_percent && ratios(tactic.rates_percent, library.source),
    plan: campaign.rates_percent && ratios(campaign.rates_percent, PLAN_WORDS),
    runs: runs?.get(tactic.id),
    history,
    fromLeads: own.from_leads,
  };
}

function stated({ rates_percent: rates, source }: MarketingTactics['waterfall']['base']): StatedRates {
  return ratios(rates, source);
}

function ratios(percent: readonly number[], source: string): StatedRates {
  return { rates: percent.map((rate) => rate / 100), source };
}

function resultOf(
  { worth, vendorMarginPerDeal, totalCost, ownShare, mdf }: PlannedCampaign,
  {
    counts,
    timing,
    setting: { library, currency },
  }: {
    readonly counts: readonly StageCount[];
    readonly timing: Known<RevenueTiming>;
    readonly setting: ForecastSetting;
  },
): ExpectedResult {
  const won = countAt(counts, library.waterfall.stages.at(-1)!.id);
  const { revenue, margin } = worthOfWins({ won, averageDeal: worth.revenue, marginPerWon: worth.margin });
  const vendorMargin = whenKnown([won, vendorMarginPerDeal], (deals, each) => deals * each);
  const placed = placedInQuarters(revenue, timing);
  return resultWith({
    counts,
    won,
    inQuarter: placed.inQuarter,
    later: placed.later,
    money: { revenue, margin, totalCost, ownShare, mdf, vendorMargin, currency, sources: [sourceOf(worth.source)] },
  });
}

/** All campaigns of a plan as one. A figure that one of them does not know is unknown of all. */
export function addResults(
  parts: readonly ExpectedResult[],
  { stages, currency }: { readonly stages: readonly string[]; readonly currency: string },
): ExpectedResult {
  const sum = (pick: (part: ExpectedResult) => Known<number>) => addKnown(parts.map(pick));
  const money = (key: MoneySum) => sum((part) => part.money[key]);
  const counts = addWaterfalls(
    parts.map((part) => part.counts),
    stages,
  );
  return resultWith({
    counts,
    won: countAt(counts, stages.at(-1)!),
    inQuarter: sum(({ revenueInQuarter }) => revenueInQuarter),
    later: sum(({ revenueLater }) => revenueLater),
    money: {
      revenue: money('revenue'),
      margin: money('margin'),
      totalCost: money('totalCost'),
      ownShare: money('ownShare'),
      mdf: money('mdf'),
      vendorMargin: money('vendorMargin'),
      currency,
      sources: parts[0]?.money.sources ?? [],
    },
  });
}

type MoneySum = 'revenue' | 'margin' | 'totalCost' | 'ownShare' | 'mdf' | 'vendorMargin';

function resultWith({
  counts,
  won,
  inQuarter,
  later,
  money,
}: Pick<ExpectedResult, 'counts' | 'won' | 'money'> & {
  readonly inQuarter: Known<number>;
  readonly later: Known<number>;
}): ExpectedResult {
  return {
    counts,
    won,
    revenue: money.revenue,
    margin: money.margin,
    revenueInQuarter: inQuarter,
    revenueLater: later,
    money,
    returns: campaignReturn(money),
  };
}

function sourceOf(source: string): Sentence {
  return sentence('worth of a won deal: {source}', { source: text(source) });
}
