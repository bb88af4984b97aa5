import stringWidth from 'string-width';
import { cleanText } from '../../units/clean-text.ts';
import { cutText } from '../../units/cut-text.ts';
import { coloursOf, type Colours } from './colours.ts';
import type { Screen } from '../command.ts';
import { wrapWords } from './wrap-words.ts';
import type { Problem } from '../../app/territory/check-territory.ts';

/** Problems printed in full; the rest is counted, so that a broken export does not scroll for minutes. */
const MOST_PRINTED = 50;
const INDENT = 3;

interface Ink {
  readonly colours: Colours;
  readonly width: number;
  readonly signs: { readonly error: string; readonly arrow: string; readonly bar: string };
}

/**
 * Problems as a person reads them: where, what, the lines of the file with the place marked, what is allowed, what was probably
 * meant. Never wider than the screen as far as the file's own words can be cut.
 */
export function printProblems(problems: readonly Problem[], screen: Screen): string {
  const signs = screen.unicode ? { error: '✗', arrow: '›', bar: '│' } : { error: 'x', arrow: '>', bar: '|' };
  const ink = { colours: coloursOf(screen), width: screen.width, signs };
  const printed = problems.slice(0, MOST_PRINTED).map((problem) => `${problemLines(problem, ink).join('\n')}\n`);
  const more = problems.length - MOST_PRINTED;
  return [...printed, ...(more > 0 ? [`   … and ${more} more; --json lists them all.\n`] : [])].join('\n');
}

/** `partners/acme/partner.yaml:14:17`. */
export function placeOf({ file, line, column }: Problem): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/** What is wrong in one line: `tier: "Platnum" is not a tier of this program`. */
export function sentenceOf({ path, message }: Problem): string {
  if (!path) return `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return /^(is|must) /.test(message) ? `${path} ${message}` : `${path}: ${message}`;
}

function problemLines(problem: Problem, ink: Ink): string[] {
  const { colours, signs, width } = ink;
  const sign = problem.severity === 'error' ? colours.red(signs.error) : colours.yellow('!');
  const indented = (text: string) =>
    wrapWords(cleanText(text), width - INDENT).map((line) => ' '.repeat(INDENT) + line);
  const { allowed, suggestion, remedy } = problem;
  const after = [
    ...(allowed ? indented(`Allowed: ${allowed.join(', ')}.`) : []),
    ...(suggestion ? [`   ${colours.green('Did you mean')} ${cleanText(suggestion)}?`] : []),
    ...(remedy ? indented(remedy) : []),
  ];
  const excerpt = excerptLines(problem, ink);
  return [
    `${sign}  ${colours.bold(cleanText(placeOf(problem)))}`.replace('  ', ' '),
    ...indented(`${sentenceOf(problem)}.`),
    ...(excerpt.length > 0 ? ['', ...excerpt, ...(after.length > 0 ? [''] : [])] : []),
    ...after,
  ];
}

function excerptLines({ excerpt, line, column = 1, length = 1, severity }: Problem, ink: Ink): string[] {
  if (!excerpt || line === undefined) return [];
  const { colours, signs, width } = ink;
  const mark = severity === 'error' ? colours.red : colours.yellow;
  const digits = String(excerpt.firstLine + excerpt.lines.length - 1).length;
  const room = Math.max(20, width - digits - 6);
  const numbered = (number: string, arrow: string, text: string) =>
    ` ${arrow === '' ? ' ' : mark(arrow)} ${colours.dim(number.padStart(digits))} ${colours.dim(signs.bar)} ${text}`.trimEnd();
  return excerpt.lines.flatMap((text, index) => {
    const number = excerpt.firstLine + index;
    if (number !== line) return [numbered(String(number), '', cutText(visible(text), room, stringWidth))];
    const { before, marked, after } = windowOn(text, { column, length, room });
    const carets = `${' '.repeat(stringWidth(before))}${mark('^'.repeat(Math.max(1, stringWidth(marked))))}`;
    return [numbered(String(number), signs.arrow, before + mark(marked) + after), numbered('', '', carets)];
  });
}

/** The part of a long line around the marked place. */
function windowOn(
  text: string,
  { column, length, room }: { readonly column: number; readonly length: number; readonly room: number },
): { readonly before: string; readonly marked: string; readonly after: string } {
  const before = visible(text.slice(0, column - 1));
  const marked = cutText(
    visible(text.slice(column - 1, column - 1 + length)),
    room - Math.min(stringWidth(before), Math.floor(room * 0.4)),
    stringWidth,
  );
  const left = Math.max(0, room - stringWidth(marked));
  const kept = stringWidth(before) <= left ? before : endOf(before, Math.floor(left * 0.6));
  const rest = visible(text.slice(column - 1 + length, column - 1 + length + room * 2));
  return { before: kept, marked, after: cutText(rest, Math.max(1, left - stringWidth(kept)), stringWidth) };
}

/** The last part of a text that fits, after "…". */
function endOf(text: string, width: number): string {
  const characters = Array.from(text.slice(-width * 4));
  while (characters.length > 0 && stringWidth(characters.join('')) >= width) characters.shift();
  return `…${characters.join('')}`;
}

/** Tabs as two spaces, and nothing that moves the cursor. */
function visible(text: string): string {
  return cleanText(text.replaceAll('\t', '  ')).replaceAll('\n', ' ');
}
