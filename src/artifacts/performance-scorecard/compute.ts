import { computePerformance, type Performance } from '../../domain/performance/performance.ts';
import type { Value } from '../../units/value.ts';
import type { ArtifactInput } from '../artifact.ts';
import { performanceStoryValues } from './story-values.ts';

/** The scorecard's figures with all that its page and the review's slides are made from. */
export interface ScorecardResult {
  readonly input: ArtifactInput;
  readonly performance: Performance;
  /** Figures by the names that sentences use. */
  readonly values: Readonly<Record<string, Value>>;
}

/** Results and pipeline of one partner at the review's two dates. */
export function computeScorecard(input: ArtifactInput): ScorecardResult {
  const performance = computePerformance(input);
  return { input, performance, values: performanceStoryValues(input, performance) };
}
