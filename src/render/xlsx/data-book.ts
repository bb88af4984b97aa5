import type { Locale } from '../../units/format.ts';

/** A workbook of tables that a person edits: a front sheet in words, a sheet a table, and what only programs read. */
export interface DataBook {
  readonly properties: BookProperties;
  /** At the foot of every printed page. */
  readonly footer: string;
  readonly front: FrontSheet;
  readonly sheets: readonly DataSheet[];
  /** Very hidden sheets of plain texts, row by row. */
  readonly hidden: readonly TextSheet[];
}

/** What the workbook says about itself. */
export interface BookProperties {
  readonly title: string;
  readonly company: string;
  readonly locale: Locale;
  /** The day its data stand for, YYYY-MM-DD: in the file's properties in place of the moment of writing. */
  readonly asOf: string;
}

/** One table: headers in row 1, records from row 2. */
export interface DataSheet {
  readonly title: string;
  readonly columns: readonly DataColumn[];
  /** Values in the order of the columns. */
  readonly rows: readonly DataRow[];
  /** Cells that take only certain words, where the column as a whole takes anything. */
  readonly cellChoices?: readonly {
    readonly row: number;
    readonly column: number;
    readonly words: readonly string[];
  }[];
}

/** Absent where nothing is known. */
export type DataRow = readonly (DataValue | undefined)[];
export type DataValue = string | number | boolean;

/**
 * What the cells of a column hold: `date` a text YYYY-MM-DD that becomes a real date, `percent` a number in per cent, `yes-no` a boolean
 * that reads "yes" or "no", `any` whatever kind each value is.
 */
export type DataKind = 'text' | 'number' | 'amount' | 'percent' | 'date' | 'yes-no' | 'any';

export interface DataColumn {
  readonly title: string;
  readonly kind: DataKind;
  /** What it means, as a note on its header. */
  readonly note?: string;
  /** Names the row: locked where a row stands already, free below. */
  readonly isKey: boolean;
  /** Must be filled in. */
  readonly isRequired?: boolean;
  /** Not for the eyes of a partner. */
  readonly isPrivate?: boolean;
  /** For reading only. */
  readonly isReadOnly?: boolean;
  /** Offered in a drop-down. */
  readonly choices?: Choices;
  /** Place of the column that names the currency of an amount. */
  readonly currency?: number;
}

/** Words to choose from. Where they are not strict, another one is questioned, not refused. */
export type Choices =
  | { readonly words: readonly string[]; readonly strict: boolean }
  /** The values of a column of another sheet, new ones included. */
  | { readonly sheet: string; readonly column: number; readonly strict: boolean };

/** A sheet of very hidden texts. */
export interface TextSheet {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** The first sheet, in words. */
export interface FrontSheet {
  readonly name: string;
  readonly lines: readonly FrontLine[];
}

export type FrontLine =
  | { readonly kind: 'title' | 'subtitle' | 'heading' | 'text'; readonly text: string }
  /** A sheet, by its title, and what it holds. */
  | { readonly kind: 'sheet'; readonly sheet: string; readonly text: string; readonly count: string }
  /** A word and what it means. */
  | { readonly kind: 'entry'; readonly word: string; readonly text: string; readonly isPrivate?: boolean }
  | { readonly kind: 'space' };
