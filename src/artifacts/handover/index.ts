import type { Artifact } from '../artifact.ts';
import { computeHandover, type HandoverResult, type HandoverSiblings } from './compute.ts';
import { handoverDocument } from './document.ts';

export { packDocument, packLine, type PackLine } from './pack-document.ts';

/** The page for the colleague who takes a partner over. */
export const handover: Artifact<HandoverResult, HandoverSiblings> = {
  id: 'handover',
  formats: ['html', 'md', 'json'],
  compute: computeHandover,
  toDocument: handoverDocument,
};
