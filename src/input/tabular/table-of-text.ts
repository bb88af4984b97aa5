/** A table from somebody else's file: every cell is text as it was written. */
export interface TextTable {
  /** Name of the file, without its folders. */
  readonly file: string;
  readonly headers: readonly string[];
  readonly rows: readonly TextRow[];
  /** Lines that are no rows, each with the reason: titles above the header, repeated headers, totals, the footer of a report. */
  readonly skipped: readonly LineNote[];
  /** Rows that cannot be read because they do not have the header's number of cells. */
  readonly broken: readonly LineNote[];
  /** Hash of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

export interface TextRow {
  /** Line on which the row starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface LineNote {
  readonly line: number;
  readonly why: string;
}
