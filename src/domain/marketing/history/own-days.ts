import type { Lead } from '../../../schema/lead.ts';
import { missing, type Known } from '../../../units/missing.ts';
import { daysBetween, type PlainDate } from '../../../units/plain-date.ts';

/** How many days a partner's own leads took from coming in to a stage. */
export interface DaysToStage {
  readonly stage: string;
  /** The median; unknown with fewer leads than it takes to believe it. */
  readonly days: Known<number>;
  readonly leads: number;
}

/**
 * Median days from the day a lead came in to the day it came to each stage, from the leads that stand there now: the days at which a lead
 * passed the stages before are not kept. Lost leads tell nothing.
 * @param setting.fromLeads how many leads it takes (`own_history.from_leads` of the library)
 */
export function ownDays(
  leads: readonly Lead[],
  { stages, on, fromLeads }: { readonly stages: readonly string[]; readonly on: PlainDate; readonly fromLeads: number },
): DaysToStage[] {
  return stages.slice(1).map((stage) => {
    const days = leads
      .filter((lead) => lead.stage === stage)
      .flatMap(({ created_date: from, stage_date: to }) =>
        from !== undefined && to !== undefined && from <= to && to <= on ? [daysBetween(from, to)] : [],
      );
    return {
      stage,
      leads: days.length,
      days:
        days.length >= Math.max(1, fromLeads)
          ? median(days)
          : missing(`${days.length} own leads with their days to ${stage}, ${fromLeads} are needed`),
    };
  });
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
