import { figureNotes, type FigureNote } from '../../domain/adjustments/adjusted-figures.ts';
import type { Figure } from '../../domain/figure.ts';
import { metricFigures } from '../../domain/metrics/metric-figures.ts';
import { metricStandings, type MetricStanding } from '../../domain/metrics/metric-standing.ts';
import { computePerformance, type Performance } from '../../domain/performance/performance.ts';
import { tierFigures } from '../../domain/tiers/tier-figures.ts';
import { tierStanding, type TierStanding } from '../../domain/tiers/tier-standing.ts';
import type { Value } from '../../units/value.ts';
import type { ArtifactInput } from '../artifact.ts';
import { performanceStoryValues } from './story-values.ts';
import { tierStoryValues } from './tier-story-values.ts';

/** The metrics that apply to the partner, in the order of the page, and their figures by name. */
export interface ScorecardMetrics {
  readonly standings: readonly MetricStanding[];
  readonly figures: Readonly<Record<string, Figure>>;
}

/** The scorecard's figures with all that its page and the review's slides are made from. */
export interface ScorecardResult {
  readonly input: ArtifactInput;
  readonly performance: Performance;
  /** Undefined for a partner without a tier of the program. */
  readonly tier?: TierStanding;
  /** The metrics of the program, worked out when first asked for: the quarterly review does without them. */
  metrics(): ScorecardMetrics;
  /** Figures of results, pipeline and program by the name they can be asked for. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** Corrections in the figures and open objections to them. */
  readonly notes: readonly FigureNote[];
  /** Figures by the names that sentences use. */
  readonly values: Readonly<Record<string, Value>>;
}

/** Every figure of the page by its name: results, pipeline, program, metrics. */
export function allFigures({ figures, metrics }: ScorecardResult): Readonly<Record<string, Figure>> {
  return { ...figures, ...metrics().figures };
}

/** Results, pipeline and tier of one partner at the review's two dates. */
export function computeScorecard(input: ArtifactInput): ScorecardResult {
  const computed = computeFigures(input);
  const { performance, tier, requirements, figures } = computed;
  let metrics: ScorecardMetrics | undefined;
  const { currency } = performance;
  return {
    input,
    performance,
    ...(tier && { tier }),
    metrics: () => (metrics ??= computeMetrics(input, computed)),
    figures,
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
  const requirements = tier ? tierFigures(tier, input.tiers, performance.currency) : {};
  return { performance, tier, requirements, figures: { ...performance.figures, ...requirements } };
}

function computeMetrics(
  input: ArtifactInput,
  { performance, tier, figures }: ReturnType<typeof computeFigures>,
): ScorecardMetrics {
  const standings = metricStandings({ ...input, performance, tier });
  return { standings, figures: metricFigures(standings, new Set(Object.keys(figures))) };
}

function notesOf(input: ArtifactInput): readonly FigureNote[] {
  const { files, review } = input;
  return figureNotes(files.adjustments ?? [], { on: review.asOf, dataOf: review.pipeline }, (adjustments) => {
    const adjusted = { ...input, files: { ...files, adjustments } };
    const computed = computeFigures(adjusted);
    return { ...computed.figures, ...computeMetrics(adjusted, computed).figures };
  });
}
