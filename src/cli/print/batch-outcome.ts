import { isKnown } from '../../units/missing.ts';
import type { BatchResult, PageRequest } from '../../app/pages/produce.ts';
import type { Outcome } from '../command.ts';
import { keptWarnings, writtenOf } from './written-lines.ts';

/** What a batch says to scripts: the files it wrote, the open inputs, who failed. */
export function batchOutcome(
  { pages, failed }: BatchResult,
  { artifact, dryRun }: Pick<PageRequest, 'artifact' | 'dryRun'>,
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
    files: pages.flatMap(({ partner, files }) =>
      writtenOf(files, dryRun).map(({ path }) => ({ path, kind: artifact, partner })),
    ),
    warnings: keptWarnings(pages.flatMap(({ files }) => files)),
    failed,
  };
}
