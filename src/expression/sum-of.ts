import type { Expression, Node } from './expression.ts';
import { parseExpression } from './parse.ts';

/**
 * The sum of formulas, as many as there are; 0 without any. What a person types has a greatest length, what is put together has none.
 * @throws ExpressionError when a part is no expression
 */
export function sumOf(parts: readonly string[]): Expression {
  const [first, ...others] = parts.map((part) => parseExpression(part).root);
  const root = others.reduce<Node>(
    (left, right) => ({ kind: 'arithmetic', operator: '+', left, right, at: 0 }),
    first ?? { kind: 'literal', value: 0, at: 0 },
  );
  return { text: parts.join(' + ') || '0', root };
}
