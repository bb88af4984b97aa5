import { singleLine } from '../units/clean-text.ts';
import { cutText } from '../units/cut-text.ts';
import { ExpressionError } from './expression.ts';
import { nearestName } from './nearest-name.ts';
import { readTokens, type Token } from './tokens.ts';

/** Excel nests 64 functions at most; a person loses count far earlier. */
const DEEPEST_NESTING = 50;

/** The tokens of an expression while it is being read. */
export interface OpenTokens {
  /** The token to be read next; the end comes again and again. */
  readonly next: Token;
  take(): Token;
  /** Takes the next token when it is this word or sign. */
  takeIf(text: string): boolean;
  /** Takes the closing parenthesis of the one at `openedAt`. */
  close(openedAt: number): void;
  /** Reads a part one level deeper; throws when the nesting gets too deep. */
  nested<T>(at: number, read: () => T): T;
  /** The error for a next token that cannot follow here. */
  unexpected(): ExpressionError;
}

/** Starts reading an expression. */
export function openTokens(text: string): OpenTokens {
  const tokens = readTokens(text);
  let position = 0;
  let depth = 0;
  return {
    get next() {
      return tokens[position]!;
    },
    take() {
      const token = tokens[position]!;
      if (token.kind !== 'end') position += 1;
      return token;
    },
    takeIf(wanted) {
      if (tokens[position]!.text !== wanted) return false;
      position += 1;
      return true;
    },
    close(openedAt) {
      if (this.takeIf(')')) return;
      throw this.next.kind === 'end'
        ? new ExpressionError('The parenthesis that opens here is never closed.', openedAt)
        : this.unexpected();
    },
    nested(at, read) {
      depth += 1;
      if (depth > DEEPEST_NESTING)
        throw new ExpressionError(`The expression is nested more than ${DEEPEST_NESTING} levels deep.`, at);
      const result = read();
      depth -= 1;
      return result;
    },
    unexpected() {
      return unexpected(tokens[position]!);
    },
  };
}

function unexpected({ kind, text, at }: Token): ExpressionError {
  if (text === ')') return new ExpressionError('This parenthesis was never opened.', at);
  if (text === ',') return new ExpressionError('A comma stands only between the values of a function.', at);
  const meant = kind === 'word' ? nearestName(text, ['and', 'or']) : undefined;
  if (meant) return new ExpressionError(`"${text}" cannot stand here. Did you mean ${meant}?`, at);
  const shown = text.startsWith('"') ? text : `"${text}"`;
  return new ExpressionError(
    `An operator such as and, + or >= is missing before ${cutText(singleLine(shown), 40)}.`,
    at,
  );
}
