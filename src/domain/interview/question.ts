import type { PlainDate } from '../../units/plain-date.ts';
import type { Answers } from './answer.ts';

/** What an interview can ask. Where the text comes from, and what an answer is worth, is the business of the page that asks. */
export type Question =
  | LevelsQuestion
  | YesNoQuestion
  | ChoiceQuestion
  | ChoicesQuestion
  | NumberQuestion
  | MoneyQuestion
  | DateQuestion
  | TextQuestion;

interface Asked {
  readonly id: string;
  /** Heading under which it stands; questions of a section follow each other. */
  readonly section: string;
  readonly text: string;
  /** Stands below the text, a line each. */
  readonly details?: readonly string[];
  /** Read out when somebody asks why. */
  readonly why?: string;
  /** Whether it is asked at all, judged by the answers to the questions before it. Without this it always is. */
  readonly applies?: (answers: Answers) => boolean;
  /** How it is asked after the answers so far: what is said here takes the place of what the question says by itself. */
  readonly given?: (answers: Answers) => {
    readonly details?: readonly string[];
    /** Some of its own options, in another order or with other words. */
    readonly options?: readonly Option[];
    readonly earliest?: PlainDate;
  };
  /** Ways around an answer that this question does not offer. */
  readonly without?: readonly ('skip' | 'not-applicable')[];
}

/** A graduated scale: every level has its text. */
export interface LevelsQuestion extends Asked {
  readonly kind: 'levels';
  readonly levels: readonly { readonly level: number; readonly text: string }[];
}

export interface YesNoQuestion extends Asked {
  readonly kind: 'yes-no';
}

export interface Option {
  readonly id: string;
  readonly text: string;
  /** The key that chooses it, where it is not its place in the list. */
  readonly key?: string;
  /** Chooses the option of this id here and in every later question of the section that has it and is not settled yet. */
  readonly allWith?: string;
}

/** Exactly one of the options. */
export interface ChoiceQuestion extends Asked {
  readonly kind: 'choice';
  readonly options: readonly Option[];
}

/** Any number of the options, none included. */
export interface ChoicesQuestion extends Asked {
  readonly kind: 'choices';
  readonly options: readonly Option[];
}

export interface NumberQuestion extends Asked {
  readonly kind: 'number';
  /** Printed behind the number: "%", "months". */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** Read out as choices from the lowest to the highest; the exact number may still be typed. */
  readonly bands?: readonly string[];
}

/** An amount in whole units of the currency. */
export interface MoneyQuestion extends Asked {
  readonly kind: 'money';
  readonly currency: string;
  readonly min?: number;
  readonly max?: number;
}

export interface DateQuestion extends Asked {
  readonly kind: 'date';
  readonly earliest?: PlainDate;
  readonly latest?: PlainDate;
}

export interface TextQuestion extends Asked {
  readonly kind: 'text';
  /** Characters. */
  readonly longest: number;
}

export type TypedQuestion = NumberQuestion | MoneyQuestion | DateQuestion | TextQuestion;

/** True where the answer is written instead of chosen. */
export function isTyped(question: Question): question is TypedQuestion {
  return ['number', 'money', 'date', 'text'].includes(question.kind);
}
