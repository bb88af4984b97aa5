import type { SheetChart } from '../../ooxml/charts/sheet-charts.ts';
import type { WorkbookProperties } from '../../ooxml/workbook-package.ts';
import type { BORDERS, FILLS, FONTS } from './theme.ts';

/** A workbook of any kind: what its sheets hold, show and allow, without a word of XML. The same book gives the same bytes. */
export interface Workbook {
  readonly properties: WorkbookProperties;
  /** The vendor's own colour as six hex digits. */
  readonly accent?: string;
  /** The first is in front when the workbook is opened. */
  readonly sheets: readonly Sheet[];
  /** Names that formulas may use for cells: `price` for `Assumptions!$C$5`. */
  readonly names?: readonly { readonly name: string; readonly refersTo: string }[];
}

/** Rows, columns and references count as Excel shows them: the first row is 1, ranges are written `B5:D9`. */
export interface Sheet {
  /** As `sheetNames` makes it: legal, and unlike every other. */
  readonly name: string;
  /** A very hidden sheet is for programs alone: Excel does not offer to show it. */
  readonly state?: 'veryHidden';
  readonly columns: readonly SheetColumn[];
  /** How the columns right of them look and whether they may be changed. */
  readonly beside?: CellStyle;
  /** From the first row down; they are asked for once. */
  readonly rows: Iterable<SheetRow>;
  /** How many rows and columns they fill, where they are made only as they are asked for. */
  readonly size?: SheetSize;
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly gridlines?: boolean;
  readonly merged?: readonly string[];
  readonly filter?: string;
  readonly conditions?: readonly ConditionalFormat[];
  readonly checks?: readonly InputCheck[];
  readonly links?: readonly SheetLink[];
  readonly notes?: readonly CellNote[];
  /** Drawn from cells of any sheet, so that they follow them. */
  readonly charts?: readonly SheetChart[];
  /** Without a password: it guards what is locked against a slip, not against a person. */
  readonly isProtected?: boolean;
  /** On a protected sheet no row may come or go either. */
  readonly keepsRows?: boolean;
  /** Where digits are texts on purpose, so that Excel need not mark them. */
  readonly digitsAreText?: string;
  readonly print: PrintSetup;
}

export interface SheetSize {
  readonly rows: number;
  readonly columns: number;
}

export interface SheetColumn {
  /** In characters. */
  readonly width: number;
  /** How its cells look while nothing stands in them. */
  readonly style?: CellStyle;
}

export interface SheetRow {
  /** In points; as high as its texts need unless told. */
  readonly height?: number;
  /** By column, from A; undefined where nothing stands. */
  readonly cells: readonly (SheetCell | undefined)[];
}

/** Days and months are numbers, as Excel has them (`excelDate`). */
export interface SheetCell {
  /** With a formula, its result as our own calculation has it. */
  readonly value?: string | number | boolean;
  /** Without its `=`. */
  readonly formula?: string;
  readonly style?: CellStyle;
}

/** How a cell looks and whether it may be changed on a protected sheet. */
export interface CellStyle {
  readonly font?: keyof typeof FONTS;
  readonly fill?: keyof typeof FILLS;
  readonly border?: keyof typeof BORDERS;
  /** Excel's code of the number format, `General` unless told. */
  readonly format?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Steps of about a digit and a half by which the text moves in from its side; one at the right unless told. */
  readonly indent?: number;
  readonly vertical?: 'top' | 'center';
  readonly wrap?: boolean;
  readonly locked?: boolean;
}

/** What cells show by what stands in them, now and whenever it changes. */
export type ConditionalFormat = { readonly range: string } & (
  | { readonly kind: 'looks'; readonly rules: readonly { readonly formula: string; readonly look: ConditionalLook }[] }
  /** A sign of its own shape beside a number: bad, watch from the first limit, good from the second. */
  | { readonly kind: 'signs'; readonly watchFrom: number; readonly goodFrom: number }
  /** A pale bar behind the number, full at `to`. */
  | { readonly kind: 'bar'; readonly from: number; readonly to: number }
);

/** What a rule changes of a cell's look; colours are six hex digits. */
export interface ConditionalLook {
  readonly colour?: string;
  readonly fill?: string;
  readonly format?: string;
}

/** What people may put into cells, with words for what is not taken. Where it is not strict, it is questioned, not refused. */
export interface InputCheck {
  readonly range: string;
  readonly allows:
    | { readonly kind: 'list'; readonly formula: string }
    | { readonly kind: 'whole' | 'decimal' | 'date'; readonly from: number; readonly to: number };
  readonly title: string;
  readonly message: string;
  readonly strict: boolean;
}

/** A cell that leads to a place of the workbook, as a formula names it. */
export interface SheetLink {
  readonly cell: string;
  readonly target: string;
  readonly words: string;
}

/** A note on the cell of a column, counted from 0, in row 1. */
export interface CellNote {
  readonly column: number;
  readonly text: string;
}

export interface PrintSetup {
  readonly landscape: boolean;
  /** Shrunk until all columns, or all of the sheet, fit on one page. */
  readonly fit?: 'columns' | 'all';
  /** In percent, where nothing has to fit. */
  readonly scale?: number;
  /** Rows repeated on every page. */
  readonly repeatedRows?: { readonly from: number; readonly to: number };
  /** Columns repeated on every page, by their letters. */
  readonly repeatedColumns?: { readonly from: string; readonly to: string };
  /** Columns, by their letters, with which a new page begins. */
  readonly columnsBefore?: readonly string[];
  /** At the foot of every page, with the number of the page on the right. */
  readonly footer?: string;
}
