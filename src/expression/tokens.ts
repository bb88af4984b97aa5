import { ExpressionError } from './expression.ts';

/** A piece of an expression: `text` is what was written, `at` its place; a `word` names a figure or a function. */
export type Token = { readonly at: number; readonly text: string } & (
  | { readonly kind: 'value'; readonly value: number | string | boolean }
  | { readonly kind: 'word' | 'keyword' | 'sign' | 'end' }
);

const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'otherwise']);

/** Excel takes no longer text inside a formula. */
const LONGEST_TEXT = 255;
const PATTERN =
  /(?<space>\s+)|(?<number>\d+(?:\.\d+)?)|(?<text>"(?:[^"]|"")*")|(?<word>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(?<sign><=|>=|==|!=|<(?!>)|[>+\-*/(),])/y;

/** What people write from habit, and what this language writes instead. */
const HABITS: ReadonlyMap<string, string> = new Map([
  ['=', 'Write == to compare two values.'],
  ['<', 'Write != for "is not".'],
  ['!', 'Write not for a condition, != to compare two values.'],
  ['&', 'Write and.'],
  ['|', 'Write or.'],
  ['%', 'Write a share as a number: 0.2 for 20 %.'],
  ['^', 'There are no powers: multiply.'],
  ['.', 'A point stands inside a number (0.5) or a name (next.base_margin).'],
  ['{', 'Names are written without braces here.'],
  ['}', 'Names are written without braces here.'],
  ['≥', 'Write >=.'],
  ['≤', 'Write <=.'],
  ['≠', 'Write !=.'],
  ['×', 'Write *.'],
  ['÷', 'Write /.'],
  ['−', 'Write the minus sign of the keyboard.'],
  ['–', 'Write the minus sign of the keyboard.'],
  ...["'", '“', '”', '„', '‘', '’'].map((quote) => [quote, 'Write texts between straight double quotes.'] as const),
]);

/**
 * Splits an expression into its tokens, the last of which is the end.
 * @throws ExpressionError at the first character that has no meaning
 */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(text);
    if (!match) throw unreadable(text, at);
    if (match.groups!['space'] === undefined) tokens.push(tokenOf(match.groups!, match[0], at));
    at += match[0].length;
  }
  return [...tokens, { kind: 'end', text: '', at }];
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>, text: string, at: number): Token {
  if (groups['number'] !== undefined) return { kind: 'value', text, at, value: readNumber(text, at) };
  if (groups['text'] !== undefined) return { kind: 'value', text, at, value: readText(text, at) };
  if (groups['sign'] !== undefined) return { kind: 'sign', text, at };
  if (text === 'true' || text === 'false') return { kind: 'value', text, at, value: text === 'true' };
  return { kind: KEYWORDS.has(text) ? 'keyword' : 'word', text, at };
}

function readNumber(text: string, at: number): number {
  if (/^0\d/.test(text))
    throw new ExpressionError(`"${text}" starts with a zero. Write thousands without a separator: 1000.`, at);
  const value = Number(text);
  if (!Number.isFinite(value)) throw new ExpressionError('This number is too large.', at);
  return value;
}

function readText(text: string, at: number): string {
  const value = text.slice(1, -1).replaceAll('""', '"');
  if (value.length > LONGEST_TEXT)
    throw new ExpressionError(`This text has ${value.length} characters; at most ${LONGEST_TEXT} are allowed.`, at);
  return value;
}

function unreadable(text: string, at: number): ExpressionError {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  if (character === '"') return new ExpressionError('The text that starts here has no closing quote.', at);
  const shown = /[\p{C}\p{Z}]/u.test(character)
    ? `The character U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : `"${character}"`;
  const advice =
    HABITS.get(character) ?? (/\p{L}/u.test(character) ? 'Names are written with a to z, digits and _.' : '');
  return new ExpressionError(`${shown} is not understood here. ${advice}`.trim(), at);
}
