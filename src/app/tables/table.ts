import type { Partner } from '../../schema/partner.ts';
import type { Schema } from '../../schema/schema-parts.ts';
import type { Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';

/** What a cell of a table holds; a date is text `2026-02-28`, a month `2026-02`, a quarter `FY26-Q3`, a list its entries between semicolons. */
export type CellValue = string | number | boolean;

/** What kind of value a column holds; `any`: each row holds one of its own kind; `numbers`: a list of them. */
export type ColumnKind =
  | 'any'
  | 'text'
  | 'number'
  | 'amount'
  | 'percent'
  | 'date'
  | 'month'
  | 'period'
  | 'yes-no'
  | 'choice'
  | 'list'
  | 'numbers';

/** One column of a table. */
export interface TableColumn {
  /** The name it has in files: `close_date`. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** The words allowed, for a choice. */
  readonly choices?: readonly string[];
  /** What it means, for the note on its header. */
  readonly note?: string;
  readonly required?: boolean;
  /** Where the value stands in the entry of a YAML file; otherwise under its name. */
  readonly at?: readonly (string | number)[];
  /** Further headers under which exports of other systems hold it. */
  readonly headers?: readonly string[];
  /** What holds where nothing is said. */
  readonly fallback?: CellValue;
  /** Shown for reading: it stands in no file, and what is written into it is passed over. */
  readonly computed?: true;
}

/** Where the rows of a table live. A partner's file is relative to the partner's folder, a territory's to the territory. */
export type Storage =
  /** A row a line. */
  | { readonly kind: 'csv'; readonly of: 'partner'; readonly file: string }
  /** A row an entry of the list at a key. */
  | { readonly kind: 'list'; readonly of: 'partner' | 'territory'; readonly file: string; readonly key: string }
  /** One row a partner: the keys of the file. */
  | { readonly kind: 'profile'; readonly of: 'partner'; readonly file: string }
  /** One row a setting of the file. */
  | { readonly kind: 'settings'; readonly of: 'territory'; readonly file: string }
  /** As many files as the rows name, each with several rows; `file` says how they are called. */
  | { readonly kind: 'files'; readonly of: 'partner'; readonly file: string; readonly files: RowFiles };

/** How rows and the files they stand in belong together. */
export interface RowFiles {
  /** The file a row stands in, relative to the partner's folder. */
  fileOf(values: TableRow['values']): string;
  /** The text of a file with rows changed; an empty text becomes a new file, one of which nothing is left becomes empty. */
  edit(text: string, change: FileChange): string;
}

/** What changes in one file. */
export interface FileChange {
  readonly territory: Territory;
  /** Relative to the territory. */
  readonly path: string;
  readonly partnerId: string;
  /** Whose file it is, as the profile stands or is about to. */
  readonly partner: Partner;
  /** The day of the change, where the command knows one. */
  readonly day?: PlainDate | undefined;
  readonly rows: readonly ChangedRow[];
}

/** A row as it was and as it is to be; without the one it is new, without the other it goes. */
export interface ChangedRow {
  readonly before?: TableRow['values'];
  readonly after?: TableRow['values'];
}

/** What is wrong with a row; without a column it is the row as a whole. */
export interface RowProblem {
  readonly column?: string;
  readonly why: string;
}

/** One kind of record in a territory: a sheet of its workbook, a CSV of its export, and something that can be imported. */
export interface Table {
  readonly id: string;
  /** Name of its sheet, at most 31 characters. */
  readonly title: string;
  readonly storage: Storage;
  /** What a row must satisfy as its file holds it: a CSV row of texts, an entry of a list, a whole file for a profile or for settings. */
  readonly schema: Schema;
  /** Without the leading column `partner` that a partner's table has in a workbook. */
  readonly columns: readonly TableColumn[];
  /** Columns that together name a row within its partner, or within the territory. */
  readonly key: readonly string[];
  /** Rows are changed, never taken out: what they belong to goes as a whole or not at all. */
  readonly rowsStay?: true;
  /** The order of the rows means something, such as that of the stages: an import takes it, too. */
  readonly isOrdered?: true;
  /** Two rows may have the same name, such as contacts. */
  readonly mayRepeat?: true;
  /** What people may write for the values of a row, as the table itself would say it: `Yes` for `yes`. */
  plain?(territory: Territory): (values: TableRow['values']) => TableRow['values'];
  /** What else than its schema speaks against a row; `accepted` are the changes to other tables that go before it. */
  check?(territory: Territory, accepted: readonly TableChanges[]): (row: TableRow) => readonly RowProblem[];
  /** Why this row is not taken out though others may be; undefined where it may go. */
  whyItStays?(values: TableRow['values']): string | undefined;
  /** Words that the drop-down of a cell offers, where each row has its own. */
  wordsFor?(territory: Territory): CellWords;
  /** True for a row that no partner may see. */
  isPrivate?(values: TableRow['values']): boolean;
  /** The rows as they stand, partner by partner, each in the order of its file. */
  rowsOf(territory: Territory): readonly TableRow[];
}

/** A row with what it belongs to. A value that is absent is not known. */
export interface TableRow {
  /** Id of the partner; undefined in a table of the territory. */
  readonly partner?: string;
  readonly values: Readonly<Record<string, CellValue>>;
}

/** The words that the cell of a column in a row may hold; undefined where it may hold anything. */
export type CellWords = (column: string, values: TableRow['values']) => readonly string[] | undefined;

/** One change to the rows of a table. */
export type RowChange =
  | { readonly kind: 'add'; readonly partner?: string; readonly values: TableRow['values'] }
  /** `undefined` takes a value out. */
  | {
      readonly kind: 'set';
      readonly partner?: string;
      /** Its place among the rows of its partner, or of the territory, from 0. */
      readonly index: number;
      readonly values: Readonly<Record<string, CellValue | undefined>>;
    }
  | { readonly kind: 'remove'; readonly partner?: string; readonly index: number };

/** Changes to the rows of one table. */
export interface TableChanges {
  readonly table: Table;
  readonly changes: readonly RowChange[];
  /** The places that the rows have after the changes, in the order wanted; for a list of the territory. */
  readonly order?: readonly number[];
}
