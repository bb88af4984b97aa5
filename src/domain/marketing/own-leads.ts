import type { Deal } from '../../schema/deal.ts';
import type { Lead } from '../../schema/lead.ts';
import type { MarketingPlan } from '../../schema/marketing-plan-file.ts';
import type { MarketingTactics } from '../../schema/marketing-tactics.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { dealKey } from '../deal-credit.ts';
import type { ForecastSetting } from './campaign-forecast.ts';
import { daysOfTactic, daysToStages } from './days-of-tactic.ts';
import { leadHistory } from './lead-history.ts';
import { ownDays } from './own-days.ts';

/** What a partner's own leads say. */
export type OwnHistory = Pick<ForecastSetting, 'history' | 'ownDays' | 'runs'>;

/**
 * The partner's own rates and days as of a day: of all its leads, and of the runs of each tactic by themselves.
 * @param plans the partner's plans, which say of which tactic a campaign was
 */
export function ownHistory(
  leads: readonly Lead[] | undefined,
  {
    library,
    plans,
    deals,
    on,
  }: {
    readonly library: MarketingTactics;
    readonly plans: readonly MarketingPlan[];
    readonly deals: readonly Deal[] | undefined;
    readonly on: PlainDate;
  },
): OwnHistory {
  if (!leads || leads.length === 0) return {};
  const { waterfall, source } = library;
  const stages = waterfall.stages.map(({ id }) => id);
  const { from_leads: fromLeads } = waterfall.own_history;
  const days = ownDays(leads, { stages, on, fromLeads });
  const usual = daysOfTactic({ stages, library: { days: waterfall.days_per_stage, source }, history: days });
  const won = (deals ?? []).filter(
    ({ status, close_date: closed }) => status === 'won' && closed !== undefined && closed <= on,
  );
  const setting = { stages, on, daysToStages: daysToStages(usual), wonDeals: new Set(won.map(dealKey)) };
  const tacticOf = new Map(
    plans.flatMap(({ campaigns }) => campaigns.map(({ id, tactic }) => [id.toLowerCase(), tactic] as const)),
  );
  const byTactic = new Map<string, Lead[]>();
  for (const lead of leads) {
    const tactic = lead.campaign === undefined ? undefined : tacticOf.get(lead.campaign.toLowerCase());
    if (tactic !== undefined) byTactic.set(tactic, [...(byTactic.get(tactic) ?? []), lead]);
  }
  return {
    history: leadHistory(leads, setting),
    ownDays: days,
    runs: new Map(Array.from(byTactic, ([tactic, own]) => [tactic, leadHistory(own, setting)])),
  };
}
