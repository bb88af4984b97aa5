import { gapsOf, gapsWithAction } from '../../domain/capability/gaps.ts';
import { newestScreening, type Screening } from '../../domain/capability/newest-screening.ts';
import type { ArtifactInput } from '../artifact.ts';

/** What is talked over next is a short list. */
const MOST_GAPS = 5;

/** What a screening says of a company before it signs. */
export interface ScreeningResult {
  readonly input: ArtifactInput;
  /** Undefined where it has not been screened yet. */
  readonly standing?: Screening & { readonly gaps: ReturnType<typeof gapsWithAction> };
}

/** The newest screening of a partner with its verdict and its largest gaps. */
export function computeScreening(input: ArtifactInput): ScreeningResult {
  const { files, questionnaire, review } = input;
  const screening = newestScreening(files, { questionnaire, asOf: review.asOf });
  if (!screening) return { input };
  const gaps = gapsWithAction(gapsOf(screening.questionnaire, screening.assessed), MOST_GAPS);
  return { input, standing: { ...screening, gaps } };
}
