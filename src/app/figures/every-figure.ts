import type { ArtifactInput } from '../../artifacts/artifact.ts';
import { allFigures, type ScorecardResult } from '../../artifacts/performance-scorecard/index.ts';
import type { Figure } from '../../domain/figure.ts';
import { businessFigures, plannedProfit } from '../../artifacts/business-plan/index.ts';
import { marketingFigures, marketingPlan } from '../../artifacts/marketing-plan/index.ts';
import { lifeStageOf } from '../../domain/life-stage/life-stage.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { computeSiblings } from '../pages/partner-pages.ts';

export type Figures = Readonly<Record<string, Figure>>;

/** Every figure of a partner that can be asked for its reasons or objected to, by its name; with the scorecard that most are from. */
export function everyFigure(input: ArtifactInput): { readonly figures: Figures; readonly scorecard: ScorecardResult } {
  const { scorecard, capability } = computeSiblings(input);
  return {
    figures: {
      ...allFigures(scorecard),
      ...capability.figures,
      ...lifeStageOf(input).figures,
      ...marketingFiguresOf(input),
      ...businessFiguresOf(input),
    },
    scorecard,
  };
}

/** Of the written plan of the quarter under review, else of the quarter that is planned now; none of a mere proposal. */
function marketingFiguresOf(input: ArtifactInput): Figures {
  const { files, review } = input;
  if ((files.marketingPlans ?? []).length === 0) return {};
  const reviewed = formatFiscalQuarter(review.quarter);
  const isWritten = files.marketingPlans?.some(({ quarter }) => formatFiscalQuarter(quarter) === reviewed);
  const result = marketingPlan.compute({ ...input, ...(isWritten && { plannedQuarter: review.quarter }) }, undefined);
  return result.isProposal ? {} : marketingFigures(result);
}

/** Of the written plan that runs on the day; none of a mere example. */
function businessFiguresOf(input: ArtifactInput): Figures {
  return (input.files.businessPlans ?? []).length === 0 ? {} : businessFigures(plannedProfit(input));
}
