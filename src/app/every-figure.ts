import type { ArtifactInput } from '../artifacts/artifact.ts';
import { allFigures, type ScorecardResult } from '../artifacts/performance-scorecard/index.ts';
import type { Figure } from '../domain/figure.ts';
import { lifeStageOf } from '../domain/life-stage/life-stage.ts';
import { computeSiblings } from './partner-pages.ts';

export type Figures = Readonly<Record<string, Figure>>;

/** Every figure of a partner that can be asked for its reasons or objected to, by its name; with the scorecard that most are from. */
export function everyFigure(input: ArtifactInput): { readonly figures: Figures; readonly scorecard: ScorecardResult } {
  const { scorecard, capability } = computeSiblings(input);
  return {
    figures: { ...allFigures(scorecard), ...capability.figures, ...lifeStageOf(input).figures },
    scorecard,
  };
}
