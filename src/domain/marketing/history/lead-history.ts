import type { Lead } from '../../../schema/lead.ts';
import { isKnown, missing, type Known } from '../../../units/missing.ts';
import { daysBetween, type PlainDate } from '../../../units/plain-date.ts';
import { sentence, type Sentence } from '../../../units/sentence.ts';
import { date, text } from '../../../units/value.ts';
import { dealKey } from '../../deal-credit.ts';
import type { CountedRecords } from '../../figure.ts';

/** What leads did at one step of the waterfall. */
export interface StepHistory {
  readonly from: string;
  readonly to: string;
  /** Leads that came to `from` and have had the time to come to `to`. */
  readonly entered: number;
  /** Those of them that came to `to` or further. */
  readonly passed: number;
  /** passed ÷ entered, a ratio from 0 to 1; unknown when none entered. */
  readonly rate: Known<number>;
  /** What the library expects of those who entered, by the tactics they came from: the mean of their usual rates, a ratio. */
  readonly usual?: number;
  /** What was counted, for the reasons of a rate. */
  readonly words: Sentence;
  readonly records?: CountedRecords;
}

/** Which leads are counted, and how. */
export interface LeadHistorySetting {
  /** First to last; the first is where a lead comes in, the last an order. */
  readonly stages: readonly string[];
  readonly on: PlainDate;
  /** Days from the day a lead comes in to each stage, 0 for the first; unknown: leads of every age are counted for that stage. */
  readonly daysToStages: readonly Known<number>[];
  /** Deals that are won, by their key: a lead that became one of them is won, whatever the marketing system still says. */
  readonly wonDeals?: ReadonlySet<string>;
  /** What share of leads like this one usually passes a step (0 for the first), a ratio; undefined where nobody says. */
  readonly usualRate?: (lead: Lead, step: number) => number | undefined;
}

/**
 * The rates of each step as a partner's own leads show them on a day.
 *
 * The stage of a lead is the furthest it reached. A lost lead has none: it counts as one that came in and went no further, or, when it had
 * become a deal, as one that came to the stage before the last. So the first step may come out too low and the later ones too high,
 * but what share of the inquiries is won comes out right; leaving the lost ones out would flatter it.
 *
 * A step counts only leads that came in at least as many days ago as leads need to its end, won ones too: young leads neither pull a rate
 * down nor, where only the quick ones have passed, up.
 */
export function leadHistory(leads: readonly Lead[], setting: LeadHistorySetting): StepHistory[] {
  const { stages, on, daysToStages, usualRate } = setting;
  const seen = leads.map((lead) => ({ lead, name: nameOf(lead), reached: stageReached(lead, setting) }));
  return stages.slice(1).map((to, index) => {
    const from = stages[index]!;
    const counted: { readonly name: string; readonly hasPassed: boolean; readonly usual: number | undefined }[] = [];
    const leftOut = new Map<string, string[]>();
    for (const { lead, name, reached } of seen) {
      const verdict = verdictOn(lead, { reached, step: index, on, daysToEnd: daysToStages[index + 1] });
      if (verdict === true) counted.push({ name, hasPassed: Number(reached) > index, usual: usualRate?.(lead, index) });
      else if (!leftOut.get(verdict)?.push(name)) leftOut.set(verdict, [name]);
    }
    const usual = meanOf(counted.map((each) => each.usual));
    const [entered, passed] = [counted.length, counted.filter(({ hasPassed }) => hasPassed).length];
    return {
      from,
      to,
      entered,
      passed,
      rate: entered > 0 ? passed / entered : missing(`no lead has come to ${from} long enough ago`),
      ...(usual !== undefined && { usual }),
      words: sentence('leads that came to {from} by {day}', { from: text(from), day: date(on) }),
      records: {
        what: 'leads',
        counted: counted.map(({ name }) => name),
        leftOut: Array.from(leftOut, ([reason, records]) => ({ reason, records })),
      },
    };
  });
}

/** The index of the furthest stage a lead is known to have reached on a day, or why it is not known. */
function stageReached(lead: Lead, { stages, on, wonDeals }: LeadHistorySetting): number | string {
  if (lead.created_date === undefined) return 'without the day it came in';
  if (lead.created_date > on) return 'came in later';
  if (lead.deal_id !== undefined && wonDeals?.has(dealKey({ source: lead.source, id: lead.deal_id }))) {
    return stages.length - 1;
  }
  if (lead.stage === undefined) return 'without a stage';
  if (lead.stage_date !== undefined && lead.stage_date > on) return 'its stage on the day is not known';
  if (lead.stage === 'lost') return lead.deal_id === undefined ? 0 : stages.length - 2;
  const index = stages.indexOf(lead.stage);
  return index === -1 ? 'at a stage the waterfall does not have' : index;
}

function verdictOn(
  lead: Lead,
  {
    reached,
    step,
    on,
    daysToEnd,
  }: {
    readonly reached: number | string;
    readonly step: number;
    readonly on: PlainDate;
    readonly daysToEnd: Known<number> | undefined;
  },
): true | string {
  if (typeof reached === 'string') return reached;
  if (reached < step) return 'did not come so far';
  if (daysToEnd === undefined || !isKnown(daysToEnd)) return true;
  return daysBetween(lead.created_date!, on) >= daysToEnd ? true : 'too young to judge';
}

/** Undefined where a part of it is, or there is none. */
function meanOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  if (known.length === 0 || known.length < numbers.length) return undefined;
  return known.reduce((sum, number) => sum + number, 0) / known.length;
}

function nameOf({ id, company }: Lead): string {
  return company === undefined ? id : `${id} ${company}`;
}
