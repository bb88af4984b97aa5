import type { Artifact } from '../artifact.ts';
import { computeCapability, type CapabilitySiblings } from './compute.ts';
import type { CapabilityResult } from './result.ts';
import { capabilityDocument } from './document.ts';

export { gapPoints } from './action-blocks.ts';
export type { CapabilityResult } from './result.ts';
export { categoryScores } from './score-blocks.ts';

/** The page of a conversation: what a partner can do, what changed, what comes first. */
export const capabilityScorecard: Artifact<CapabilityResult, CapabilitySiblings> = {
  id: 'capability-scorecard',
  formats: ['terminal', 'html', 'md', 'json', 'xlsx'],
  compute: computeCapability,
  toDocument: capabilityDocument,
};
