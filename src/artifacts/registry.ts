import { businessPlan } from './business-plan/index.ts';
import { capabilityScorecard } from './capability-scorecard/index.ts';
import { handover } from './handover/index.ts';
import { marketingPlan } from './marketing-plan/index.ts';
import { performanceScorecard } from './performance-scorecard/index.ts';
import { qbr } from './qbr/index.ts';
import { screening } from './screening/index.ts';

/** Every kind of page there is. A new one costs a folder and a line here. */
export const ARTIFACTS = {
  'performance-scorecard': performanceScorecard,
  'capability-scorecard': capabilityScorecard,
  qbr,
  screening,
  handover,
  'business-plan': businessPlan,
  'marketing-plan': marketingPlan,
} as const;

export type ArtifactId = keyof typeof ARTIFACTS;
