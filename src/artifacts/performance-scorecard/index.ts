import type { Artifact } from '../artifact.ts';
import { computeScorecard, type ScorecardResult } from './compute.ts';
import { scorecardDocument } from './document.ts';

export { allFigures, type ScorecardResult } from './compute.ts';
export { footnotedResult } from './footnoted-result.ts';
export { againstTable, cumulativeChart, monthlyChart } from './result-blocks.ts';
export {
  dealCells,
  dealFlags,
  flagCell,
  flagContextOf,
  periodsChart,
  rankedOpenDeals,
  stagesChart,
  topDealsTable,
} from './pipeline-blocks.ts';

export { keptSentence, leavingTable, requirementsTable, worthPanel, type TierPage } from './tier-blocks.ts';

/** The monthly page: performance to plan and pipeline to target. */
export const performanceScorecard: Artifact<ScorecardResult> = {
  id: 'performance-scorecard',
  formats: ['terminal', 'html', 'md', 'json', 'xlsx'],
  compute: computeScorecard,
  toDocument: scorecardDocument,
};
