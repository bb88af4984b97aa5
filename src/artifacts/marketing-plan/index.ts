import type { Artifact } from '../artifact.ts';
import { computeMarketingPlan, type MarketingPlanResult } from './compute.ts';
import { marketingPlanDocument } from './document.ts';

export type { MarketingPlanResult } from './compute.ts';
export { marketingFigures } from './figures.ts';
export { leadsByStage } from './leads-by-stage.ts';
export { ratesAgainstPlan } from './rates-against-plan.ts';
export { reviewMarketing, type MarketingReview } from './marketing-review.ts';

/** What a partner does in a quarter to find customers, what it costs both sides, and what comes of it. */
export const marketingPlan: Artifact<MarketingPlanResult> = {
  id: 'marketing-plan',
  formats: ['terminal', 'html', 'md', 'json', 'xlsx'],
  compute: computeMarketingPlan,
  toDocument: marketingPlanDocument,
};
