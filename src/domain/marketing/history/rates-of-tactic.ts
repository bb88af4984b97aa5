import { isKnown, missing, type Known } from '../../../units/missing.ts';
import type { Sentence } from '../../../units/sentence.ts';
import { sentence } from '../../../units/sentence.ts';
import { count, preciseShare, text } from '../../../units/value.ts';
import type { StepHistory } from './lead-history.ts';

export type WaterfallCase = 'base' | 'conservative' | 'stretch';

/** Where a rate is from, the strongest first. */
export type RateOrigin = 'plan' | 'runs' | 'history' | 'tactic' | 'library';

/** The rate of one step that a plan counts with. */
export interface StepRate {
  readonly from: string;
  readonly to: string;
  /** A ratio from 0 to 1. */
  readonly rate: Known<number>;
  readonly origin: RateOrigin;
  /** In words, for a column beside the rate. */
  readonly source: Sentence;
  /** The leads behind an own rate. */
  readonly history?: StepHistory;
  /** What the base rate was multiplied with in another case. */
  readonly factor?: number;
}

/** Rates as somebody stated them, one a step, ratios; undefined where nothing is stated. */
export interface StatedRates {
  readonly rates: readonly (number | undefined)[];
  readonly source: string;
}

/** All that may say the rates of a tactic. */
export interface RateSources {
  readonly stages: readonly string[];
  /** The library's waterfall in its three cases. */
  readonly library: Readonly<Record<WaterfallCase, StatedRates>>;
  /** The tactic's own rates in the library. */
  readonly tactic?: StatedRates | undefined;
  /** What the plan says instead. */
  readonly plan?: StatedRates | undefined;
  /** Earlier runs of this tactic with this partner. */
  readonly runs?: readonly StepHistory[] | undefined;
  /** All leads of the partner. */
  readonly history?: readonly StepHistory[] | undefined;
  /** How many leads a step needs before the partner's own rate holds (`own_history.from_leads`). */
  readonly fromLeads: number;
}

/**
 * The rate of each step, the strongest source first: the plan's own word, earlier runs of the tactic with the partner, the partner's own
 * leads (both once enough leads came to the step), the tactic's rate in the library, the library's waterfall.
 * Own leads of all tactics say how much better or worse than usual the partner is, not how a tactic differs from others: their rate is
 * multiplied with what is usual for the tactic ÷ what is usual for those leads.
 * In the conservative and the stretch case every rate is multiplied with how far the library's waterfall moves at that step
 * (its conservative ÷ its base rate), and is never above 1: whoever stated a rate, or counted it on few leads, may have been lucky.
 */
export function ratesOfTactic(sources: RateSources, scenario: WaterfallCase = 'base'): StepRate[] {
  return sources.stages.slice(1).map((to, step) => {
    const base = { from: sources.stages[step]!, to, ...baseRate(sources, step) };
    return scenario === 'base' ? base : inCase(base, { sources, scenario, step });
  });
}

type SourcedRate = Pick<StepRate, 'rate' | 'origin' | 'source' | 'history'>;

function baseRate({ plan, runs, history, tactic, library, fromLeads }: RateSources, step: number): SourcedRate {
  return (
    stated(plan, step, 'plan') ??
    counted(runs?.[step], fromLeads, 'runs') ??
    asForTactic(counted(history?.[step], fromLeads, 'history'), usualOf({ tactic, library }, step)) ??
    stated(tactic, step, 'tactic') ??
    stated(library.base, step, 'library') ?? {
      rate: missing('no rate for this step'),
      origin: 'library',
      source: sentence('no rate for this step'),
    }
  );
}

function stated(from: StatedRates | undefined, step: number, origin: RateOrigin): SourcedRate | undefined {
  const rate = from?.rates[step];
  return rate === undefined
    ? undefined
    : { rate, origin, source: sentence('{source}', { source: text(from!.source) }) };
}

const COUNTED_WORDS = {
  runs: 'earlier runs: {passed} of {entered|lead|leads}',
  history: 'own history: {passed} of {entered|lead|leads}',
} as const;

function counted(
  history: StepHistory | undefined,
  fromLeads: number,
  origin: 'runs' | 'history',
): SourcedRate | undefined {
  if (history === undefined || !isKnown(history.rate) || history.entered < fromLeads) return undefined;
  const source = sentence(COUNTED_WORDS[origin], { passed: count(history.passed), entered: count(history.entered) });
  return { rate: history.rate, origin, source, history };
}

function usualOf({ tactic, library }: Pick<RateSources, 'tactic' | 'library'>, step: number): number | undefined {
  return tactic?.rates[step] ?? library.base.rates[step];
}

/** The rate of own leads as it is for a tactic of which more or fewer usually pass, never above 1. */
function asForTactic(own: SourcedRate | undefined, usualHere: number | undefined): SourcedRate | undefined {
  const usual = own?.history?.usual;
  if (!own || usual === undefined || usualHere === undefined || usual <= 0) return own;
  // The mean of like rates may differ from them by the noise of doubles.
  if (!isKnown(own.rate) || Math.abs(usual - usualHere) < 1e-9) return own;
  return {
    ...own,
    rate: Math.min(1, (own.rate * usualHere) / usual),
    source: sentence(`${own.source.pattern} × {usual_here} ÷ {usual}`, {
      ...own.source.values,
      usual_here: preciseShare(usualHere),
      usual: preciseShare(usual),
    }),
  };
}

function inCase(
  base: StepRate,
  {
    sources: { library },
    scenario,
    step,
  }: { readonly sources: RateSources; readonly scenario: 'conservative' | 'stretch'; readonly step: number },
): StepRate {
  const stated = library[scenario].rates[step];
  if (base.origin === 'library' && stated !== undefined) {
    return { ...base, rate: stated, source: sentence('{source}', { source: text(library[scenario].source) }) };
  }
  const usual = library.base.rates[step];
  // A base rate of nothing has no direction to move in.
  if (stated === undefined || usual === undefined || usual <= 0 || !isKnown(base.rate)) return base;
  const factor = stated / usual;
  return {
    ...base,
    rate: Math.min(1, base.rate * factor),
    factor,
    source: sentence(`${base.source.pattern} × {factor}`, { ...base.source.values, factor: preciseShare(factor) }),
  };
}
