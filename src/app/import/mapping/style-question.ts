import { readDate } from '../../../input/import-columns/date-column.ts';
import { readNumber } from '../../../input/import-columns/number-column.ts';
import type { DateOrder, DecimalSign } from '../../../schema/import-mapping.ts';
import { formatDate } from '../../../units/format.ts';
import type { Undecided } from '../columns/decide-styles.ts';
import type { MappingItem } from './question.ts';

/** How dates or numbers are meant that can be read in two ways, with what the file's own examples would say either way. */
export function styleQuestion(undecided: Undecided): MappingItem {
  return undecided.what === 'date order' ? dateQuestion(undecided) : decimalQuestion(undecided);
}

function dateQuestion({ header, examples }: Undecided): MappingItem {
  const choice = (value: DateOrder, words: string) => ({
    value,
    name: `${words}: ${readings(examples, (cell) => dateAs(cell, value))}`,
  });
  return {
    question: {
      message: `The dates in "${header}" have`,
      choices: [choice('dmy', 'the day first'), choice('mdy', 'the month first')],
      proposal: 'dmy',
    },
    take: (answer) => ({ date_order: answer as DateOrder }),
  };
}

function decimalQuestion({ header, examples }: Undecided): MappingItem {
  const choice = (value: DecimalSign, words: string) => ({
    value,
    name: `${words}: ${readings(examples, (cell) => numberAs(cell, value))}`,
  });
  return {
    question: {
      message: `The numbers in "${header}" have`,
      choices: [choice('.', 'a decimal point'), choice(',', 'a decimal comma')],
      // Amounts of thousands are commoner than amounts of three decimals.
      proposal: examples[0]?.includes(',') ? '.' : ',',
    },
    take: (answer) => ({ decimal: answer as DecimalSign }),
  };
}

function readings(examples: readonly string[], read: (cell: string) => string): string {
  return examples.map((cell) => `${cell.trim()} is ${read(cell)}`).join(', ');
}

function dateAs(cell: string, order: DateOrder): string {
  const date = readDate(cell, order);
  return date === undefined || date === 'unreadable' ? 'no date' : formatDate(date, 'en-GB').replace(/\s/g, ' ');
}

function numberAs(cell: string, sign: DecimalSign): string {
  const number = readNumber(cell, sign);
  if (typeof number !== 'object') return 'no number';
  return number.value.toLocaleString('en-GB', { maximumFractionDigits: 6 });
}
