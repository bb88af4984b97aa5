import type { CellValue } from '../tables/table.ts';
import type { PlacedWords } from './sheet-tables.ts';

/** One thing that a person changed, as it is shown before it is written. */
export type WorkbookChange =
  | (RowPlace & {
      readonly kind: 'set';
      readonly column: string;
      readonly before?: CellValue;
      readonly after?: CellValue;
    })
  | (RowPlace & { readonly kind: 'add'; readonly cells: number })
  | (RowPlace & { readonly kind: 'remove' });

/** A row as people find it. */
export interface RowPlace {
  /** Name of the table's sheet. */
  readonly sheet: string;
  /** `book.xlsx Deals!C12`; of a row that was deleted the sheet alone. */
  readonly where: string;
  readonly partner?: string;
  /** What names the row: `crm OPP-10454`. */
  readonly row: string;
}

/** A row that was deleted in the workbook and stays in the files. */
export interface KeptRow extends RowPlace {
  /** Set where --delete takes such rows out neither: a partner, for one. */
  readonly always?: true;
}

/** A cell that a person changed and that changed in the files as well, to something else. */
export interface Conflict extends RowPlace {
  readonly column: string;
  readonly before?: CellValue;
  /** In the workbook. */
  readonly theirs?: CellValue;
  /** In the files. */
  readonly ours?: CellValue;
  /** The row itself is gone from the files. */
  readonly isGone: boolean;
}

/** What bringing a workbook back comes to. */
export interface WorkbookFindings {
  /** Rows that were read. */
  readonly rows: number;
  readonly unchanged: number;
  readonly changes: readonly WorkbookChange[];
  readonly conflicts: readonly Conflict[];
  /** Rows that cannot be taken, each with the reason. */
  readonly rejected: readonly { readonly where: string; readonly why: string }[];
  /** Rows that were deleted in the workbook and stay in the files. */
  readonly kept: readonly KeptRow[];
  readonly notes: readonly PlacedWords[];
}
