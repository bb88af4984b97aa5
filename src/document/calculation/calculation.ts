import type { Expression } from '../../expression/expression.ts';
import type { Known } from '../../units/missing.ts';
import type { Sentence } from '../../units/sentence.ts';
import type { ModelValueKind } from '../model-value-kind.ts';

/**
 * A calculation in sheets of columns that is not one of months: every tactic of a plan, every case of a question. It is declared once:
 * `calculatedValues` works it out, a workbook writes the same formulas live, other formats print its sheets as tables
 * (`calculationTable`). Names of formulas are resolved as `placeOfName` says.
 */
export interface Calculation {
  readonly currency: string;
  /** Printed on every sheet. */
  readonly caution?: string;
  /** The answer in one sentence, for the numbers as they are written. */
  readonly headline: Sentence;
  /** The first is in front. */
  readonly sheets: readonly CalculationSheet[];
  /** Ids of tables of the page that have a sheet of their own, behind these. */
  readonly tables?: readonly string[];
  /** What has to be nought, whatever is typed. */
  readonly checks: readonly CalculationCheck[];
  /** The file whose numbers these are: first what kind of file, then what names it. With it the workbook can be brought back. */
  readonly file?: readonly string[];
  /** What the words mean and where the numbers come from, besides the formulas. */
  readonly definitions?: readonly CalculationDefinition[];
}

export interface CalculationSheet {
  /** By which formulas of other sheets name it: one word. */
  readonly key: string;
  readonly title: string;
  /** What it holds, in the list of sheets. */
  readonly holds: string;
  readonly intro: string;
  /** Above the labels of its rows. */
  readonly label: string;
  readonly columns: readonly CalculationColumn[];
  /** A last column, in which rows are added up or worked out from what was added up. */
  readonly total?: { readonly title: string };
  readonly rows: readonly CalculationRow[];
  readonly charts?: readonly CalculationChart[];
}

export interface CalculationColumn {
  /** One word. */
  readonly key: string;
  readonly title: string;
  /** By the key of the row: what stands there instead of the row's formula. */
  readonly entries: ReadonlyMap<string, CalculationEntry>;
  /** Its cells have the keys of their rows as names, which formulas of the workbook use. */
  readonly isNamed?: true;
}

/** What stands in a cell. */
export type CalculationEntry =
  | {
      /** Typed by a person, who may type another; a day as 2026-04-15. */
      readonly typed: Known<number | string>;
      readonly source?: string;
      readonly inFile?: PlaceInFile;
    }
  | { readonly formula: Expression };

/** Where a typed number stands in the file that the calculation is of. */
export interface PlaceInFile {
  /** The id of its entry, empty for the file itself, then the keys down to it. */
  readonly path: readonly (string | number)[];
  /** The file says it; otherwise it is what holds as long as the file says nothing. */
  readonly isSaid: boolean;
}

/** What a row holds: counts of people, leads and deals are shown rounded up, which takes nothing from what they are. */
export type CalculationKind = ModelValueKind | 'count' | 'days' | 'times' | 'text' | 'date';

export interface CalculationRow {
  /** One word, unique on its sheet. */
  readonly key: string;
  readonly label: string;
  readonly kind: CalculationKind;
  /** "per campaign", "USD a deal". */
  readonly unit?: string;
  /** Rows under one heading stand together. */
  readonly heading?: string;
  readonly emphasis?: 'strong';
  /** In every column that has no entry of its own; without one such a cell stays empty. */
  readonly formula?: Expression;
  /** What the total column holds: the columns added up, or the row's own formula over the totals; nothing unless told. */
  readonly total?: 'sum' | 'formula';
  /** What may be typed; the kind decides where it is left out. */
  readonly limits?: { readonly from: number; readonly to: number };
  /** Words that may be typed, for a text that is chosen. */
  readonly choices?: readonly string[];
}

/** Bars of rows that stand below each other, a series for each of some columns (`total` for the last one). */
export interface CalculationChart {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** A difference that is nought as long as the workbook is sound. */
export interface CalculationCheck {
  readonly title: string;
  /** Names begin with their sheet: `tactics.total.cost`. */
  readonly difference: Expression;
}

export interface CalculationDefinition {
  readonly name: string;
  readonly words: string;
  readonly where: string;
}

/** The key of the total column. */
export const TOTAL = 'total';

/** A cell of a calculation. */
export interface CalculationPlace {
  readonly sheet: string;
  readonly column: string;
  readonly row: string;
}
