import { formatValue } from './format.ts';

const LOCALE = { locale: 'en-GB' } as const;

/** `1 row`, `8,800 rows`: a count with a word whose plural ends in s. */
export function plural(count: number, word: string): string {
  return `${formatValue({ kind: 'count', count }, LOCALE)} ${word}${count === 1 ? '' : 's'}`;
}
