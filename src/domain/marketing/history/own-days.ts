import type { Lead } from '../../../schema/lead.ts';
import { missing, type Known } from '../../../units/missing.ts';
import { daysBetween, type PlainDate } from '../../../units/plain-date.ts';

/** How many days a partner's own leads took from coming in to a stage. */
export interface DaysToStage {
  readonly stage: string;
  /** The median; unknown with fewer leads than it takes to believe it. */
  readonly days: Known<number>;
  readonly leads: number;
  /** The mean of what the library says of those leads' tactics, where it says it of every one. */
  readonly usual?: number;
}

/** What the days are counted with. */
export interface OwnDaysSetting {
  readonly stages: readonly string[];
  readonly on: PlainDate;
  /** How many leads it takes (`own_history.from_leads` of the library). */
  readonly fromLeads: number;
  /** Days that a lead of its tactic usually takes from coming in to the end of a step, 0 for the first. */
  readonly usualDays?: ((lead: Lead, step: number) => number | undefined) | undefined;
}

/**
 * Median days from the day a lead came in to the day it came to each stage, from the leads that stand there now: the days at which a lead
 * passed the stages before are not kept. Lost leads tell nothing.
 */
export function ownDays(leads: readonly Lead[], { stages, on, fromLeads, usualDays }: OwnDaysSetting): DaysToStage[] {
  return stages.slice(1).map((stage, step) => {
    const found = leads
      .filter((lead) => lead.stage === stage)
      .flatMap((lead) => {
        const { created_date: from, stage_date: to } = lead;
        const isSound = from !== undefined && to !== undefined && from <= to && to <= on;
        return isSound ? [{ days: daysBetween(from, to), usual: usualDays?.(lead, step) }] : [];
      });
    if (found.length < Math.max(1, fromLeads)) {
      const days = missing(`${found.length} own leads with their days to ${stage}, ${fromLeads} are needed`);
      return { stage, leads: found.length, days };
    }
    const usual = meanOf(found.map((lead) => lead.usual));
    return {
      stage,
      leads: found.length,
      days: median(found.map(({ days }) => days)),
      ...(usual !== undefined && { usual }),
    };
  });
}

/** Undefined where one is not known. */
function meanOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return known.length < numbers.length ? undefined : known.reduce((sum, each) => sum + each, 0) / known.length;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
