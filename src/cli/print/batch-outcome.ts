import { isKnown } from '../../units/missing.ts';
import type { BatchResult } from '../../app/pages/produce.ts';
import type { Outcome } from '../command.ts';

/** What a batch says to scripts: the files, the open inputs, who failed. */
export function batchOutcome(
  { pages, failed }: BatchResult,
  kind: string,
): Pick<Outcome, 'data' | 'files' | 'warnings' | 'failed'> {
  const edited = pages.flatMap(({ files }) => files.filter(({ decision }) => decision === 'edited-by-hand'));
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
    warnings: edited.map(({ path }) => ({
      where: path,
      message: 'was edited by hand and stays as it is; --force replaces it',
    })),
    failed,
  };
}
