import { withWorkspaceLock } from '../../output/lock.ts';
import type { CamConfig } from '../../schema/cam-config.ts';
import type { PlainDate } from '../../units/plain-date.ts';

/** Where a partner is changed, and as of which day. */
export interface ChangeSetting {
  /** Absolute path of the territory. */
  readonly root: string;
  /** The day typed with --as-of. */
  readonly asOf?: PlainDate | undefined;
  readonly today: PlainDate;
  /** Says what would be done and writes nothing. */
  readonly dryRun: boolean;
}

/** Something a person should look at, with the file or partner it is about. */
export interface ChangeWarning {
  readonly where: string;
  readonly message: string;
}

/** The day of a change: the one typed, else the territory's, else today. */
export function dayOf({ asOf, today }: ChangeSetting, config: CamConfig): PlainDate {
  return asOf ?? config.as_of ?? today;
}

/** Keeps other writers out while a change is planned and written; a dry run needs no lock. */
export function whileLocked<T>({ root, dryRun }: ChangeSetting, action: () => Promise<T>): Promise<T> {
  return dryRun ? action() : withWorkspaceLock(root, action);
}
