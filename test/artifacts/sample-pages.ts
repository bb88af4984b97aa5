import { capabilityScorecard } from '../../src/artifacts/capability-scorecard/index.ts';
import { fileURLToPath } from 'node:url';
import { openWorkspace, type Workspace } from '../../src/app/territory/open-workspace.ts';
import { artifactInput, computeSiblings, partnerById } from '../../src/app/pages/partner-pages.ts';
import type { ArtifactInput } from '../../src/artifacts/artifact.ts';
import { performanceScorecard, type ScorecardResult } from '../../src/artifacts/performance-scorecard/index.ts';
import { qbr, type QbrResult } from '../../src/artifacts/qbr/index.ts';
import type { Document, Edition, Section } from '../../src/document/document.ts';
import { day } from '../domain/given.ts';

/** The sample territory, opened as the command line does. Its own as-of date holds, whatever today is. */
export function openSample(): Promise<Workspace> {
  const currentFolder = fileURLToPath(new URL('../../samples/territory', import.meta.url));
  return openWorkspace({ currentFolder, today: day('2031-12-31') });
}

/** One partner's results and pages. */
export interface Pages {
  readonly input: ArtifactInput;
  readonly scorecard: ScorecardResult;
  readonly review: QbrResult;
  readonly page: Document;
  readonly capability: Document;
  readonly deck: Document;
}

export function pagesOf(workspace: Workspace, id: string, edition: Edition = 'partner'): Pages {
  return pagesFrom(artifactInput(workspace, partnerById(workspace, id)), edition);
}

export function pagesFrom(input: ArtifactInput, edition: Edition = 'partner'): Pages {
  const siblings = computeSiblings(input);
  const { scorecard, capability } = siblings;
  const review = qbr.compute(input, siblings);
  return {
    input,
    scorecard,
    review,
    page: performanceScorecard.toDocument(scorecard, edition),
    capability: capabilityScorecard.toDocument(capability, edition),
    deck: qbr.toDocument(review, edition),
  };
}

/** A section by its id; a deck without it is a mistake of the test. */
export function sectionOf(document: Document, id: string): Section {
  const section = document.sections.find((candidate) => candidate.id === id);
  if (!section) throw new Error(`no section "${id}" among ${document.sections.map((each) => each.id).join(', ')}`);
  return section;
}
