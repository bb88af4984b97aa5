import type { PartnerFiles, Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';

/** Whose facts are edited, and what that is judged by. */
export interface EditSetting {
  readonly territory: Territory;
  /** Every partner that has a folder. */
  readonly partnerIds: readonly string[];
  readonly files: PartnerFiles;
  /** The day on which it is entered. */
  readonly day: PlainDate;
  /** A second one of the same name, and a metric nobody knows, are wanted. */
  readonly force: boolean;
}

/** Something to look at that stands in nobody's way. */
export interface EditNote {
  readonly what: string;
  readonly message: string;
}
