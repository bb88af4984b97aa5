import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { editYaml, type YamlEdit } from '../../output/edit-yaml.ts';
import { tierIdOf } from '../../input/cross-checks.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import type { Territory } from '../../schema/territory.ts';
import { withWorkspaceLock } from '../../output/lock.ts';
import { openTerritory } from '../territory/open-territory.ts';
import { whileLocked, type ChangeSetting, type ChangeWarning } from './change-setting.ts';
import { filesBelow } from './folder-files.ts';
import { copyFolder } from './move/copy-folder.ts';
import { destinationFor } from './move/destination.ts';
import { foreignWords } from './move/foreign-words.ts';
import { movedFunds, type MovedFunds } from './move/moved-funds.ts';
import { soundPartner, textOf, type SoundPartner } from './sound-partner.ts';

export interface MoveRequest extends ChangeSetting {
  readonly id: string;
  /** Folder of the other territory, as it was typed in `currentFolder`. */
  readonly to: string;
  readonly currentFolder: string;
}

/** What a move did, or with `dryRun` would do. */
export interface MovedPartner {
  readonly id: string;
  readonly name: string;
  /** Absolute path of the territory it is in now. */
  readonly to: string;
  /** Files of its folder. */
  readonly files: number;
  /** Lines of `funds.yaml` that went with it. */
  readonly funds: number;
  readonly warnings: readonly ChangeWarning[];
}

/**
 * Moves a partner to another territory: its whole folder is copied there, read back and compared, then removed here. An interruption may
 * leave it in both territories, never in none.
 * @throws Failure when the folder named is no territory, or has the partner or one of its deals already
 */
export async function movePartner(request: MoveRequest): Promise<MovedPartner> {
  return whileLocked(request, async () => {
    const { root, currentFolder, to } = request;
    const subject = await soundPartner(root, request.id);
    const there = await destinationFor(subject, { typed: to, currentFolder, root });
    const { territory: here } = await openTerritory(root);
    const plan = await movePlan(subject, here, there);
    if (!request.dryRun) await withWorkspaceLock(there.root, () => carryOut(subject, { here, there, plan }));
    return {
      id: subject.id,
      name: subject.partner.name,
      to: there.root,
      files: plan.files,
      funds: plan.funds?.lines ?? 0,
      warnings: plan.warnings.map((message) => ({ where: `${subject.folder}/partner.yaml`, message })),
    };
  });
}

interface MovePlan {
  /** The profile as it reads in the other territory. */
  readonly profile: string;
  readonly files: number;
  readonly funds: MovedFunds | undefined;
  /** Partners that belonged to it and stay: their profiles without a parent. */
  readonly children: readonly { readonly path: string; readonly content: string }[];
  readonly warnings: readonly string[];
}

async function movePlan(subject: SoundPartner, here: Territory, there: Territory): Promise<MovePlan> {
  const { id, folder, partner } = subject;
  const path = `${folder}/partner.yaml`;
  const childIds = here.partners.filter((other) => other.partner.parent === id).map((other) => other.id);
  const children = childIds.map(async (child) => {
    const file = `partners/${child}/partner.yaml`;
    return {
      path: file,
      content: editYaml((await textOf(here.root, file))!, [{ path: ['parent'], value: undefined }]),
    };
  });
  return {
    profile: editYaml((await textOf(here.root, path))!, profileEdits(subject, here, there)),
    files: (await filesBelow(join(here.root, folder), { hidden: true })).length,
    funds: await movedFunds(id, here, there),
    children: await Promise.all(children),
    warnings: [
      ...foreignWords(subject, here, there),
      ...(partner.currency === undefined && here.config.currency !== there.config.currency
        ? [`its figures were in ${here.config.currency}, the currency here; its profile says so now`]
        : []),
      ...(partner.parent === undefined ? [] : [`it belonged to ${partner.parent}, which stays`]),
      ...childIds.map((child) => `${child} belonged to it and stays, without a parent`),
      ...sharedDealWords(id, here),
    ],
  };
}

/** What would mean something else there, or nothing. */
function profileEdits({ partner }: SoundPartner, here: Territory, there: Territory): YamlEdit[] {
  const isUnknownTier = partner.tier !== undefined && tierIdOf(partner.tier, there.tiers) === undefined;
  return [
    ...(partner.currency === undefined && here.config.currency !== there.config.currency
      ? [{ path: ['currency'], value: here.config.currency }]
      : []),
    ...(partner.parent === undefined ? [] : [{ path: ['parent'], value: undefined }]),
    ...(isUnknownTier ? [{ path: ['tier'], value: undefined }] : []),
  ];
}

function sharedDealWords(id: string, { partners }: Territory): string[] {
  const names = (others: string | undefined): boolean =>
    (others ?? '').split(';').some((entry) => entry.split(':')[0]!.trim() === id);
  const count = partners
    .filter((other) => other.id !== id)
    .flatMap(({ deals }) => deals?.rows ?? [])
    .filter((deal) => names(deal.other_partners)).length;
  if (count === 0) return [];
  return [
    `${count} ${count === 1 ? 'deal' : 'deals'} of other partners here still ${count === 1 ? 'names' : 'name'} it`,
  ];
}

async function carryOut(
  { id, folder }: SoundPartner,
  { here, there, plan }: { readonly here: Territory; readonly there: Territory; readonly plan: MovePlan },
): Promise<void> {
  const from = join(here.root, folder);
  await copyFolder({ from, to: join(there.root, folder), changed: { 'partner.yaml': plan.profile } });
  if (plan.funds) {
    await writeFileAtomically(join(there.root, 'funds.yaml'), plan.funds.there);
    await writeFileAtomically(join(here.root, 'funds.yaml'), plan.funds.here);
  }
  for (const { path, content } of plan.children) await writeFileAtomically(join(here.root, path), content);
  // Out of sight in one step: a folder that is removed file by file would be half a partner for a moment.
  const gone = join(here.root, '.cam', 'moved', id);
  await rm(gone, { recursive: true, force: true });
  await mkdir(join(gone, '..'), { recursive: true });
  await rename(from, gone);
  await rm(gone, { recursive: true, force: true });
}
