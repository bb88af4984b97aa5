import { isKnown } from '../../units/missing.ts';
import type { BatchResult } from '../../app/pages/produce.ts';
import type { Outcome } from '../command.ts';
import { keptWarnings } from './written-lines.ts';

/** What a batch says to scripts: the files, the open inputs, who failed. */
export function batchOutcome(
  { pages, failed }: BatchResult,
  kind: string,
): Pick<Outcome, 'data' | 'files' | 'warnings' | 'failed'> {
  return {
    data: {
      partners: pages.map(({ partner, name, openInputs, attention }) => ({
        id: partner,
        name,
        openInputs,
        statuses: attention.statuses.map(({ word }) => word),
        atStake: isKnown(attention.atStake) ? attention.atStake : null,
      })),
    },
    files: pages.flatMap(({ partner, files }) => files.map(({ path }) => ({ path, kind, partner }))),
    warnings: keptWarnings(pages.flatMap(({ files }) => files)),
    failed,
  };
}
