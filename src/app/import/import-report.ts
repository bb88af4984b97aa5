import type { PartnerTableName } from '../../input/partner-tables.ts';
import type { DateOrder } from '../../schema/import-mapping.ts';
import type { MoneyTotal } from './money-sum.ts';
import type { RestatedQuarter } from './restated-quarters.ts';
import type { SkippedLines } from './skipped-lines.ts';
import type { StatedTotal } from './stated-totals.ts';

/** What an import did with every row it was given; with a dry run, what it would do. */
export interface ImportReport {
  /** What the rows are: deals, another kind, or `several`, with each of them among the parts. */
  readonly kind: string;
  readonly files: readonly string[];
  /** Systems the deals come from, part of their keys. */
  readonly sources: readonly string[];
  readonly dryRun: boolean;
  readonly rows: number;
  readonly created: number;
  /** Deals whose values changed, those that moved to another partner among them. */
  readonly updated: number;
  readonly moved: number;
  readonly unchanged: number;
  /** Rows that became records, where a record is not simply a row: then created, updated and unchanged count records. */
  readonly rowsTaken?: number;
  /** Rows that repeat another one word for word; their deal is counted once. */
  readonly repeated: number;
  /** These rows: where each stands, and where the row it repeats. */
  readonly repeats: readonly RepeatedEntry[];
  /** Rows without an id, known by a hash of their lasting fields. */
  readonly withoutId: number;
  readonly rejected: readonly RejectedEntry[];
  readonly unmatched: readonly UnmatchedEntry[];
  /** Rows of names that a person wants left out. */
  readonly leftOut: readonly UnmatchedEntry[];
  /** Mappings the files were read by. */
  readonly mappings: readonly MappingUse[];
  /** Field of deals.csv → header it was read from. */
  readonly columns: Readonly<Record<string, string>>;
  readonly unusedColumns: readonly string[];
  /** Null when every date was unmistakable. */
  readonly dateOrder: DateOrder | null;
  readonly totals: ImportTotals;
  /** Totals the files state themselves, beside the sums of their rows. */
  readonly statedTotals: readonly StatedTotal[];
  /** Lines that are no rows: titles, totals, repeated headers, footers. */
  readonly skipped: readonly SkippedLines[];
  /** Closed quarters whose bookings the import changed. */
  readonly restated: readonly RestatedQuarter[];
  readonly createdPartners: readonly { readonly id: string; readonly name: string }[];
  /** Deals of these sources that a full export no longer has; they were left as they are. */
  readonly vanished: readonly VanishedDeal[];
  readonly warnings: readonly { readonly where: string; readonly message: string }[];
  readonly written: readonly WrittenImportFile[];
  /** The reports of the files, where there are several. */
  readonly parts?: readonly FileReport[];
  /** Set when nothing was imported because questions are open. */
  readonly needsMapping: NeedsMapping | undefined;
}

/** What an import did with the rows of one file, or of all files of deals together; nothing is said of files that it wrote. */
export type FileReport = Omit<ImportReport, 'written' | 'needsMapping' | 'parts'>;

/** The mapping a file was read by. */
export interface MappingUse {
  readonly file: string;
  /** As it was typed, or relative to the territory. */
  readonly path: string;
  readonly how: 'named' | 'remembered';
  /** Headers of the file that were not there when the mapping was made. */
  readonly newHeaders: readonly string[];
}

export interface RepeatedEntry {
  readonly where: string;
  readonly id: string;
  readonly repeats: string;
}

export interface RejectedEntry {
  /** `file.csv:17`. */
  readonly where: string;
  readonly why: string;
  readonly amount: number | null;
  readonly currency: string;
}

export interface UnmatchedEntry {
  /** As the export names it; empty where it names none. */
  readonly partner: string;
  readonly rows: number;
  readonly amount: number | null;
  readonly byCurrency: Readonly<Record<string, number>>;
  readonly why: string;
  /** A partner whose name is much like it. */
  readonly nearest?: string;
}

export interface VanishedDeal {
  readonly key: string;
  readonly partner: string;
  readonly status: string;
  readonly amount: number | null;
  readonly currency: string;
}

/** Sums over the rows that were taken, to be compared with the CRM's own. */
export interface ImportTotals {
  readonly amount: Readonly<Record<string, number>>;
  readonly byCurrency: Readonly<Record<string, MoneyTotal>>;
  readonly byStatus: Readonly<Record<string, MoneyTotal>>;
  readonly byStage: Readonly<Record<string, MoneyTotal>>;
  readonly byPartner: Readonly<Record<string, MoneyTotal>>;
  readonly byQuarter: Readonly<Record<string, MoneyTotal>>;
}

export interface WrittenImportFile {
  /** Relative to the territory, with forward slashes. */
  readonly path: string;
  readonly kind: 'partner' | 'deals' | 'snapshot' | 'mapping' | 'funds' | Exclude<PartnerTableName, 'deals'>;
  readonly partner?: string;
}

export interface NeedsMapping {
  /** What is not clear, one sentence each. */
  readonly questions: readonly string[];
  /** Proposed mapping files with the command that uses each, as typed in the folder the command was started in. */
  readonly proposals: readonly { readonly path: string; readonly command: string }[];
}
