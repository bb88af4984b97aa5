import { join } from 'node:path';
import { problemsInFile } from '../../input/check-file.ts';
import { loadTerritory, partnerFiles } from '../../input/load-territory.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { Failure } from '../../units/failure.ts';
import { unusable } from '../territory/open-territory.ts';
import { dayOf, whileLocked, type ChangeSetting, type ChangeWarning } from '../partner-changes/change-setting.ts';
import { soundPartner, wordsOf } from '../partner-changes/sound-partner.ts';
import { planTableChanges, type PlannedTableFile } from '../tables/plan-changes.ts';
import { FUNDS } from '../tables/program-tables.ts';
import { changesIn } from './changes-in.ts';
import type { EditSetting } from './edit-setting.ts';
import type { FactChange, PartnerEdit } from './partner-edit.ts';
import { planEdits, type PlannedEdits } from './plan-edits.ts';

export interface EditRequest extends ChangeSetting {
  /** As it was typed. */
  readonly id: string;
  /** A second one of the same name, and a metric nobody knows, are wanted. */
  readonly force: boolean;
}

/** What an edit did, or with `dryRun` would do. */
export interface EditedPartner {
  readonly id: string;
  readonly name: string;
  readonly changes: readonly FactChange[];
  /** Files that changed, relative to the territory. */
  readonly files: readonly string[];
  readonly warnings: readonly ChangeWarning[];
}

/** The partner as it stands, for edits to be made of. */
export type PartnerToEdit = EditSetting;

/**
 * Enters facts about a partner: every comment and everything that nobody changed stays as it is. All edits are made, or none.
 * @throws Failure (usage) for an unknown partner and for an edit that cannot be, (data) when the partner's files cannot be used
 */
export async function editPartner(request: EditRequest, edits: readonly PartnerEdit[]): Promise<EditedPartner> {
  return whileLocked(request, async () => {
    const setting = await partnerToEdit(request);
    const { drafts, notes } = planEdits(edits, setting);
    const planned = await plannedFiles(drafts, setting);
    if (!request.dryRun) {
      for (const { path, content } of planned) await writeFileAtomically(join(request.root, path), content);
    }
    const { files } = setting;
    return {
      id: files.id,
      name: files.partner.name,
      changes: drafts.flatMap(changesIn),
      files: planned.map(({ path }) => path),
      warnings: notes.map(({ what, message }) => ({ where: what, message })),
    };
  });
}

/**
 * Reads what is known of a partner. A tier or a parent that is none can be mended by an edit, so it does not stand in the way.
 * @throws Failure (usage) with the nearest id, (data) when a file of the partner has an error
 */
export async function partnerToEdit(request: EditRequest): Promise<PartnerToEdit> {
  const { id, reading } = await soundPartner(request.root, request.id);
  const { territory, problems, partnerIds } = await loadTerritory(request.root);
  if (!territory) throw unusable(problems);
  const broken = problems.find(({ file, severity }) => file === FUNDS.storage.file && severity === 'error');
  if (broken) throw new Failure('data', `${wordsOf(broken)}.`, 'cam check shows every problem.');
  const files = territory.partners.find((one) => one.id === id) ?? partnerFiles(reading, territory.tiers)[0]!;
  const others = territory.partners.filter((one) => one.id !== id);
  const day: PlainDate = dayOf(request, territory.config);
  return { territory: { ...territory, partners: [...others, files] }, partnerIds, files, day, force: request.force };
}

/** The files with the edits in them; one that would not be sound is our own mistake, and is not written. */
async function plannedFiles(
  drafts: PlannedEdits['drafts'],
  { territory }: PartnerToEdit,
): Promise<readonly PlannedTableFile[]> {
  const wanted = drafts.map((draft) => ({
    table: draft.table,
    changes: draft.changes().map(({ change }) => change),
  }));
  const planned = await planTableChanges(territory, wanted);
  for (const { path, content } of planned) {
    const problem = problemsInFile(path, content).find(({ severity }) => severity === 'error');
    if (problem)
      throw new Failure('data', `${wordsOf(problem)}.`, 'Nothing was written. Edit the file itself instead.');
  }
  return planned;
}
