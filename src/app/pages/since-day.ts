import { fiscalCalendarOf } from '../../domain/fiscal-calendar.ts';
import { stateOfSnapshot } from '../../domain/movement/pipeline-state.ts';
import { snapshotsToCompare } from '../../domain/movement/movement.ts';
import { reviewOf } from '../../domain/review.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import { formatDate } from '../../units/format.ts';
import { isKnown, isMissing } from '../../units/missing.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { Workspace } from '../territory/open-workspace.ts';

/** Why it is not known what moved since a day, and what can be done. */
export interface NothingSince {
  readonly message: string;
  readonly remedy: string;
}

/**
 * Why it is not known of a partner what moved since a day; undefined where an export up to that day says it.
 * @throws Failure (usage) for a day after the as-of day
 */
export function nothingSince(workspace: Workspace, files: PartnerFiles, since: PlainDate): NothingSince | undefined {
  const { asOf, territory } = workspace;
  const { config } = territory;
  const words = (day: PlainDate) => formatDate(day, config.locale);
  if (since > asOf)
    throw new Failure('usage', `--since: ${words(since)} is after ${words(asOf)}, the day the page is of.`);
  const setting = { currency: files.partner.currency ?? config.currency, config };
  const { pipeline: on } = reviewOf({
    calendar: fiscalCalendarOf(config),
    asOf,
    exports: files.snapshots.map(({ date }) => date),
  });
  const { before } = snapshotsToCompare(files.snapshots, { on, since });
  const reason = isMissing(before) ? undefined : stateOfSnapshot(before, setting);
  if (reason && isKnown(reason)) return undefined;
  const usable = files.snapshots.find((snapshot) => snapshot.date < on && isKnown(stateOfSnapshot(snapshot, setting)));
  const { name } = files.partner;
  return {
    message:
      isMissing(before) || !reason
        ? `No export of ${name} up to ${words(since)} is on record: what moved since is not known.`
        : `What moved since the export of ${name} of ${words(before.date)} is not known: ${reason.missing}.`,
    remedy: usable
      ? `The earliest to compare with is of ${words(usable.date)}.`
      : 'Each import of deals keeps one, and so does cam scorecard performance --snapshot.',
  };
}
