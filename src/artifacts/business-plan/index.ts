import type { Artifact } from '../artifact.ts';
import { computeBusinessPlan, type BusinessPlanResult } from './compute.ts';
import { businessPlanDocument } from './document.ts';

export type { PlannedProfit } from './compute.ts';
export { basisOf, paybackMonth, plannedProfit } from './compute.ts';
export { businessFigures } from './figures/business-figures.ts';
export { cumulativeChart, yearsTable } from './plan-blocks.ts';

/** The partner's own profit and loss over 36 months. */
export const businessPlan: Artifact<BusinessPlanResult> = {
  id: 'business-plan',
  formats: ['terminal', 'html', 'md', 'json', 'xlsx'],
  compute: computeBusinessPlan,
  toDocument: businessPlanDocument,
};
