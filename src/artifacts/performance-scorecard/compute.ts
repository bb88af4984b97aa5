import { figureNotes, type FigureNote } from '../../domain/adjustments/adjusted-figures.ts';
import type { Figure } from '../../domain/figure.ts';
import { computePerformance, type Performance } from '../../domain/performance/performance.ts';
import { tierFigures } from '../../domain/tiers/tier-figures.ts';
import { tierStanding, type TierStanding } from '../../domain/tiers/tier-standing.ts';
import type { Value } from '../../units/value.ts';
import type { ArtifactInput } from '../artifact.ts';
import { performanceStoryValues } from './story-values.ts';
import { tierStoryValues } from './tier-story-values.ts';

/** The scorecard's figures with all that its page and the review's slides are made from. */
export interface ScorecardResult {
  readonly input: ArtifactInput;
  readonly performance: Performance;
  /** Undefined for a partner without a tier of the program. */
  readonly tier?: TierStanding;
  /** Every figure of the page by the name it can be asked for. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** Corrections in the figures and open objections to them. */
  readonly notes: readonly FigureNote[];
  /** Figures by the names that sentences use. */
  readonly values: Readonly<Record<string, Value>>;
}

/** Results, pipeline and tier of one partner at the review's two dates. */
export function computeScorecard(input: ArtifactInput): ScorecardResult {
  const { performance, tier, requirements } = computeFigures(input);
  const { currency } = performance;
  return {
    input,
    performance,
    ...(tier && { tier }),
    figures: { ...performance.figures, ...requirements },
    notes: notesOf(input),
    values: {
      ...performanceStoryValues(input, performance),
      ...Object.fromEntries(Object.entries(requirements).map(([name, { value }]) => [name, value])),
      ...(tier && tierStoryValues(tier, input, currency)),
    },
  };
}

function computeFigures(input: ArtifactInput) {
  const performance = computePerformance(input);
  const tier = tierStanding(input);
  return { performance, tier, requirements: tier ? tierFigures(tier, input.tiers, performance.currency) : {} };
}

function notesOf(input: ArtifactInput): readonly FigureNote[] {
  const { files, review } = input;
  return figureNotes(files.adjustments ?? [], review.asOf, (adjustments) => {
    const { performance, requirements } = computeFigures({ ...input, files: { ...files, adjustments } });
    return { ...performance.figures, ...requirements };
  });
}
