import type { FormatOptions } from '../units/format.ts';
import type { PlainDate } from '../units/plain-date.ts';
import type { Sentence } from '../units/sentence.ts';
import type { Value } from '../units/value.ts';
import type { Block, Table } from './block.ts';
import type { Calculation } from './calculation/calculation.ts';
import type { DocumentModel } from './model.ts';

/** Whom a page is for. The partner edition is the default; an internal page says so everywhere. */
export type Edition = 'partner' | 'internal';

/**
 * A neutral report: typed, unformatted values in a closed set of layouts and blocks. Every renderer can draw every document;
 * none of them knows which artifact it came from.
 */
export interface Document {
  /** Artifact name, also the file's: `qbr`, `performance-scorecard`. */
  readonly id: string;
  /** Kind of page in words: "Quarterly business review". */
  readonly title: string;
  readonly edition: Edition;
  readonly format: FormatOptions;
  /** IETF language of the words. */
  readonly language: string;
  readonly vendor: string;
  /** Accent colour of the vendor as six hex digits, when it has one of its own. */
  readonly accent?: string;
  readonly subject: Subject;
  /** "FY26-Q3", with the words for it: "January to March 2026". */
  readonly period: { readonly name: string; readonly words: string };
  readonly dates: ReviewDates;
  readonly sections: readonly Section[];
  /** Every figure of the pages by its name, for machines: the very values the sections show. */
  readonly figures: Readonly<Record<string, Value>>;
  /** The forecast behind the page: a workbook writes it as live formulas; the sections show what it comes to. */
  readonly model?: DocumentModel;
  /** What the page's numbers are worked out from: a workbook writes it as live formulas; the sections show what it comes to. */
  readonly calculation?: Calculation;
  /** A form that is filed: all of it as one table, which is then the only sheet of its workbook. */
  readonly form?: Table;
  /** What some of its values refer to by number; a renderer prints those that a page or slide refers to at its foot. */
  readonly footnotes?: readonly Footnote[];
}

/** A remark about figures: a correction that is in them, an objection to them. */
export interface Footnote {
  readonly number: number;
  readonly text: Sentence;
  /** Names of the figures it is about. */
  readonly figures: readonly string[];
}

/** The partner a page is about. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  /** At most 28 characters, for footers. */
  readonly shortName: string;
  /** "Managed service provider, Gold". */
  readonly description: string;
}

/** The two dates of every page. */
export interface ReviewDates {
  readonly results: PlainDate;
  readonly pipeline: PlainDate;
  /** It has neither results nor a pipeline in it: both are the day it was made for. */
  readonly isOneDay?: true;
}

/** One slide of a deck or one part of a page. Slots belong to the layout. */
export type Section = SectionCore &
  (
    | { readonly layout: 'cover'; readonly cover: Cover }
    | {
        readonly layout: 'key-figures';
        readonly top: readonly Block[];
        readonly main: readonly Block[];
        readonly side: readonly Block[];
      }
    | { readonly layout: 'table'; readonly main: readonly Block[] }
    /** A wide main column with a narrow one beside it. */
    | { readonly layout: 'main-side'; readonly main: readonly Block[]; readonly side: readonly Block[] }
    /** A narrow column with the wide main one on its right. */
    | { readonly layout: 'side-main'; readonly side: readonly Block[]; readonly main: readonly Block[] }
    | { readonly layout: 'two-columns'; readonly left: readonly Block[]; readonly right: readonly Block[] }
    | { readonly layout: 'panels'; readonly panels: readonly Block[] }
    /** Dense pages behind the last slide. */
    | { readonly layout: 'appendix'; readonly main: readonly Block[]; readonly side: readonly Block[] }
  );

export type Layout = Section['layout'];

export interface SectionCore {
  /** Stable name, unique in the document: hand edits are found again by it. */
  readonly id: string;
  /** Number and name above the headline: "4", "Performance to plan". */
  readonly kicker: { readonly number: string; readonly name: string };
  readonly headline: Sentence;
  /** Begins a sheet of its own in formats that print on sheets: what was asked for beside the one page. */
  readonly ownSheet?: true;
  /** The band under the body. */
  readonly strip?: { readonly why: Sentence; readonly next?: Sentence };
  /** Speaker notes; in the partner edition sources and definitions only. */
  readonly notes: readonly Sentence[];
  /** Where the section's data comes from: "deals, plan FY26". */
  readonly source: string;
}

export interface Cover {
  readonly occasion: string;
  readonly forPartner: readonly string[];
  readonly forVendor: readonly string[];
}
