import type { ComparisonOperator, Expression, Node } from './expression.ts';

/** How tightly a piece holds together; a looser piece inside a tighter one gets parentheses. */
const LOOSE = { comparison: 1, sum: 2, product: 3, whole: 4 } as const;

interface Printed {
  readonly words: string;
  readonly holds: number;
}

type WordsOf = (name: string) => string;

/** Prints an expression for people: "New deals × Average product deal × Price level". `wordsOf` gives the words of a name. */
export function printWords(expression: Expression, wordsOf: WordsOf): string {
  return print(expression.root, wordsOf).words;
}

function print(node: Node, wordsOf: WordsOf): Printed {
  const inner = (part: Node): string => print(part, wordsOf).words;
  switch (node.kind) {
    case 'literal':
      return whole(String(node.value));
    case 'name':
      return whole(wordsOf(node.name));
    case 'known':
      return whole(`${wordsOf(node.name)} is known`);
    case 'column-loaded':
      return whole(`${wordsOf(node.name)} was imported`);
    case 'earlier': {
      const months = inner(node.months);
      return whole(`${wordsOf(node.name)} ${months === '1' ? 'of the month before' : `${months} months earlier`}`);
    }
    case 'entry':
      return whole(`number ${inner(node.position)} of ${wordsOf(node.name)}`);
    case 'not':
      return { words: `not ${inside(print(node.operand, wordsOf), LOOSE.whole)}`, holds: LOOSE.comparison };
    case 'negative':
      return { words: `−${inside(print(node.operand, wordsOf), LOOSE.whole)}`, holds: LOOSE.product };
    case 'round-up':
      return whole(`(${inner(node.operand)}) rounded up`);
    case 'power':
      return whole(`(${inner(node.base)}) to the power of ${inside(print(node.exponent, wordsOf), LOOSE.whole)}`);
    case 'and':
    case 'or':
      return { words: node.operands.map(inner).join(` ${node.kind} `), holds: LOOSE.comparison };
    case 'min':
    case 'max':
      return whole(`the ${node.kind === 'min' ? 'smallest' : 'largest'} of (${node.operands.map(inner).join('; ')})`);
    case 'if':
      return {
        words: `${inner(node.holds)} where ${inner(node.condition)}, else ${inner(node.fails)}`,
        holds: LOOSE.comparison,
      };
    case 'comparison':
      return {
        words: `${inner(node.left)} ${COMPARISONS[node.operator]} ${inner(node.right)}`,
        holds: LOOSE.comparison,
      };
    case 'arithmetic': {
      const holds = node.operator === '+' || node.operator === '-' ? LOOSE.sum : LOOSE.product;
      const [left, right] = [print(node.left, wordsOf), print(node.right, wordsOf)];
      return { words: `${inside(left, holds)} ${SIGNS[node.operator]} ${inside(right, holds + 1)}`, holds };
    }
  }
}

const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

const COMPARISONS: Readonly<Record<ComparisonOperator, string>> = {
  '==': '=',
  '!=': 'is not',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};

function inside({ words, holds }: Printed, least: number): string {
  return holds < least ? `(${words})` : words;
}

function whole(words: string): Printed {
  return { words, holds: LOOSE.whole };
}
