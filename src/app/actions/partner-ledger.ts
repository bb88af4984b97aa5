import { join } from 'node:path';
import { PARTNERS_FOLDER } from '../../input/partner-folders.ts';
import { loadTerritory } from '../../input/load-territory.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import type { Commitment } from '../../schema/commitments.ts';
import type { PartnerFiles, Territory } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { knownPartner } from '../partners/known-partner.ts';
import { unusable } from '../territory/open-territory.ts';
import { dayOf, type ChangeSetting } from '../partner-changes/change-setting.ts';
import { COMMITMENTS, TASKS } from '../tables/partner-tables.ts';
import { planTableChanges } from '../tables/plan-changes.ts';
import type { RowChange } from '../tables/table.ts';

/** The ledger of a partner that is about to change. */
export interface PartnerLedger {
  readonly territory: Territory;
  readonly files: PartnerFiles;
  readonly entries: readonly Commitment[];
  /** The day on which it is entered. */
  readonly day: PlainDate;
}

/**
 * Reads a partner's ledger for a change; the caller holds the lock.
 * @throws Failure (usage) with the nearest id, (data) when the partner's files cannot be used
 */
export async function openLedger({
  partnerId,
  ...setting
}: ChangeSetting & { readonly partnerId: string }): Promise<PartnerLedger> {
  const { territory, problems, partnerIds } = await loadTerritory(setting.root);
  if (!territory) throw unusable(problems);
  const id = knownPartner(partnerId, partnerIds);
  const files = territory.partners.find((partner) => partner.id === id);
  if (!files)
    throw new Failure('data', `The files of ${id} cannot be used.`, `cam check partners/${id} shows every problem.`);
  return { territory, files, entries: files.commitments?.commitments ?? [], day: dayOf(setting, territory.config) };
}

/** Writes changes of the ledger, and of tasks where there are any; every other byte of the files stays. */
export async function writeLedger(
  { territory, files }: PartnerLedger,
  changes: readonly RowChange[],
  { dryRun, tasks = [] }: { readonly dryRun: boolean; readonly tasks?: readonly RowChange[] },
): Promise<{ readonly path: string; readonly files: readonly string[] }> {
  const planned = await planTableChanges(territory, [
    { table: COMMITMENTS, changes },
    { table: TASKS, changes: tasks },
  ]);
  if (!dryRun) for (const { path, content } of planned) await writeFileAtomically(join(territory.root, path), content);
  return {
    path: `${PARTNERS_FOLDER}/${files.id}/${COMMITMENTS.storage.file}`,
    files: planned.map(({ path }) => path),
  };
}
