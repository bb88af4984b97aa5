import {
  ExpressionError,
  type ArithmeticOperator,
  type ComparisonOperator,
  type Expression,
  type Node,
} from './expression.ts';
import { parseCall } from './parse-call.ts';
import { openTokens, type OpenTokens } from './open-tokens.ts';

const LONGEST_EXPRESSION = 2_000;
/** Excel's AND, OR, MIN and MAX take 255 values; nobody reads as many. */
const MOST_OPERANDS = 200;
const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/**
 * Reads a condition or a formula.
 *
 * From weakest to strongest: `or`, `and`, `not`, comparisons, `+ -`, `* /`, the minus sign, calls and parentheses.
 * `otherwise` stands alone and always holds.
 * @throws ExpressionError with the place of the mistake and, where there is one, the way to write it
 */
export function parseExpression(text: string): Expression {
  if (text.length > LONGEST_EXPRESSION) {
    const message = `The expression has ${text.length} characters; at most ${LONGEST_EXPRESSION} are allowed.`;
    throw new ExpressionError(message, LONGEST_EXPRESSION);
  }
  const tokens = openTokens(text);
  const first = tokens.next;
  if (first.kind === 'end') throw new ExpressionError('The expression is empty.', 0);
  const root = first.text === 'otherwise' ? parseOtherwise(tokens) : parseCondition(tokens);
  if (tokens.next.kind !== 'end') throw tokens.unexpected();
  return { text, root };
}

function parseOtherwise(tokens: OpenTokens): Node {
  const { at } = tokens.take();
  if (tokens.next.kind !== 'end') throw aloneOnly(at);
  return { kind: 'literal', value: true, at };
}

function parseCondition(tokens: OpenTokens): Node {
  return parseJoined(tokens, 'or', () => parseJoined(tokens, 'and', () => parseNot(tokens)));
}

function parseJoined(tokens: OpenTokens, word: 'and' | 'or', parseOperand: () => Node): Node {
  const first = parseOperand();
  if (tokens.next.text !== word) return first;
  const operands = [first];
  const { at } = tokens.next;
  while (tokens.takeIf(word)) operands.push(parseOperand());
  if (operands.length > MOST_OPERANDS)
    throw new ExpressionError(`More than ${MOST_OPERANDS} conditions are joined by ${word}.`, at);
  return { kind: word, operands, at };
}

function parseNot(tokens: OpenTokens): Node {
  const { at } = tokens.next;
  if (!tokens.takeIf('not')) return parseComparison(tokens);
  return { kind: 'not', operand: tokens.nested(at, () => parseNot(tokens)), at };
}

function parseComparison(tokens: OpenTokens): Node {
  const left = parseSum(tokens);
  if (!isComparison(tokens.next.text)) return left;
  const { at, text } = tokens.take();
  const comparison: Node = {
    kind: 'comparison',
    operator: text as ComparisonOperator,
    left,
    right: parseSum(tokens),
    at,
  };
  if (isComparison(tokens.next.text))
    throw new ExpressionError(
      'A comparison has two sides. Join two comparisons with and: 1 < x and x < 3.',
      tokens.next.at,
    );
  return comparison;
}

function isComparison(text: string): boolean {
  return COMPARISONS.has(text);
}

function parseSum(tokens: OpenTokens): Node {
  return parseChain(tokens, ['+', '-'], () => parseChain(tokens, ['*', '/'], () => parseSigned(tokens)));
}

function parseChain(tokens: OpenTokens, operators: readonly ArithmeticOperator[], parseOperand: () => Node): Node {
  let left = parseOperand();
  for (;;) {
    const operator = operators.find((candidate) => candidate === tokens.next.text);
    if (!operator) return left;
    const { at } = tokens.take();
    left = { kind: 'arithmetic', operator, left, right: parseOperand(), at };
  }
}

function parseSigned(tokens: OpenTokens): Node {
  const { at } = tokens.next;
  if (!tokens.takeIf('-')) return parseValue(tokens);
  return { kind: 'negative', operand: tokens.nested(at, () => parseSigned(tokens)), at };
}

function parseValue(tokens: OpenTokens): Node {
  const token = tokens.next;
  if (token.kind === 'value') {
    tokens.take();
    return { kind: 'literal', value: token.value, at: token.at };
  }
  if (tokens.takeIf('(')) {
    const inner = tokens.nested(token.at, () => parseCondition(tokens));
    tokens.close(token.at);
    return inner;
  }
  if (token.kind !== 'word') throw valueExpected(tokens);
  tokens.take();
  return parseCall(tokens, token, () => parseCondition(tokens)) ?? { kind: 'name', name: token.text, at: token.at };
}

function valueExpected(tokens: OpenTokens): ExpressionError {
  const { kind, text, at } = tokens.next;
  if (kind === 'end') return new ExpressionError('The expression ends where a value is expected.', at);
  if (text === 'otherwise') return aloneOnly(at);
  if (text === 'not') return new ExpressionError('Put parentheses around not and its condition here.', at);
  return new ExpressionError(`A value is expected here, before "${text}".`, at);
}

function aloneOnly(at: number): ExpressionError {
  return new ExpressionError('otherwise stands alone: it always holds.', at);
}
