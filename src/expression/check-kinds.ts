import { ExpressionError, type Expression, type Node } from './expression.ts';

/** What a name stands for: a date is a text, a yes or no is a flag. */
export type ExpressionKind = 'number' | 'text' | 'flag';

/**
 * Checks that the kinds of an expression fit before any figure is there: mistakes that evaluating finds only with data.
 * @param kindOfName the kind of a name
 * @returns the kind of the result; undefined where the sides of a choice differ
 * @throws ExpressionError at the part that does not fit
 */
export function checkKinds(
  expression: Expression,
  kindOfName: (name: string) => ExpressionKind | undefined,
): ExpressionKind | undefined {
  return kindOf(expression.root, kindOfName);
}

type KindOfName = (name: string) => ExpressionKind | undefined;

function kindOf(node: Node, names: KindOfName): ExpressionKind | undefined {
  const needs = (part: Node, kind: ExpressionKind, words: string) => {
    const found = kindOf(part, names);
    if (found !== undefined && found !== kind)
      throw new ExpressionError(`${words}, but this is ${KIND_WORDS[found]}.`, part.at);
  };
  switch (node.kind) {
    case 'literal':
      return kindOfValue(node.value);
    case 'name':
      return names(node.name);
    case 'known':
    case 'column-loaded':
      return 'flag';
    case 'not':
      needs(node.operand, 'flag', 'not is put before a condition');
      return 'flag';
    case 'and':
    case 'or':
      for (const operand of node.operands) needs(operand, 'flag', `${node.kind} joins conditions`);
      return 'flag';
    case 'negative':
      needs(node.operand, 'number', '- works on numbers');
      return 'number';
    case 'min':
    case 'max':
      for (const operand of node.operands) needs(operand, 'number', `${node.kind}() works on numbers`);
      return 'number';
    case 'power':
      for (const part of [node.base, node.exponent]) needs(part, 'number', 'power() works on numbers');
      return 'number';
    case 'round-up':
      needs(node.operand, 'number', 'round_up() works on numbers');
      return 'number';
    case 'earlier':
      needs(node.months, 'number', 'earlier() counts months');
      return names(node.name);
    case 'entry':
      needs(node.position, 'number', 'entry() counts positions');
      return 'number';
    case 'arithmetic':
      for (const side of [node.left, node.right]) needs(side, 'number', `${node.operator} works on numbers`);
      return 'number';
    case 'comparison':
      checkOrder(node, names);
      return 'flag';
    case 'if': {
      needs(node.condition, 'flag', 'if() starts with a condition');
      const [holds, fails] = [kindOf(node.holds, names), kindOf(node.fails, names)];
      return holds === fails ? holds : undefined;
    }
  }
}

function checkOrder(node: Node & { readonly kind: 'comparison' }, names: KindOfName): void {
  const [left, right] = [kindOf(node.left, names), kindOf(node.right, names)];
  if (node.operator === '==' || node.operator === '!=') return;
  const isOrdered = left === right && left !== 'flag';
  if (isOrdered || left === undefined || right === undefined) return;
  const found = `${KIND_WORDS[left]} and ${KIND_WORDS[right]}`;
  throw new ExpressionError(`${node.operator} orders two numbers or two texts, but here are ${found}.`, node.at);
}

function kindOfValue(value: number | string | boolean): ExpressionKind {
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'flag' : 'text';
}

const KIND_WORDS = { number: 'a number', text: 'a text', flag: 'a yes or no' } as const;
