/** A table from somebody else's file: cells as they were written, numbers of a workbook as numbers. */
export interface TextTable {
  /** Name of the file, without its folders. */
  readonly file: string;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  /** Column of the sheet the table starts in, from 0; left out for a table that starts in the first. */
  readonly firstColumn?: number;
  readonly headers: readonly string[];
  readonly rows: readonly TextRow[];
  /** Lines that are no rows, each with the reason: titles above the header, repeated headers, totals, the footer of a report. */
  readonly skipped: readonly LineNote[];
  /** Rows that cannot be read because they do not have the header's number of cells. */
  readonly broken: readonly LineNote[];
  /** What a person should know about the file as a whole: sheets that were not read, a second table beside this one. */
  readonly warnings?: readonly string[];
  /** Hash of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

/** What a person said about where the table of a file is. */
export interface TableOptions {
  /** Name of the sheet of a workbook, in any case. */
  readonly sheet?: string | undefined;
  /** The file has no line of headers: its columns are called "column 1", "column 2" and so on. */
  readonly header?: 'none' | undefined;
}

/** A table found inside a file. */
export type TableInFile = Omit<TextTable, 'file' | 'sha256'>;

export interface TextRow {
  /** Line, or row of the sheet, on which the row starts, from 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/**
 * What stands in a cell. Text from a CSV file always; a workbook knows its numbers, so they never pass through a decision about decimal
 * signs. Its dates are text `YYYY-MM-DD` (with ` HH:MM:SS` where a time of day is set), its yes and no `true` and `false`, its errors
 * their own words such as `#N/A`; see `cell-error.ts`.
 */
export type Cell = string | number | FormattedNumber;

/** A number with what was written around it or what its number format says. */
export interface FormattedNumber {
  /** In per cent where `percent` is set: 45 for 45 %. */
  readonly value: number;
  /** A symbol ($, €, £) or a three-letter code. */
  readonly currency?: string;
  readonly percent?: true;
}

export interface LineNote {
  readonly line: number;
  readonly why: string;
  /** What stands in a line of totals. */
  readonly cells?: readonly Cell[];
}
