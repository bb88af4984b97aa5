import type { Answer } from './answer.ts';
import type { ChoicesQuestion, Option, Question } from './question.ts';

/** One thing that can be chosen: its key, its words, and the answer it stands for. */
export interface Line {
  readonly key: string;
  readonly text: string;
  readonly answer: Answer;
  /** The option behind it, where there is one. */
  readonly option?: Option;
}

/** The keys of a list by place; the tenth is 0, as on the keyboard, and what follows has no key of its own. */
const PLACES = '1234567890';
/** Says that none of several options holds. */
export const NONE_KEY = '-';

/** What can be chosen for a question; empty where the answer is written. */
export function linesOf(question: Question): readonly Line[] {
  switch (question.kind) {
    case 'levels':
      return question.levels.map(({ level, text }) => ({ key: keyOfLevel(level), text, answer: { value: level } }));
    case 'yes-no':
      return [
        { key: 'y', text: 'Yes', answer: { value: true } },
        { key: 'n', text: 'No', answer: { value: false } },
      ];
    case 'choice':
      return question.options.map((option, index) => ({
        key: option.key ?? keyOfPlace(index),
        text: option.text,
        answer: { value: option.allWith ?? option.id },
        option,
      }));
    case 'choices':
      return linesOfChoices(question);
    case 'number':
      return (question.bands ?? []).map((text, index) => ({
        key: keyOfPlace(index),
        text,
        answer: { band: index + 1 },
      }));
    default:
      return [];
  }
}

/** Several may hold; that none does is said with a key of its own, so that an empty answer is never given by accident. */
function linesOfChoices({ options }: ChoicesQuestion): readonly Line[] {
  const lines = options.map((option, index) => ({
    key: keyOfPlace(index),
    text: option.text,
    answer: { value: [option.id] },
    option,
  }));
  return [...lines, { key: NONE_KEY, text: 'None of these', answer: { value: [] } }];
}

function keyOfPlace(index: number): string {
  return PLACES[index] ?? '';
}

function keyOfLevel(level: number): string {
  return Number.isInteger(level) && level >= 0 && level <= 9 ? String(level) : '';
}
