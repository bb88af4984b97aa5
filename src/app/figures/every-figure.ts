import type { ArtifactInput } from '../../artifacts/artifact.ts';
import type { ScorecardResult } from '../../artifacts/performance-scorecard/index.ts';
import type { Figure } from '../../domain/figure.ts';
import { businessFigures, plannedProfit } from '../../artifacts/business-plan/index.ts';
import { marketingFigures, marketingPlan } from '../../artifacts/marketing-plan/index.ts';
import { lifeStageOf } from '../../domain/life-stage/life-stage.ts';
import { nameOfId } from '../../expression/name-of-id.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { computeSiblings } from '../pages/partner-pages.ts';

export type Figures = Readonly<Record<string, Figure>>;

/** The figures of one page by their names. */
export interface FigurePage {
  readonly heading: string;
  readonly figures: Figures;
  /** How the names of figures begin that there are of each year, or of each campaign. */
  readonly stems?: readonly string[];
}

/** Every figure of a partner that can be asked for its reasons or objected to, by its name and by its page; with the scorecard that most are from. */
export function everyFigure(input: ArtifactInput): {
  readonly figures: Figures;
  readonly pages: readonly FigurePage[];
  readonly scorecard: ScorecardResult;
} {
  const { scorecard, capability } = computeSiblings(input);
  const pages = [
    { heading: 'Results, pipeline and program', figures: scorecard.figures },
    { heading: 'Metrics of the scorecard', figures: scorecard.metrics().figures },
    { heading: 'Capability scorecard', figures: capability.figures },
    { heading: 'Life-stage', figures: lifeStageOf(input).figures },
    { heading: 'Marketing plan', ...marketingFiguresOf(input) },
    { heading: 'Business plan', ...businessFiguresOf(input) },
  ];
  return { figures: Object.assign({}, ...pages.map(({ figures }) => figures)) as Figures, pages, scorecard };
}

/** Of the written plan of the quarter under review, else of the quarter that is planned now; none of a mere proposal. */
function marketingFiguresOf(input: ArtifactInput): Omit<FigurePage, 'heading'> {
  const { files, review } = input;
  if ((files.marketingPlans ?? []).length === 0) return { figures: {} };
  const reviewed = formatFiscalQuarter(review.quarter);
  const isWritten = files.marketingPlans?.some(({ quarter }) => formatFiscalQuarter(quarter) === reviewed);
  const result = marketingPlan.compute({ ...input, ...(isWritten && { plannedQuarter: review.quarter }) }, undefined);
  if (result.isProposal) return { figures: {} };
  const stems = result.campaigns.map(({ campaign }) => `campaign_${nameOfId(campaign.id)}_`);
  return { figures: marketingFigures(result), stems };
}

/** Of the written plan that runs on the day; none of a mere example. */
function businessFiguresOf(input: ArtifactInput): Omit<FigurePage, 'heading'> {
  if ((input.files.businessPlans ?? []).length === 0) return { figures: {} };
  const figures = businessFigures(plannedProfit(input));
  const years = Object.keys(figures).flatMap((name) => /^business_year_\d+_/.exec(name) ?? []);
  return { figures, stems: [...new Set(years)] };
}
