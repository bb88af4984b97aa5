import { NO_ANSWER, type Answer } from './assessment.ts';
import type { AskedQuestion, Scale } from './question.ts';

/** Why an answer does not fit its question, and what would. */
export interface AnswerMistake {
  readonly message: string;
  readonly allowed?: readonly string[];
}

/** What is wrong with the answer to a question; undefined when it fits, or says that there is none. */
export function answerMistake(question: AskedQuestion, answer: Answer, scale: Scale): AnswerMistake | undefined {
  if (NO_ANSWER.some((word) => word === answer)) return undefined;
  switch (question.kind) {
    case 'graduated':
      return levelMistake(answer, question.scale ?? scale);
    case 'yes-no':
      return typeof answer === 'boolean'
        ? undefined
        : { message: 'must be true or false', allowed: words('true', 'false') };
    case 'single-choice':
      return choiceMistake([answer], question.options);
    case 'multiple-choice':
      return Array.isArray(answer)
        ? choiceMistake(answer, question.options)
        : { message: 'must be a list of options', allowed: question.options.map(({ id }) => id) };
    case 'number-bands':
      return bandMistake(answer, question.bands);
    case 'text':
      return typeof answer === 'string' ? undefined : { message: 'must be text' };
  }
}

function levelMistake(answer: Answer, { min, max }: Scale): AnswerMistake | undefined {
  const fits = typeof answer === 'number' && Number.isInteger(answer) && answer >= min && answer <= max;
  if (fits) return undefined;
  const levels = Array.from({ length: max - min + 1 }, (_, index) => String(min + index));
  return { message: `must be a level from ${min} to ${max}`, allowed: words(...levels) };
}

function choiceMistake(
  chosen: readonly Answer[],
  options: readonly { readonly id: string }[],
): AnswerMistake | undefined {
  const ids = options.map(({ id }) => id);
  const unknown = chosen.find((id) => typeof id !== 'string' || !ids.includes(id));
  if (unknown !== undefined) {
    const said = typeof unknown === 'string' ? `"${unknown}" ` : '';
    return { message: `${said}is not an option of this question`, allowed: ids };
  }
  return new Set(chosen).size < chosen.length ? { message: 'names an option twice' } : undefined;
}

function bandMistake(answer: Answer, bands: readonly { readonly level: number }[]): AnswerMistake | undefined {
  const levels = bands.map(({ level }) => String(level));
  if (typeof answer === 'number') return undefined;
  const isBand = typeof answer === 'object' && 'band' in answer;
  if (isBand && levels.includes(String(answer.band))) return undefined;
  return {
    message: `must be a number, or { band: level } with one of the levels ${levels.join(', ')}`,
    allowed: NO_ANSWER,
  };
}

function words(...own: readonly string[]): readonly string[] {
  return [...own, ...NO_ANSWER];
}
