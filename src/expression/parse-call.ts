import { ExpressionError, type Node } from './expression.ts';
import { nearestName } from './nearest-name.ts';
import type { OpenTokens } from './open-tokens.ts';
import type { Token } from './tokens.ts';

/** Excel's MIN and MAX take 255 values; nobody reads as many. */
const MOST_VALUES = 200;

/** How each function is called, as error messages show it. */
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['known', 'known(forecast)'],
  ['column_loaded', 'column_loaded(next_step)'],
  ['min', 'min(a, b)'],
  ['max', 'max(a, b)'],
  ['if', 'if(condition, then, else)'],
  ['power', 'power(1 + growth, years)'],
  ['round_up', 'round_up(a)'],
  ['earlier', 'earlier(customers, 1)'],
  ['entry', 'entry(ramp_curve, month)'],
]);

/**
 * Reads the rest of a call after its function's name; undefined when the word is the name of a figure.
 * @throws ExpressionError for an unknown function, and for one called without its values
 */
export function parseCall(tokens: OpenTokens, word: Token, parseOperand: () => Node): Node | undefined {
  const usage = FUNCTIONS.get(word.text);
  const openedAt = tokens.next.at;
  if (!tokens.takeIf('(')) {
    if (usage) throw new ExpressionError(`${word.text} is a function: ${usage}.`, word.at);
    return undefined;
  }
  if (!usage) throw noSuchFunction(word);
  return tokens.nested(openedAt, () => {
    if (word.text === 'known' || word.text === 'column_loaded') return parseNameTest(tokens, word, usage);
    if (word.text === 'earlier' || word.text === 'entry') return parsePlaced(tokens, { word, usage, parseOperand });
    const values = parseValues(tokens, openedAt, parseOperand);
    return callOf(word, values, usage);
  });
}

function parseNameTest(tokens: OpenTokens, word: Token, usage: string): Node {
  const argument = tokens.take();
  const isName = argument.kind === 'word' && !FUNCTIONS.has(argument.text);
  if (!isName || !tokens.takeIf(')'))
    throw new ExpressionError(`${word.text}() takes one name: ${usage}.`, argument.at);
  return { kind: word.text === 'known' ? 'known' : 'column-loaded', name: argument.text, at: word.at };
}

/** A name, and where to look: how many months before, or at which position. */
function parsePlaced(
  tokens: OpenTokens,
  { word, usage, parseOperand }: { readonly word: Token; readonly usage: string; readonly parseOperand: () => Node },
): Node {
  const name = tokens.take();
  const isName = name.kind === 'word' && !FUNCTIONS.has(name.text);
  if (!isName || !tokens.takeIf(','))
    throw new ExpressionError(
      `${word.text}() takes a name and a ${word.text === 'entry' ? 'position' : 'number of months'}: ${usage}.`,
      name.at,
    );
  const place = parseOperand();
  tokens.close(word.at);
  const called = { name: name.text, at: word.at };
  return word.text === 'entry'
    ? { kind: 'entry', ...called, position: place }
    : { kind: 'earlier', ...called, months: place };
}

function parseValues(tokens: OpenTokens, openedAt: number, parseOperand: () => Node): Node[] {
  const values: Node[] = [];
  if (tokens.takeIf(')')) return values;
  do values.push(parseOperand());
  while (tokens.takeIf(','));
  tokens.close(openedAt);
  return values;
}

function callOf({ text, at }: Token, values: readonly Node[], usage: string): Node {
  if (text === 'if') {
    const [condition, holds, fails] = values;
    if (!condition || !holds || !fails || values.length > 3)
      throw new ExpressionError(`if() takes a condition and two values: ${usage}.`, at);
    return { kind: 'if', condition, holds, fails, at };
  }
  if (text === 'power') {
    const [base, exponent] = values;
    if (!base || !exponent || values.length > 2) throw new ExpressionError(`power() takes two values: ${usage}.`, at);
    return { kind: 'power', base, exponent, at };
  }
  if (text === 'round_up') {
    const [operand] = values;
    if (!operand || values.length > 1) throw new ExpressionError(`round_up() takes one value: ${usage}.`, at);
    return { kind: 'round-up', operand, at };
  }
  if (values.length === 0 || values.length > MOST_VALUES)
    throw new ExpressionError(`${text}() takes 1 to ${MOST_VALUES} values: ${usage}.`, at);
  return { kind: text === 'min' ? 'min' : 'max', operands: values, at };
}

function noSuchFunction({ text, at }: Token): ExpressionError {
  const nearest = nearestName(text, FUNCTIONS.keys());
  const names = [...FUNCTIONS.keys()].map((name) => `${name}()`).join(', ');
  const advice = nearest ? `Did you mean ${nearest}()?` : `The functions are ${names}.`;
  return new ExpressionError(`There is no function ${text}(). ${advice}`, at);
}
