import type { CampaignActual } from '../../../schema/marketing-plan-file.ts';
import type { Lead } from '../../../schema/lead.ts';
import type { MarketingTactics } from '../../../schema/marketing-tactics.ts';
import { addKnown, isKnown, missing, whenKnown, type Known } from '../../../units/missing.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import { type StageCount } from '../waterfall/waterfall.ts';
import { rowsOfCampaign, type CampaignRecords, type CampaignRows } from './campaign-rows.ts';
import type { PlannedCampaign } from '../campaigns/planned-campaign.ts';

/** Where a number of what came of a campaign is from: the plan's file, or the rows that name the campaign. */
export type ActualSource = 'typed' | 'claim' | 'leads' | 'deals';

/** A number of what came of a campaign. */
export interface ActualNumber {
  readonly value: Known<number>;
  /** Undefined where it is unknown. */
  readonly source?: ActualSource;
  /** What the rows say where the plan's file says something else. */
  readonly counted?: number;
}

/** What came of a campaign up to a day. Money in the currency of the plan. */
export interface CampaignActuals {
  readonly stages: readonly (ActualNumber & { readonly stage: string })[];
  readonly spend: ActualNumber;
  /** Of all won deals of the campaign. */
  readonly revenue: ActualNumber;
  /** How often it has been run, earlier quarters included. */
  readonly runs: number;
  /** What was counted, for the reasons of a number. */
  readonly rows: CampaignRows;
}

/**
 * What came of a campaign: what was typed into the plan's file, and where it says nothing what leads and won deals of the campaign show. A
 * lead counts at its stage and at every stage before; no stage counts fewer than the one after it, since a won deal was a lead once.
 * What no row names is unknown, not zero: the campaign may go by another name in the CRM.
 */
export function campaignActuals(
  planned: PlannedCampaign,
  records: CampaignRecords,
  { waterfall, verification }: Pick<MarketingTactics, 'waterfall' | 'verification'>,
): CampaignActuals {
  const stages = waterfall.stages.map(({ id }) => id);
  const typed = typedBy(planned, records.on);
  const rows = rowsOfCampaign(planned, records, verification.same_title_days);
  const counted = countedStages(rows, records, stages);
  return {
    stages: stages.map((stage, index) => ({
      stage,
      ...chosen(typed?.counts[stage], counted[index]!, index === stages.length - 1 ? 'deals' : 'leads'),
    })),
    spend: spendOf(planned, records.on),
    revenue: chosen(typed?.revenue, revenueOf(rows, counted.at(-1)!), 'deals'),
    runs: typed?.runs ?? 1,
    rows,
  };
}

/** The counts alone, as waterfalls are reckoned with. */
export function actualCounts({ stages }: CampaignActuals): StageCount[] {
  return stages.map(({ stage, value }) => ({ stage, count: value }));
}

/** What was typed later than the day is not known yet. */
function typedBy({ campaign: { actual } }: PlannedCampaign, on: PlainDate): CampaignActual | undefined {
  return actual !== undefined && actual.on <= on ? actual : undefined;
}

function chosen(typed: number | undefined, counted: Known<number>, source: 'leads' | 'deals'): ActualNumber {
  if (typed === undefined) return isKnown(counted) ? { value: counted, source } : { value: counted };
  const differs = isKnown(counted) && counted !== typed;
  return { value: typed, source: 'typed', ...(differs && { counted }) };
}

function spendOf(planned: PlannedCampaign, on: PlainDate): ActualNumber {
  const typed = typedBy(planned, on)?.spend;
  if (typed !== undefined) return { value: typed, source: 'typed' };
  const { claim } = planned.campaign;
  if (claim !== undefined && claim.date <= on) return { value: claim.actual_cost, source: 'claim' };
  return { value: missing('what was spent is not entered') };
}

function countedStages(
  { leads, won }: CampaignRows,
  records: CampaignRecords,
  stages: readonly string[],
): Known<number>[] {
  const reached = leads.map((lead) => stageReached(lead, stages, records.on));
  const last = stages.length - 1;
  const atLeast = (index: number) => reached.filter((furthest) => furthest >= index).length;
  const fromLeads = stages.map((_, index) => leadsKnown(index, leads, records) ?? atLeast(index));
  const wonCount = wonOf(won.length, fromLeads[last]!);
  const counts = [...fromLeads.slice(0, last), wonCount];
  return counts.map((count, index) => {
    const later = counts.slice(index).filter(isKnown);
    return isKnown(count) ? Math.max(count, ...later) : count;
  });
}

/** Why leads do not tell how many came to a stage; undefined when they do. */
function leadsKnown(index: number, mine: readonly Lead[], { leads }: CampaignRecords) {
  if (!leads) return missing('no leads were loaded');
  if (!leads.columns.has('campaign')) return missing('the leads do not say their campaign');
  if (mine.length === 0) return missing('no lead names the campaign');
  if (index > 0 && !leads.columns.has('stage')) return missing('the leads do not say how far they came');
  return undefined;
}

/** Deals count orders; leads count those that were never linked to one. */
function wonOf(deals: number, leads: Known<number>): Known<number> {
  if (!isKnown(leads)) return deals > 0 ? deals : leads;
  return Math.max(deals, leads);
}

/** The index of the furthest stage: a lost lead came in and, when it had become a deal, to the stage before the last. */
function stageReached({ stage, stage_date: since, deal_id }: Lead, stages: readonly string[], on: PlainDate): number {
  if (stage === undefined || (since !== undefined && since > on)) return 0;
  if (stage === 'lost') return deal_id === undefined ? 0 : stages.length - 2;
  return Math.max(0, stages.indexOf(stage));
}

function revenueOf({ won }: CampaignRows, count: Known<number>): Known<number> {
  return whenKnown([count], (orders) => {
    if (orders > won.length) return missing('the won leads are not linked to deals');
    return addKnown(won.map(({ amount }) => amount));
  });
}
