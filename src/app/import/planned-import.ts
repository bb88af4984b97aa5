import type { ImportReport } from './import-report.ts';
import type { CreatedPartner } from './partner-directory.ts';
import type { PlannedFile } from './write-import.ts';

/** What the files of one kind would change, before anything is written. */
export interface PlannedImport {
  readonly report: Omit<ImportReport, 'written'>;
  readonly files: readonly PlannedFile[];
  readonly created: readonly CreatedPartner[];
}
