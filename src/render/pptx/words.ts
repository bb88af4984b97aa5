import { singleLine } from '../../units/clean-text.ts';
import { formatAmount, formatSentence, formatValue, NO_BREAK_SPACE, type FormatOptions } from '../../units/format.ts';
import type { Sentence } from '../../units/sentence.ts';
import type { Status, Value } from '../../units/value.ts';
import { STATUS } from './theme.ts';

/** Turns the typed parts of a document into clean words of one line each: what no file may hold is taken out here. */
export interface Words {
  say(sentence: Sentence): string;
  print(value: Value): string;
  amount(amount: number, currency: string): string;
  plain(text: string): string;
}

/** Words in the document's locale. */
export function wordsOf(format: FormatOptions): Words {
  return {
    say: (sentence) => singleLine(formatSentence(sentence, format)),
    print: (value) => singleLine(formatValue(value, format)),
    amount: (amount, currency) => singleLine(formatAmount(amount, currency, format)),
    plain: singleLine,
  };
}

/** "▲ ahead", held together by a no-break space. */
export function statusWords(status: Status): string {
  return `${STATUS[status.meaning].symbol}${NO_BREAK_SPACE}${singleLine(status.word)}`;
}
