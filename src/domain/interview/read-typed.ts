import { formatDate, formatValue, type Locale } from '../../units/format.ts';
import { parsePlainDate } from '../../units/plain-date.ts';
import type { Answer } from './answer.ts';
import type { DateQuestion, MoneyQuestion, NumberQuestion, TextQuestion, TypedQuestion } from './question.ts';

/** What was typed as an answer, or why it is none. */
export type Read = { readonly answer: Answer } | { readonly refused: string };

const THOUSANDS: Readonly<Record<string, number>> = { '': 1, k: 1_000, m: 1_000_000 };
const NUMBER = /^([−-]?)(\d{1,3}(?:[, \u00a0]\d{3})+|\d+)?(\.\d*)?\s*([km]?)$/i;

/** Reads a text typed for a question; the text is on one line and not empty. */
export function readTyped(question: TypedQuestion, text: string, locale: Locale): Read {
  switch (question.kind) {
    case 'number':
    case 'money':
      return readNumber(question, text, locale);
    case 'date':
      return readDate(question, text, locale);
    case 'text':
      return readText(question, text);
  }
}

function readNumber(question: NumberQuestion | MoneyQuestion, text: string, locale: Locale): Read {
  const number = numberIn(text.replace(/^[$€£]\s*|\s*%$/g, ''));
  if (number === undefined) {
    const comma = /^\d+,\d+$/.test(text);
    return {
      refused: comma ? 'Write decimals with a point: 1.5.' : `"${text}" is no number. Write it in digits: 1250 or 1.5.`,
    };
  }
  const { min, max } = question;
  if (min !== undefined && number < min) return { refused: `Write ${inWords(question, min, locale)} or more.` };
  if (max !== undefined && number > max) return { refused: `Write ${inWords(question, max, locale)} or less.` };
  return { answer: { value: number } };
}

/** "1,250", "1.5", "1.5m", "250 k"; undefined for anything else, "1,5" included, which could mean two things. */
function numberIn(text: string): number | undefined {
  const match = NUMBER.exec(text);
  const [, sign = '', whole = '', decimals = '', letter = ''] = match ?? [];
  if (!match || !/\d/.test(whole + decimals)) return undefined;
  const number = Number(`${whole.replace(/[, \u00a0]/g, '')}${decimals}`) * THOUSANDS[letter.toLowerCase()]!;
  if (number > Number.MAX_SAFE_INTEGER) return undefined;
  return sign === '' || number === 0 ? number : -number;
}

function inWords(question: NumberQuestion | MoneyQuestion, number: number, locale: Locale): string {
  if (question.kind === 'number') return question.unit === undefined ? `${number}` : `${number} ${question.unit}`;
  return formatValue({ kind: 'amount', amount: number, currency: question.currency }, { locale, precision: 'full' });
}

function readDate({ earliest, latest }: DateQuestion, text: string, locale: Locale): Read {
  const date = parsePlainDate(text);
  if (!date) return { refused: `"${text}" is no day. Write it as YYYY-MM-DD.` };
  if (earliest !== undefined && date < earliest)
    return { refused: `Write ${formatDate(earliest, locale)} or a later day.` };
  if (latest !== undefined && date > latest)
    return { refused: `Write ${formatDate(latest, locale)} or an earlier day.` };
  return { answer: { value: date } };
}

function readText({ longest }: TextQuestion, text: string): Read {
  if (text.length <= longest) return { answer: { value: text } };
  return { refused: `At most ${longest} characters; this has ${text.length}.` };
}
