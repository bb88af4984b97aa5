import { access, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadTerritory } from '../../input/load-territory.ts';
import { editYaml } from '../../output/edit-yaml.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import type { Territory } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { unusable } from '../territory/open-territory.ts';
import { dayOf, whileLocked, type ChangeSetting, type ChangeWarning } from './change-setting.ts';
import { mergeLedger } from './merge/merge-ledger.ts';
import { joined, type InBoth, type Merging, type PlannedChange, type Taken } from './merge/merge-plan.ts';
import { mergeProfile } from './merge/merge-profile.ts';
import { mergeSnapshots } from './merge/merge-snapshots.ts';
import { mergeTables } from './merge/merge-tables.ts';
import { takeOtherFiles } from './merge/other-files.ts';
import { repointReferences } from './merge/references.ts';
import { wordsOf, soundPartner } from './sound-partner.ts';

export interface MergeRequest extends ChangeSetting {
  /** The partner that goes. */
  readonly id: string;
  /** The partner that stays. */
  readonly into: string;
}

/** What a merge did, or with `dryRun` would do. */
export interface MergedPartner {
  readonly id: string;
  readonly name: string;
  readonly into: { readonly id: string; readonly name: string };
  readonly on: PlainDate;
  readonly taken: readonly Taken[];
  readonly both: readonly InBoth[];
  readonly warnings: readonly ChangeWarning[];
  /** Folder that keeps every file of the partner that went, relative to the territory. */
  readonly history: string;
  /** Files written, relative to the territory. */
  readonly files: readonly string[];
}

/** Partners that went are kept here, whole: no command reads them, git keeps them. */
const HISTORY_FOLDER = 'history';

/**
 * Makes two partners one: everything of the first goes to the second, nothing is summed twice, and what both have is named.
 *
 * Written so that an interruption never loses a deal: first the deals and all else with the partner that stays, then the other's folder
 * goes to the history in one step, last the snapshots, whose sums must not be taken a second time when an interrupted merge is repeated.
 * @throws Failure when either partner is not there or has an error in its files, when they are one, or when the one that stays is retired
 */
export async function mergePartner(request: MergeRequest): Promise<MergedPartner> {
  return whileLocked(request, async () => {
    const { merging, territory, on } = await preparedMerge(request);
    const first = joined([
      await mergeTables(merging),
      await mergeProfile(merging, { territory, on }),
      await mergeLedger(merging),
      await takeOtherFiles(merging),
      await repointReferences(merging, territory),
    ]);
    const last = mergeSnapshots(merging);
    const { taken, both, warnings } = joined([first, last]);
    if (!request.dryRun) {
      await writeAll(request.root, first.files);
      await moveToHistory(request.root, merging);
      await writeAll(request.root, [mergeNote(merging, { on, both }), ...last.files]);
    }
    return {
      id: merging.from.id,
      name: merging.from.partner.name,
      into: { id: merging.into.id, name: merging.into.partner.name },
      on,
      taken,
      both,
      warnings,
      history: merging.history,
      files: [...first.files, ...last.files].map(({ path }) => path),
    };
  });
}

async function preparedMerge(
  request: MergeRequest,
): Promise<{ readonly merging: Merging; readonly territory: Territory; readonly on: PlainDate }> {
  const { root } = request;
  const from = await soundPartner(root, request.id);
  const into = await soundPartner(root, request.into);
  if (from.id === into.id) throw new Failure('usage', `${from.id} cannot be merged into itself.`);
  const { retired } = into.partner;
  const territory = await readableTerritory(root, [from.id, into.id]);
  const on = dayOf(request, territory.config);
  if (retired !== undefined && retired < on) {
    const remedy = `Take that back first: cam partner retire ${into.id} --undo`;
    throw new Failure('data', `${into.id} is retired since ${retired}: nothing is merged into it.`, remedy);
  }
  const currencyOf = ({ partner }: typeof from): string => partner.currency ?? territory.config.currency;
  const currencies = { from: currencyOf(from), into: currencyOf(into) };
  return { merging: { root, from, into, currencies, history: await freeHistory(root, from.id) }, territory, on };
}

/** The rest of the territory has to be sound: what cannot be read may name the partner that goes. */
async function readableTerritory(root: string, subjects: readonly string[]): Promise<Territory> {
  const { territory, problems } = await loadTerritory(root);
  if (!territory) throw unusable(problems);
  const inTheWay = problems.find(
    ({ severity, partner }) => severity === 'error' && (partner === undefined || !subjects.includes(partner)),
  );
  if (!inTheWay) return territory;
  throw new Failure(
    'data',
    `${wordsOf(inTheWay)}.`,
    'A merge changes what names the partner: mend this first. cam check shows all.',
  );
}

async function freeHistory(root: string, id: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = `${HISTORY_FOLDER}/${number === 1 ? id : `${id}-${number}`}`;
    const isTaken = await access(join(root, folder)).then(
      () => true,
      () => false,
    );
    if (!isTaken) return folder;
  }
}

async function writeAll(root: string, files: readonly PlannedChange[]): Promise<void> {
  for (const { path, content } of files) await writeFileAtomically(join(root, path), content);
}

async function moveToHistory(root: string, { from, history }: Merging): Promise<void> {
  const target = join(root, history);
  await mkdir(dirname(target), { recursive: true });
  await rename(join(root, from.folder), target).catch((error: unknown) => {
    const remedy = `Close what is open in ${from.folder} and run the same command again: nothing is taken twice.`;
    throw new Failure('data', `${from.folder} cannot be moved to ${history} (${codeOf(error)}).`, remedy);
  });
}

/** Beside the old files, for whoever opens them in a year: where the partner went and what was not taken over. */
function mergeNote(
  { into, history }: Merging,
  { on, both }: { readonly on: PlainDate; readonly both: readonly InBoth[] },
): PlannedChange {
  const left = both.filter((entry) => entry.left !== undefined);
  const said = { into: into.id, on, ...(left.length > 0 && { not_taken: left }) };
  const edits = Object.entries(said).map(([key, value]) => ({ path: [key], value }));
  const head = '# This partner was merged into another one. No command reads this folder.\n';
  return { path: `${history}/merged.yaml`, content: editYaml(head, edits) };
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
}
