import type { Sentence } from '../units/sentence.ts';
import type { PlainDate } from '../units/plain-date.ts';
import type { Status, Value } from '../units/value.ts';
import type { ModelValueKind } from './model-value-kind.ts';

/** What a forecast comes to, and what a workbook of it shows besides its months. */
export interface ModelOutcome {
  /** The answer in one sentence, for the numbers as they are written. */
  readonly headline: Sentence;
  /** Where the forecast stands: agreed when, an example. */
  readonly standing: Sentence;
  /** Nobody wrote it down yet: its numbers are those that one starts from. */
  readonly isExample: boolean;
  readonly notes: readonly Sentence[];
  /** What both sides want and promised; absent where nobody wrote it down. */
  readonly agreement?: ModelAgreement;
  /** Printed on every sheet and page. */
  readonly caution: string;
  /** Lines that only help results: they stand below the forecast. */
  readonly helpers: ReadonlySet<string>;
  readonly results: readonly ModelResult[];
  readonly periods: readonly PeriodLine[];
  readonly ties: readonly ModelTie[];
  /** The line that a chart shows and that the drivers change at its end. */
  readonly followed: string;
  readonly drivers: ModelDrivers;
  readonly questions: readonly SolvedQuestion[];
  readonly sources: readonly ModelSource[];
}

/** What people agreed on about a forecast, beside its numbers. */
export interface ModelAgreement {
  readonly wishes: readonly Sentence[];
  readonly commitments: readonly ModelCommitment[];
}

export interface ModelCommitment {
  readonly side: string;
  readonly what: string;
  readonly owner: string;
  readonly due: PlainDate;
  readonly status: Status;
}

/** One result, in every scenario. */
export interface ModelResult {
  readonly key: string;
  readonly title: string;
  readonly kind: ModelValueKind | 'times';
  readonly measure: ModelMeasure;
  /** How it is worked out, in words. */
  readonly words: string;
  /** By scenario. */
  readonly values: ReadonlyMap<string, number | NoNumber>;
}

/** Why a result is no number: in a word for a cell, in words for a line. */
export interface NoNumber {
  readonly short: string;
  readonly reason: string;
}

/** How a result follows from the lines of the months. A closed set: the engine works it out, a workbook writes it as a formula. */
export type ModelMeasure =
  | { readonly kind: 'end' | 'highest' | 'deepest' | 'deepest-month'; readonly line: string }
  /** The first month that a line marks with 1. */
  | { readonly kind: 'first-marked'; readonly marks: string; readonly never: NoNumber }
  /** The month from which a line that counts months in a row counts to the end. */
  | { readonly kind: 'lasting'; readonly run: string; readonly never: NoNumber }
  /** The month in which a running total is back at zero, to the fraction of that month if asked. */
  | { readonly kind: 'turn'; readonly line: string; readonly isExact?: true; readonly marks: TurnMarks }
  | { readonly kind: 'quotient'; readonly part: ModelSum; readonly whole: ModelSum; readonly nothing: NoNumber }
  /** Flows from the start on, at a rate a year that is an input. */
  | { readonly kind: 'present-value'; readonly flows: string; readonly rate: string }
  | { readonly kind: 'internal-rate'; readonly flows: string; readonly turns: string; readonly words: RateWords }
  | { readonly kind: 'total'; readonly sum: ModelSum };

/** Lines that mark with 1 the months in which a running total is back, and below zero again. */
export interface TurnMarks {
  readonly back: string;
  readonly lost: string;
  readonly never: NoNumber;
  readonly atOnce: NoNumber;
  /** Its reason has {month} and {lost}. */
  readonly lostAgain: NoNumber;
}

/** Why there is no internal rate. Several: solved by the engine, for the numbers as they are written. */
export interface RateWords {
  readonly nothingPutIn: NoNumber;
  readonly nothingBack: NoNumber;
  readonly none: NoNumber;
  /** The numbers were changed since, and only the engine can tell. */
  readonly changed: NoNumber;
}

/** Values of lines added up: over all months, the last twelve, at the end, or at the start. */
export type ModelSum = readonly {
  readonly line: string;
  readonly over: 'months' | 'last-year' | 'end' | 'start';
  readonly sign: 1 | -1;
}[];

/** A line of the profit and loss by quarter and year: a sum, a state at the end, or a ratio of two sums. */
export type PeriodLine = { readonly title: string; readonly emphasis?: 'strong' } & (
  | { readonly kind: 'sum' | 'end'; readonly line: string; readonly sign: 1 | -1; readonly shows: ModelValueKind }
  | { readonly kind: 'ratio'; readonly part: string; readonly whole: string }
);

/** In every month one line is others added up. */
export interface ModelTie {
  readonly title: string;
  readonly whole: string;
  readonly parts: readonly { readonly line: string; readonly sign: 1 | -1 }[];
}

/** What the strongest drivers do to the end of the base, the strongest first. */
export interface ModelDrivers {
  /** A ratio: 0.2 for a fifth less and a fifth more. */
  readonly swing: number;
  readonly rows: readonly { readonly title: string; readonly lower: number; readonly higher: number }[];
}

/** A question that only solving answers. */
export interface SolvedQuestion {
  readonly question: Sentence;
  readonly answer: Value;
}

export interface ModelSource {
  readonly name: string;
  readonly text: string;
  readonly url?: string;
}
