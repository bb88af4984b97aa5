import type { ImportMapping } from '../../../schema/import-mapping.ts';

/** One thing about an export that only a person can say, with everything needed to answer it on one screen. */
export interface MappingQuestion {
  readonly message: string;
  /** In the order in which they are shown. */
  readonly choices: readonly MappingChoice[];
  /** Value of the choice that Enter takes. */
  readonly proposal: string;
}

export interface MappingChoice {
  readonly value: string;
  readonly name: string;
  /** Said about the choice while it is marked. */
  readonly description?: string;
}

/** Asks a person; answers with the value of a choice. Where nobody can be asked there is no such function. */
export type Ask = (question: MappingQuestion) => Promise<string>;

/** A question with what its answer does to the mapping; undefined where the answer is that none of the choices fits. */
export interface MappingItem {
  readonly question: MappingQuestion;
  take(answer: string): Partial<ImportMapping> | undefined;
}
