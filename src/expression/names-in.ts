import type { Expression, Node } from './expression.ts';

/** The names an expression asks for, those inside known() and column_loaded() included, in the order of their first use. */
export function namesIn(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  collect(expression.root, names);
  return names;
}

/** The names whose value it cannot do without: those it does not ask known() about. */
export function namesNeeded(expression: Expression): ReadonlySet<string> {
  const asked = new Set<string>();
  collectAsked(expression.root, asked);
  return new Set([...namesIn(expression)].filter((name) => !asked.has(name)));
}

function collectAsked(node: Node, names: Set<string>): void {
  if (node.kind === 'known') names.add(node.name);
  for (const part of partsOf(node)) collectAsked(part, names);
}

function collect(node: Node, names: Set<string>): void {
  if ('name' in node) names.add(node.name);
  for (const part of partsOf(node)) collect(part, names);
}

function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'not':
    case 'negative':
    case 'round-up':
      return [node.operand];
    case 'and':
    case 'or':
    case 'min':
    case 'max':
      return node.operands;
    case 'arithmetic':
    case 'comparison':
      return [node.left, node.right];
    case 'power':
      return [node.base, node.exponent];
    case 'earlier':
      return [node.months];
    case 'entry':
      return [node.position];
    case 'if':
      return [node.condition, node.holds, node.fails];
    default:
      return [];
  }
}
