import type { Artifact } from '../artifact.ts';
import { computeScreening, type ScreeningResult } from './compute.ts';
import { screeningDocument } from './document.ts';

/** Whether to invite a company, before anything is signed. */
export const screening: Artifact<ScreeningResult> = {
  id: 'screening',
  title: 'Screening',
  summary:
    'Whether to invite a company: its score before signing, the verdict in words and why, what to talk about next',
  formats: ['html', 'terminal', 'md', 'json'],
  compute: computeScreening,
  toDocument: screeningDocument,
};
