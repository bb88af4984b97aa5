import type { Artifact } from '../artifact.ts';
import { computeHandover, type HandoverResult, type HandoverSiblings } from './compute.ts';
import { handoverDocument } from './document.ts';

export { packDocument, packLine, type PackLine } from './pack-document.ts';

/** The page for the colleague who takes a partner over. */
export const handover: Artifact<HandoverResult, HandoverSiblings> = {
  id: 'handover',
  title: 'Handover',
  summary: 'Who a partner is, where it stands and what is open, on one page for a colleague',
  formats: ['html', 'md', 'json'],
  compute: computeHandover,
  toDocument: handoverDocument,
};
