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
 * Own leads of all tactics say how much faster or slower than usual the partner is, not how a tactic differs from others: as with rates, their
 * days are multiplied with what is usual for the tactic ÷ what is usual for those leads. They tell the days since a lead came in, not those of a
 * step: a step that they shorten below zero takes none.
 */
export function daysOfTactic({ stages, library, tactic, plan, history }: DaySources): StageDays[] {
  let before: Known<number> = 0;
  return stages.slice(1).map((stage, step) => {
    const usualHere = usualDaysTo(step, { tactic: tactic?.days, library: library.days });
    const own = ownStep(history?.[step], { before, usualHere });
    const known = stepOf({ plan, own, tactic, library }, step);
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
  { plan, own, tactic, library }: Pick<DaySources, 'plan' | 'tactic' | 'library'> & { readonly own: Step | undefined },
  step: number,
): Step {
  return (
    stated(plan, step, 'plan') ??
    own ??
    stated(tactic, step, 'tactic') ??
    stated(library, step, 'library') ?? {
      days: missing('no days for this step'),
      origin: 'library',
      source: sentence('no days for this step'),
    }
  );
}

interface OwnStepSetting {
  /** Days from the day a lead comes in to the beginning of the step. */
  readonly before: Known<number>;
  /** What is usual for the tactic, to the end of the step. */
  readonly usualHere: number | undefined;
}

function ownStep(own: DaysToStage | undefined, { before, usualHere }: OwnStepSetting): Step | undefined {
  if (own === undefined || !isKnown(own.days) || !isKnown(before)) return undefined;
  const { usual } = own;
  const source = 'own history: {days|day|days} from inquiry, median of {leads|lead|leads}';
  const values = { days: count(own.days), leads: count(own.leads) };
  // The mean of like days may differ from them by the noise of doubles.
  if (usual === undefined || usualHere === undefined || usual <= 0 || Math.abs(usual - usualHere) < 1e-9)
    return { days: Math.max(0, own.days - before), origin: 'history', source: sentence(source, values) };
  return {
    days: Math.max(0, (own.days * usualHere) / usual - before),
    origin: 'history',
    source: sentence(`${source} × {usual_here} ÷ {usual}`, {
      ...values,
      usual_here: count(usualHere),
      usual: count(usual),
    }),
  };
}

/** Days that leads of a tactic usually take from coming in to the end of a step; undefined where one of the steps has none. */
export function usualDaysTo(
  step: number,
  { tactic, library }: { readonly tactic: StatedDays['days'] | undefined; readonly library: StatedDays['days'] },
): number | undefined {
  const days = Array.from({ length: step + 1 }, (_, index) => tactic?.[index] ?? library[index]);
  return days.reduce((sum, each) => (sum === undefined || each === undefined ? undefined : sum + each), 0);
}

function stated(from: StatedDays | undefined, step: number, origin: StageDays['origin']): Step | undefined {
  const days = from?.days[step];
  return days === undefined
    ? undefined
    : { days, origin, source: sentence('{source}', { source: text(from!.source) }) };
}
