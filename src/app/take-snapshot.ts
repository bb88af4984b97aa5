import { join } from 'node:path';
import { withWorkspaceLock } from '../output/lock.ts';
import { writeFileAtomically } from '../output/write-file.ts';
import type { Snapshot } from '../schema/snapshot.ts';
import type { PartnerFiles } from '../schema/territory.ts';
import { Failure } from '../units/failure.ts';
import { formatDate } from '../units/format.ts';
import type { PlainDate } from '../units/plain-date.ts';
import { buildSnapshot, isSameSnapshot, snapshotText } from './import/build-snapshot.ts';
import type { Workspace } from './territory/open-workspace.ts';
import { partnerById } from './pages/partner-pages.ts';

/** What became of a partner's snapshot of the as-of day. */
export interface TakenSnapshot {
  readonly partner: string;
  readonly name: string;
  readonly date: PlainDate;
  /** Relative to the territory. */
  readonly path: string;
  readonly state: 'written' | 'replaced' | 'there already' | 'nothing to keep';
}

/** The snapshots of several partners; one partner's failure does not stop the rest. */
export interface TakenSnapshots {
  readonly taken: readonly TakenSnapshot[];
  readonly failed: readonly { readonly partner: string; readonly message: string }[];
}

/**
 * Writes how the deals of partners stand on the as-of day, as an import of that day would. A partner without deals has nothing to keep;
 * a snapshot of that day that says something else stays unless `force` is set.
 */
export async function takeSnapshots(
  workspace: Workspace,
  ids: readonly string[],
  options: { readonly force: boolean; readonly dryRun: boolean },
): Promise<TakenSnapshots> {
  const take = async (): Promise<TakenSnapshots> => {
    const taken: TakenSnapshot[] = [];
    const failed: { partner: string; message: string }[] = [];
    for (const id of ids) {
      try {
        taken.push(await takeSnapshot(workspace, partnerById(workspace, id), options));
      } catch (error) {
        if (!(error instanceof Failure) || error.kind === 'usage') throw error;
        failed.push({ partner: id, message: [error.message, error.remedy].filter(Boolean).join(' ') });
      }
    }
    return { taken, failed };
  };
  return options.dryRun ? take() : withWorkspaceLock(workspace.territory.root, take);
}

async function takeSnapshot(
  workspace: Workspace,
  files: PartnerFiles,
  { force, dryRun }: { readonly force: boolean; readonly dryRun: boolean },
): Promise<TakenSnapshot> {
  const { territory, asOf: date } = workspace;
  const path = `partners/${files.id}/snapshots/${date}.json`;
  const core = { partner: files.id, name: files.partner.name, date, path };
  const snapshot = snapshotOf(workspace, files);
  if (!snapshot) return { ...core, state: 'nothing to keep' };
  const { locale } = territory.config;
  const newest = files.snapshots.at(-1);
  if (newest && newest.date > date) {
    const words = `The newest data of ${files.partner.name} is of ${formatDate(newest.date, locale)}: how its deals stood on ${formatDate(date, locale)} is not known any more.`;
    throw new Failure('data', words, 'A snapshot keeps how things stand today, or on the day of the newest data.');
  }
  const present = files.snapshots.find((one) => one.date === date);
  if (present && isSameSnapshot(present, snapshot)) return { ...core, state: 'there already' };
  if (present && !force) {
    const words = `The snapshot of ${files.partner.name} of ${formatDate(date, locale)} says something else.`;
    throw new Failure('data', words, 'Put the new one in its place with --force.');
  }
  if (!dryRun) await writeFileAtomically(join(territory.root, path), snapshotText(snapshot));
  return { ...core, state: present ? 'replaced' : 'written' };
}

function snapshotOf(
  { territory, credited, asOf }: Workspace,
  { id, partner, deals }: PartnerFiles,
): Snapshot | undefined {
  const counted = credited.get(id) ?? [];
  if (!deals && counted.length === 0) return undefined;
  const { config } = territory;
  return buildSnapshot({
    deals: counted,
    date: asOf,
    currency: partner.currency ?? config.currency,
    config,
    sources: deals ? [{ file: deals.path, rows: deals.rows.length }] : [],
  });
}
