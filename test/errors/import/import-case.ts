import type { ImportRequest } from '../../../src/app/import/import-setting.ts';

/** One file that cannot be imported as it is, or not all of it, and what a person is told. */
export interface ImportCase {
  readonly name: string;
  /** What the file is called. */
  readonly file: string;
  readonly content: string | Uint8Array;
  /** What is said on the command line. */
  readonly options?: Partial<ImportRequest>;
  /** Further files of the territory, beside two partners, Cedar GmbH and Fjord AS. */
  readonly beside?: Readonly<Record<string, string>>;
  /**
   * Every word, a line each: of a refusal its sentence and the way out; of an import the rows that were rejected, the partners that are
   * not known, the questions and the warnings, each behind its kind.
   */
  readonly says: readonly string[];
}

export const NOTHING = 'Nothing was imported.';
export const AGAIN = `${NOTHING} Export the file again.`;
export const ROWS_BEHIND = `${NOTHING} Export the rows behind it as CSV or .xlsx.`;

/** A file that is refused: its case, its name, what is in it, and the words. */
export type Refusal = readonly [name: string, file: string, content: string | Uint8Array, ...says: readonly string[]];

export function refusals(rows: readonly Refusal[]): readonly ImportCase[] {
  return rows.map(([name, file, content, ...says]) => ({ name, file, content, says }));
}
