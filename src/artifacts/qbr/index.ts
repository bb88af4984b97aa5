import type { Artifact, ArtifactInput } from '../artifact.ts';
import type { PlannedProfit } from '../business-plan/index.ts';
import type { CapabilityResult } from '../capability-scorecard/index.ts';
import type { ScorecardResult } from '../performance-scorecard/index.ts';
import type { MarketingReview } from '../marketing-plan/index.ts';
import { computeQbr, type QbrResult } from './compute.ts';
import { qbrDocument } from './document.ts';
import { SLIDE_BUILDERS } from './slide-builders.ts';

export type { QbrResult } from './compute.ts';
export type { OpenInput } from './open-input.ts';

/** Siblings whose figures the deck repeats. */
export interface QbrSiblings {
  readonly scorecard: ScorecardResult;
  readonly capability: CapabilityResult;
  readonly plan?: PlannedProfit;
  readonly marketing?: MarketingReview;
}

/** The quarterly business review deck. */
export const qbr: Artifact<QbrResult, QbrSiblings> = {
  id: 'qbr',
  formats: ['pptx', 'html', 'md', 'json'],
  compute: (input: ArtifactInput, siblings) => computeQbr(input, siblings, new Set(Object.keys(SLIDE_BUILDERS))),
  toDocument: qbrDocument,
};
