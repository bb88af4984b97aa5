import type { Deal } from '../../../schema/deal.ts';
import type { Lead } from '../../../schema/lead.ts';
import type { MarketingPlan } from '../../../schema/marketing-plan-file.ts';
import type { MarketingTactics } from '../../../schema/marketing-tactics.ts';
import { addDays, type PlainDate } from '../../../units/plain-date.ts';
import { dealKey } from '../../deal-credit.ts';
import type { ForecastSetting } from '../campaigns/campaign-forecast.ts';
import { daysOfTactic, daysToStages, usualDaysTo } from './days-of-tactic.ts';
import { leadHistory } from './lead-history.ts';
import { ownDays } from './own-days.ts';
import { runHistory, type CampaignRun } from './run-history.ts';

/** What a partner's own leads say. */
export type OwnHistory = Pick<ForecastSetting, 'history' | 'ownDays' | 'runs'>;

/** What the own history is counted from. */
export interface OwnHistorySetting {
  readonly library: MarketingTactics;
  /** The partner's plans, which say of which tactic a campaign was and what came of it. */
  readonly plans: readonly MarketingPlan[];
  readonly deals: readonly Deal[] | undefined;
  readonly on: PlainDate;
  /** Only leads and campaigns of the days before count: a plan's own campaigns never change what it planned. */
  readonly before?: PlainDate | undefined;
}

/** The partner's own rates and days as of a day: of all its leads, and of the earlier runs of each tactic by themselves. */
export function ownHistory(rows: readonly Lead[] = [], setting: OwnHistorySetting): OwnHistory {
  const { library, deals = [], on, before } = setting;
  const { waterfall, source } = library;
  const stages = waterfall.stages.map(({ id }) => id);
  const { from_leads: fromLeads } = waterfall.own_history;
  const leads = rows.filter(({ created_date: came }) => before === undefined || came === undefined || came < before);
  const tacticOf = tacticsOfLeads(setting);
  const days = ownDays(leads, { stages, on, fromLeads, usualDays: usualDaysOf(library, tacticOf) });
  const usual = daysOfTactic({ stages, library: { days: waterfall.days_per_stage, source }, history: days });
  const won = deals.filter(
    ({ status, close_date: closed }) => status === 'won' && closed !== undefined && closed <= on,
  );
  const counting = { stages, on, daysToStages: daysToStages(usual), wonDeals: new Set(won.map(dealKey)) };
  const runs = Array.from(
    earlierRuns(leads, setting),
    ([tactic, ofTactic]) => [tactic, runHistory(ofTactic, counting)] as const,
  );
  return {
    ...(leads.length > 0 && {
      history: leadHistory(leads, { ...counting, usualRate: usualRateOf(library, tacticOf) }),
      ownDays: days,
    }),
    ...(runs.length > 0 && { runs: new Map(runs) }),
  };
}

type TacticOf = (lead: Lead) => MarketingTactics['tactics'][number] | undefined;

/** The tactic a lead came from, by the campaign it names. */
function tacticsOfLeads({ library, plans }: OwnHistorySetting): TacticOf {
  const campaigns = plans.flatMap((plan) => plan.campaigns);
  const idOf = new Map(campaigns.map(({ id, tactic }) => [id.toLowerCase(), tactic]));
  const tactics = new Map(library.tactics.map((tactic) => [tactic.id, tactic]));
  return ({ campaign }) => tactics.get(idOf.get(campaign?.toLowerCase() ?? '') ?? '');
}

/** The library's rate of the tactic a lead came from, else of its waterfall. */
function usualRateOf({ waterfall }: MarketingTactics, tacticOf: TacticOf) {
  return (lead: Lead, step: number): number | undefined => {
    const percent = tacticOf(lead)?.rates_percent?.[step] ?? waterfall.base.rates_percent[step];
    return percent === undefined ? undefined : percent / 100;
  };
}

/** The library's days of the tactic a lead came from, else of its waterfall, from the day it came in. */
function usualDaysOf({ waterfall }: MarketingTactics, tacticOf: TacticOf) {
  return (lead: Lead, step: number): number | undefined =>
    usualDaysTo(step, { tactic: tacticOf(lead)?.days_per_stage, library: waterfall.days_per_stage });
}

/** The campaigns that began before, by their tactic. */
function earlierRuns(
  leads: readonly Lead[],
  { library, plans, before }: OwnHistorySetting,
): ReadonlyMap<string, CampaignRun[]> {
  const ofCampaign = new Map<string, Lead[]>();
  for (const lead of leads) {
    const name = lead.campaign?.toLowerCase() ?? '';
    if (!ofCampaign.get(name)?.push(lead)) ofCampaign.set(name, [lead]);
  }
  const runs = new Map<string, CampaignRun[]>();
  for (const campaign of plans.flatMap(({ campaigns }) => campaigns)) {
    if (before !== undefined && campaign.start >= before) continue;
    const days = library.tactics.find(({ id }) => id === campaign.tactic)?.runs_for_days ?? 1;
    const end = campaign.end ?? addDays(campaign.start, days - 1);
    const run = { campaign, end, leads: ofCampaign.get(campaign.id.toLowerCase()) ?? [] };
    if (!runs.get(campaign.tactic)?.push(run)) runs.set(campaign.tactic, [run]);
  }
  return runs;
}
