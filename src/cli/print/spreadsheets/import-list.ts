import { cleanText } from '../../../units/clean-text.ts';
import { coloursOf } from '../colours.ts';
import type { Screen } from '../../command.ts';
import { counted } from './import-words.ts';
import { wrapWords } from '../wrap-words.ts';

/** Entries of a list that are printed; --json lists all. */
export const MOST_ENTRIES = 12;
const INDENT = 2;

/** A title with its first entries beneath it, and how many more there are. */
export function listText(title: string, lines: readonly string[], entries: number, screen: Screen): string {
  const more = entries - MOST_ENTRIES;
  const rest = more > 0 ? [`  ${coloursOf(screen).dim(`+ ${counted(more)} more; --json lists them all`)}`] : [];
  return [title, ...lines, ...rest].map((line) => `${line}\n`).join('');
}

/** Text of somebody's file, cleaned, wrapped to the screen and set in. */
export function indented(text: string, { width }: Screen, indent = INDENT): string[] {
  return wrapWords(cleanText(text), Math.max(20, width - indent)).map((line) => ' '.repeat(indent) + line);
}

/** A sentence behind a mark, its further lines set in. */
export function marked(mark: string, sentence: string, screen: Screen): string {
  const [first = '', ...rest] = indented(sentence, screen);
  return `${[`${mark} ${first.trimStart()}`, ...rest].join('\n')}\n`;
}
