import { isKnown, type Known } from '../../../units/missing.ts';
import { sentence, type Sentence } from '../../../units/sentence.ts';
import { count, preciseShare, text, type Value } from '../../../units/value.ts';
import type { Figure } from '../../figure.ts';
import type { StepRate } from '../history/rates-of-tactic.ts';
import type { StageCount } from './waterfall.ts';

/** What the figures of a waterfall say beside their numbers. */
export interface WaterfallWords {
  /** Titles of the stages, by their ids. */
  readonly titles: ReadonlyMap<string, string>;
  readonly sources: readonly Sentence[];
}

/** A rate with its reasons: where it is from, and the leads that were counted for it. */
export function rateFigure({ from, to, rate, source, history }: StepRate, words: WaterfallWords): Figure {
  const [before, after] = [titleOf(from, words), titleOf(to, words)];
  return {
    label: `${before} to ${after}`,
    value: preciseShare(rate),
    evidence: {
      formula: 'leads that come to the stage ÷ leads that came to the one before',
      workings: source,
      ...(history && { rows: history.words, ...(history.records && { records: history.records }) }),
      sources: words.sources,
    },
  };
}

/**
 * The count at each stage with its reasons: the stage before × the rate of the step.
 * @param start how the first is found
 */
export function countFigures(
  counts: readonly StageCount[],
  {
    rates,
    start,
    ...words
  }: WaterfallWords & {
    readonly rates: readonly StepRate[];
    readonly start: { readonly formula: string; readonly workings?: Sentence };
  },
): readonly (Figure & { readonly stage: string })[] {
  return counts.map(({ stage, count: leads }, index) => {
    const [rate, before] = [rates[index - 1], counts[index - 1]];
    const evidence =
      rate && before
        ? {
            formula: 'stage before × rate',
            workings: stepWords(titleOf(before.stage, words), exactCount(before.count), rate),
          }
        : start;
    return {
      stage,
      label: titleOf(stage, words),
      value: count(leads),
      evidence: { ...evidence, sources: words.sources },
    };
  });
}

/** A count with four decimals where it has them: in workings the one of a page would not give the result. */
export function exactCount(leads: Known<number>): Value {
  return isKnown(leads) && !Number.isInteger(leads) ? text(String(Number(leads.toFixed(4)))) : count(leads);
}

function titleOf(stage: string, { titles }: WaterfallWords): string {
  return titles.get(stage) ?? stage;
}

function stepWords(stage: string, before: Value, { rate, source }: StepRate): Sentence {
  return sentence(`{before} ({stage}) × {rate} (${source.pattern})`, {
    ...source.values,
    before,
    stage: text(stage),
    rate: preciseShare(rate),
  });
}
