import { takeSnapshots, type TakenSnapshot, type TakenSnapshots } from '../../../app/take-snapshot.ts';
import type { Workspace } from '../../../app/territory/open-workspace.ts';
import { formatDate } from '../../../units/format.ts';
import { detailLines, doneLine } from '../../print/change-text.ts';
import { EXIT, type CommandLine, type Outcome } from '../../command.ts';
import { plainSpaces } from '../../print/plain-spaces.ts';
import { plural } from '../../../units/plural.ts';
import { filesInTerritory } from '../../files-in-territory.ts';

/** What `--snapshot` wrote, to be said with the page of the same command. */
export interface SnapshotOutcome extends TakenSnapshots {
  readonly text: string;
  readonly files: NonNullable<Outcome['files']>;
}

/** Takes the snapshots that --snapshot asks for; undefined where it was not typed. */
export async function snapshotsOf(
  { options, shared, screen }: CommandLine,
  workspace: Workspace,
  ids: readonly string[],
): Promise<SnapshotOutcome | undefined> {
  if (options['snapshot'] !== true) return undefined;
  const { force, dryRun } = shared;
  const { taken, failed } = await takeSnapshots(workspace, ids, { force, dryRun });
  const written = taken.filter(({ state }) => state === 'written' || state === 'replaced');
  const { locale } = workspace.territory.config;
  const lines = [
    ...sentences(taken, { day: formatDate(workspace.asOf, locale), dryRun }).map((sentence) =>
      doneLine(sentence, screen),
    ),
    ...failed.flatMap(({ partner, message }) => detailLines(`${partner}: ${message}`, screen)),
  ];
  return {
    taken,
    failed,
    text: plainSpaces(`\n${lines.join('\n')}\n`),
    files: dryRun
      ? []
      : filesInTerritory(
          workspace.territory.root,
          written.map(({ path }) => ({ path, kind: 'snapshot' })),
        ),
  };
}

/** An outcome together with what became of the snapshots. */
export function withSnapshots(outcome: Outcome, snapshots: SnapshotOutcome | undefined): Outcome {
  if (!snapshots) return outcome;
  const failed = [...(outcome.failed ?? []), ...snapshots.failed];
  const ofSeveral = snapshots.taken.length + snapshots.failed.length > 1;
  return {
    ...outcome,
    text: `${outcome.text}${snapshots.text}`,
    data: { ...(outcome.data as object), snapshots: snapshots.taken },
    files: [...(outcome.files ?? []), ...snapshots.files],
    failed,
    ...(snapshots.failed.length > 0 && { exitCode: ofSeveral ? EXIT.someFailed : EXIT.dataNeedsFixing }),
  };
}

function sentences(
  taken: readonly TakenSnapshot[],
  { day, dryRun }: { readonly day: string; readonly dryRun: boolean },
): string[] {
  const of = (state: TakenSnapshot['state']) => taken.filter((one) => one.state === state);
  const said = (state: TakenSnapshot['state'], sentence: (what: string) => string) => {
    const [first, ...others] = of(state);
    if (!first) return [];
    return [sentence(others.length === 0 ? `of ${first.name}` : `of ${plural(others.length + 1, 'partner')}`)];
  };
  const verb = dryRun ? 'would be' : 'is';
  return [
    ...said('written', (whose) => `The snapshot ${whose} of ${day} ${verb} written.`),
    ...said('replaced', (whose) => `The snapshot ${whose} of ${day} ${verb} replaced.`),
    ...said('there already', (whose) => `The snapshot ${whose} of ${day} says the same already.`),
    ...said('nothing to keep', (whose) => `No deals ${whose} are loaded: there is nothing to keep.`),
  ];
}
