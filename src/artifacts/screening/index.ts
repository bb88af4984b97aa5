import type { Artifact } from '../artifact.ts';
import { computeScreening, type ScreeningResult } from './compute.ts';
import { screeningDocument } from './document.ts';

/** Whether to invite a company, before anything is signed. */
export const screening: Artifact<ScreeningResult> = {
  id: 'screening',
  formats: ['terminal', 'html', 'md', 'json'],
  compute: computeScreening,
  toDocument: screeningDocument,
};
