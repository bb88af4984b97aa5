import type { Answer } from './answer.ts';
import { linesOf } from './lines.ts';
import type { Question } from './question.ts';
import { readTyped } from './read-typed.ts';

/** Whether the question still takes this answer: a draft or an earlier assessment may come from another version of it. */
export function fits(question: Question, answer: Answer): boolean {
  if ('left' in answer) return !(question.without ?? []).includes(answer.left === 'skipped' ? 'skip' : answer.left);
  if ('band' in answer) return question.kind === 'number' && answer.band <= (question.bands ?? []).length;
  const { value } = answer;
  switch (question.kind) {
    case 'levels':
    case 'yes-no':
    case 'choice':
      return linesOf(question).some((line) => 'value' in line.answer && line.answer.value === value);
    case 'choices':
      return typeof value === 'object' && value.every((id) => question.options.some((option) => option.id === id));
    case 'number':
    case 'money': {
      const { min = -Infinity, max = Infinity } = question;
      return typeof value === 'number' && value >= min && value <= max;
    }
    default:
      return typeof value === 'string' && value !== '' && 'answer' in readTyped(question, value, 'en-GB');
  }
}
