import type { Artifact, ArtifactInput } from '../../artifacts/artifact.ts';
import type { OpenInput } from '../../artifacts/qbr/index.ts';
import { ARTIFACTS, type ArtifactId } from '../../artifacts/registry.ts';
import type { Document, Edition } from '../../document/document.ts';
import { attentionOf, type Attention } from '../../domain/attention.ts';
import { computeSiblings, type Siblings } from './partner-pages.ts';

/** Which page is made, and for whom. */
export interface WantedPage {
  readonly artifact: ArtifactId;
  readonly edition: Edition;
  /** Who takes the partner over, for the page that hands it over. */
  readonly colleague?: string;
}

/** A page as it is drawn in every format. */
export interface PageDocument {
  readonly document: Document;
  /** What its owner has still to confirm or to load. */
  readonly openInputs: readonly OpenInput[];
  /** What of the partner's figures asks for a look, whichever page was made. */
  readonly attention: Attention;
}

/** Makes the page of one partner; what several pages repeat figures from is computed once. */
export function pageDocument(input: ArtifactInput, { artifact, edition, colleague }: WantedPage): PageDocument {
  const siblings = computeSiblings(input);
  const attention = attentionOf(siblings.scorecard.performance, input.config);
  return { openInputs: [], attention, ...MAKERS[artifact]({ input, siblings, edition, colleague }) };
}

interface Making {
  readonly input: ArtifactInput;
  readonly siblings: Siblings;
  readonly edition: Edition;
  readonly colleague: string | undefined;
}

type Made = Pick<PageDocument, 'document'> & Partial<Pick<PageDocument, 'openInputs'>>;

/** How each page comes by its result: from the siblings, with their figures, or on its own. */
const MAKERS: Readonly<Record<ArtifactId, (making: Making) => Made>> = {
  'performance-scorecard': ({ siblings, edition }) => ({
    document: ARTIFACTS['performance-scorecard'].toDocument(siblings.scorecard, edition),
  }),
  'capability-scorecard': ({ siblings, edition }) => ({
    document: ARTIFACTS['capability-scorecard'].toDocument(siblings.capability, edition),
  }),
  qbr: ({ input, siblings, edition }) => {
    const result = ARTIFACTS.qbr.compute(input, siblings);
    return { document: ARTIFACTS.qbr.toDocument(result, edition), openInputs: result.openInputs };
  },
  handover: ({ input, siblings, edition, colleague }) => {
    const { performance } = siblings.scorecard;
    const result = ARTIFACTS.handover.compute(input, { performance, ...(colleague !== undefined && { colleague }) });
    return { document: ARTIFACTS.handover.toDocument(result, edition) };
  },
  screening: onItsOwn(ARTIFACTS.screening),
  'business-plan': onItsOwn(ARTIFACTS['business-plan']),
  'marketing-plan': onItsOwn(ARTIFACTS['marketing-plan']),
};

function onItsOwn<Result>(artifact: Artifact<Result>): (making: Making) => Made {
  return ({ input, edition }) => ({ document: artifact.toDocument(artifact.compute(input, undefined), edition) });
}
