import { cleanText } from '../../units/clean-text.ts';
import { coloursOf } from './colours.ts';
import type { Outcome, Screen } from '../command.ts';
import { wrapWords } from './wrap-words.ts';

/** Entries of a list that are printed; --json lists all. */
const MOST_ENTRIES = 12;
const INDENT = 2;

/** The sentence that says what was done, with its mark. */
export function doneLine(sentence: string, screen: Screen): string {
  const { green } = coloursOf(screen);
  const mark = screen.unicode ? '✓' : 'ok';
  const [first = '', ...rest] = wrapWords(cleanText(sentence), screen.width - mark.length - 1);
  return [`${green(mark)} ${first}`, ...rest.map((line) => ' '.repeat(INDENT) + line)].join('\n');
}

/** A sentence below it. */
export function detailLines(sentence: string, { width }: Screen): string[] {
  return wrapWords(cleanText(sentence), Math.max(20, width - INDENT)).map((line) => ' '.repeat(INDENT) + line);
}

/** What a person should look at, each with the file it is about. */
export function warningLines(warnings: NonNullable<Outcome['warnings']>, screen: Screen): string[] {
  const { yellow } = coloursOf(screen);
  return limited(
    warnings.map(({ where, message }) => {
      const [first = '', ...rest] = detailLines(`${where}: ${message}.`, screen);
      return [`${yellow('!')} ${first.trimStart()}`, ...rest];
    }),
    screen,
  );
}

/** The lines of the first entries, and how many more there are. */
function limited(entries: readonly (readonly string[])[], screen: Screen): string[] {
  const more = entries.length - MOST_ENTRIES;
  const rest = more > 0 ? [`  ${coloursOf(screen).dim(`+ ${more} more; --json lists them all`)}`] : [];
  return [...entries.slice(0, MOST_ENTRIES).flat(), ...rest];
}
