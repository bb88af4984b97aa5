import { isKnown, missing, whenKnown, type Known } from '../../../units/missing.ts';
import { sentence, type Sentence } from '../../../units/sentence.ts';
import { count, text } from '../../../units/value.ts';
import type { DaysToStage } from './own-days.ts';

/** When leads come to a stage. */
export interface StageDays {
  readonly stage: string;
  /** From the stage before. */
  readonly days: Known<number>;
  /** From the day a lead comes in. */
  readonly sinceStart: Known<number>;
  readonly origin: 'plan' | 'history' | 'tactic' | 'library';
  readonly source: Sentence;
}

/** Days of each step as somebody stated them; undefined where nothing is stated. */
export interface StatedDays {
  readonly days: readonly (number | undefined)[];
  readonly source: string;
}

/** All that may say the days of a tactic. */
export interface DaySources {
  readonly stages: readonly string[];
  readonly library: StatedDays;
  readonly tactic?: StatedDays | undefined;
  readonly plan?: StatedDays | undefined;
  /** Of the partner's own leads, from the day they came in. */
  readonly history?: readonly DaysToStage[] | undefined;
}

/**
 * The days of each step, the strongest source first: the plan's own word, the partner's own leads, the tactic, the library's waterfall.
 * Own leads tell the days since they came in, not those of a step: a step that they shorten below zero takes none.
 */
export function daysOfTactic({ stages, library, tactic, plan, history }: DaySources): StageDays[] {
  let before: Known<number> = 0;
  return stages.slice(1).map((stage, step) => {
    const known = stepOf({ plan, own: history?.[step], tactic, library }, { step, before });
    const sinceStart = whenKnown([before, known.days], (a, b) => a + b);
    before = sinceStart;
    return { stage, ...known, sinceStart };
  });
}

/** Days from inquiry to each stage, 0 for the first; as the counting of leads takes them. */
export function daysToStages(days: readonly StageDays[]): Known<number>[] {
  return [0, ...days.map(({ sinceStart }) => sinceStart)];
}

/** Days from inquiry to order. */
export function daysToLast(days: readonly StageDays[]): Known<number> {
  return days.at(-1)?.sinceStart ?? 0;
}

type Step = Pick<StageDays, 'days' | 'origin' | 'source'>;

function stepOf(
  {
    plan,
    own,
    tactic,
    library,
  }: Pick<DaySources, 'plan' | 'tactic' | 'library'> & { readonly own: DaysToStage | undefined },
  { step, before }: { readonly step: number; readonly before: Known<number> },
): Step {
  return (
    stated(plan, step, 'plan') ??
    ownStep(own, before) ??
    stated(tactic, step, 'tactic') ??
    stated(library, step, 'library') ?? {
      days: missing('no days for this step'),
      origin: 'library',
      source: sentence('no days for this step'),
    }
  );
}

function ownStep(own: DaysToStage | undefined, before: Known<number>): Step | undefined {
  if (own === undefined || !isKnown(own.days) || !isKnown(before)) return undefined;
  return {
    days: Math.max(0, own.days - before),
    origin: 'history',
    source: sentence('own history: {days|day|days} from inquiry, median of {leads|lead|leads}', {
      days: count(own.days),
      leads: count(own.leads),
    }),
  };
}

function stated(from: StatedDays | undefined, step: number, origin: StageDays['origin']): Step | undefined {
  const days = from?.days[step];
  return days === undefined
    ? undefined
    : { days, origin, source: sentence('{source}', { source: text(from!.source) }) };
}
