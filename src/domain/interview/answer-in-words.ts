import { formatDate, formatValue, type Locale } from '../../units/format.ts';
import { parsePlainDate } from '../../units/plain-date.ts';
import type { Answer } from './answer.ts';
import type { Question } from './question.ts';

/** An answer as a summary names it: "4  We deploy alone in most projects", "yes", "85 %", "skipped". */
export function answerInWords(question: Question, answer: Answer, locale: Locale): string {
  if ('left' in answer) return answer.left === 'skipped' ? 'skipped' : 'does not apply';
  if ('band' in answer)
    return (question.kind === 'number' && question.bands?.[answer.band - 1]) || `band ${answer.band}`;
  const { value } = answer;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberInWords(question, value, locale);
  if (typeof value === 'string') return wordsOfText(question, value, locale);
  if (value.length === 0) return 'none of these';
  return value.map((id) => wordsOfText(question, id, locale)).join(', ');
}

function numberInWords(question: Question, value: number, locale: Locale): string {
  switch (question.kind) {
    case 'levels': {
      const text = question.levels.find(({ level }) => level === value)?.text;
      return text === undefined ? `${value}` : `${value}  ${text}`;
    }
    case 'money':
      return formatValue({ kind: 'amount', amount: value, currency: question.currency }, { locale, precision: 'full' });
    case 'number':
      return question.unit === undefined ? `${value}` : `${value}\u00a0${question.unit}`;
    default:
      return `${value}`;
  }
}

function wordsOfText(question: Question, value: string, locale: Locale): string {
  if (question.kind === 'choice' || question.kind === 'choices')
    return question.options.find(({ id }) => id === value)?.text ?? value;
  const date = question.kind === 'date' ? parsePlainDate(value) : undefined;
  return date ? formatDate(date, locale) : value;
}
