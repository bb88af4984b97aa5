import type { WorkbookProperties } from '../../../ooxml/workbook-package.ts';

/** Questions to be answered in a workbook by somebody who has no other program. */
export interface FormBook {
  readonly properties: WorkbookProperties;
  readonly title: string;
  /** For whom and from whom. */
  readonly subtitle: string;
  /** How to fill it in, a line each. */
  readonly instructions: readonly string[];
  /** What is asked about who answers. */
  readonly about: readonly AboutLine[];
  readonly sections: readonly FormSection[];
  /** By what it is known again when it comes back; on a sheet that nobody sees. */
  readonly identity: readonly (readonly [key: string, value: string])[];
}

/** One cell of the first sheet to fill in. */
export interface AboutLine {
  readonly label: string;
  readonly hint: string;
  readonly kind: 'text' | 'date';
}

/** The questions of one sheet. */
export interface FormSection {
  readonly title: string;
  readonly questions: readonly FormQuestion[];
}

export interface FormQuestion {
  /** Counted over all sheets. */
  readonly number: number;
  readonly text: string;
  readonly why?: string;
  /** One of the choices from a list, any of them with a mark each, or words. */
  readonly kind: 'one' | 'many' | 'words';
  readonly choices: readonly string[];
}

/** Name of the sheet that says what the workbook is. */
export const IDENTITY_SHEET = 'cam';

/** Columns of the sheets, from 0. */
export const FORM_COLUMNS = { question: 2, answer: 3 } as const;

/** What marks a choice of several. */
export const CHOSEN = 'yes';
