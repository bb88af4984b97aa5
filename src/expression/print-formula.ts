import { ExpressionError, type Expression, type Node } from './expression.ts';

/** How tightly a piece of a formula holds together; a looser piece inside a tighter one gets parentheses. */
const LOOSE = { comparison: 1, sum: 2, product: 3, sign: 4, whole: 5 } as const;

interface Printed {
  readonly formula: string;
  readonly holds: number;
}

/**
 * Prints an expression as the text of an Excel formula, without its `=`.
 *
 * `cellOf` gives the cell or defined name a name stands for. A workbook has no *unknown*: a blank cell counts as 0 and a division by
 * zero shows `#DIV/0!`, so formulas should refer only to cells that hold a figure, or ask with known(). Excel ignores case when it
 * compares texts.
 * @throws ExpressionError for column_loaded(), which has no meaning in a workbook
 */
export function printFormula(expression: Expression, cellOf: (name: string) => string): string {
  return print(expression.root, cellOf).formula;
}

function print(node: Node, cellOf: (name: string) => string): Printed {
  const printed = (part: Node): string => print(part, cellOf).formula;
  switch (node.kind) {
    case 'literal':
      return whole(printLiteral(node.value));
    case 'name':
      return whole(cellOf(node.name));
    case 'known':
      return whole(`NOT(OR(ISBLANK(${cellOf(node.name)}),ISERROR(${cellOf(node.name)})))`);
    case 'column-loaded':
      throw new ExpressionError('column_loaded() cannot be written as an Excel formula.', node.at);
    case 'not':
      return whole(`NOT(${printed(node.operand)})`);
    case 'and':
    case 'or':
    case 'min':
    case 'max':
      return whole(`${node.kind.toUpperCase()}(${node.operands.map(printed).join(',')})`);
    case 'if':
      return whole(`IF(${[node.condition, node.holds, node.fails].map(printed).join(',')})`);
    case 'negative':
      return { formula: `-${inside(print(node.operand, cellOf), LOOSE.whole)}`, holds: LOOSE.sign };
    case 'arithmetic':
      return printArithmetic(node, cellOf);
    case 'comparison': {
      const sides = [node.left, node.right].map((side) => inside(print(side, cellOf), LOOSE.sum));
      return { formula: sides.join(EXCEL_COMPARISONS[node.operator]), holds: LOOSE.comparison };
    }
  }
}

const EXCEL_COMPARISONS = { '==': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const;

/** `a-(b+c)` and `a/(b*c)` keep their parentheses: a spreadsheet, too, works from left to right. */
function printArithmetic(node: Node & { readonly kind: 'arithmetic' }, cellOf: (name: string) => string): Printed {
  const holds = node.operator === '+' || node.operator === '-' ? LOOSE.sum : LOOSE.product;
  const right = print(node.right, cellOf);
  // Two signs in a row are legal and hard to read.
  const closed = right.holds === LOOSE.sign ? `(${right.formula})` : inside(right, holds + 1);
  return { formula: `${inside(print(node.left, cellOf), holds)}${node.operator}${closed}`, holds };
}

function inside({ formula, holds }: Printed, least: number): string {
  return holds < least ? `(${formula})` : formula;
}

function whole(formula: string): Printed {
  return { formula, holds: LOOSE.whole };
}

function printLiteral(value: number | string | boolean): string {
  return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value).toUpperCase();
}
