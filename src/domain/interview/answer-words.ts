import type { Answer } from './answer.ts';
import type { Question } from './question.ts';

/** How a question is answered on paper: by one of several sentences, by marking some of them, or in words of one's own. */
export interface WrittenForm {
  readonly kind: 'one' | 'many' | 'words';
  /** In the order of the question, each with what it says. */
  readonly choices: readonly { readonly words: string; readonly answer: Answer }[];
}

const NOT_APPLICABLE = 'This does not apply to us';

/** The sentences by which a question is answered on paper; the last one of a list says that it does not apply. */
export function writtenForm(question: Question): WrittenForm {
  const leaves = question.without?.includes('not-applicable') ? [] : [notApplicable];
  switch (question.kind) {
    case 'levels':
      return one(
        question.levels.map(({ level, text }) => choice(`${level}  ${text}`.trimEnd(), { value: level })),
        leaves,
      );
    case 'yes-no':
      return one([choice('Yes', { value: true }), choice('No', { value: false })], leaves);
    case 'choice':
      return one(
        question.options.map(({ id, text }) => choice(text, { value: id })),
        leaves,
      );
    case 'choices':
      return { kind: 'many', choices: question.options.map(({ id, text }) => choice(text, { value: [id] })) };
    case 'number':
      return question.bands === undefined
        ? { kind: 'words', choices: [] }
        : one(
            question.bands.map((text, index) => choice(text, { band: index + 1 })),
            leaves,
          );
    case 'money':
    case 'date':
    case 'text':
      return { kind: 'words', choices: [] };
  }
}

function one(choices: WrittenForm['choices'], leaves: WrittenForm['choices']): WrittenForm {
  return { kind: 'one', choices: [...choices, ...leaves] };
}

function choice(words: string, answer: Answer): WrittenForm['choices'][number] {
  return { words, answer };
}

const notApplicable = choice(NOT_APPLICABLE, { left: 'not-applicable' });
