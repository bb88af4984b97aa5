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
 * @throws ExpressionError for column_loaded(), which has no meaning in a workbook, and for earlier() and entry() outside a sheet of months
 */
export function printFormula(expression: Expression, cellOf: CellOf, sheet?: MonthSheet): string {
  return print(expression.root, { cellOf, sheet }).formula;
}

/** The cell or defined name that a name stands for. */
type CellOf = (name: string) => string;

/** What a sheet of months writes for other months and for lists; `months` and `position` are formulas too. */
interface MonthSheet {
  earlierOf(name: string, months: string): string;
  entryOf(name: string, position: string): string;
}

interface Cells {
  readonly cellOf: CellOf;
  readonly sheet: MonthSheet | undefined;
}

function print(node: Node, cells: Cells): Printed {
  const { cellOf, sheet } = cells;
  const printed = (part: Node): string => print(part, cells).formula;
  switch (node.kind) {
    case 'literal':
      return whole(printLiteral(node.value));
    case 'name':
      return whole(cellOf(node.name));
    case 'known':
      return whole(`NOT(OR(ISBLANK(${cellOf(node.name)}),ISERROR(${cellOf(node.name)})))`);
    case 'column-loaded':
      throw new ExpressionError('column_loaded() cannot be written as an Excel formula.', node.at);
    case 'earlier':
      if (!sheet) throw new ExpressionError('earlier() needs a sheet of months.', node.at);
      return whole(sheet.earlierOf(node.name, printed(node.months)));
    case 'entry':
      if (!sheet) throw new ExpressionError('entry() needs a sheet of months.', node.at);
      return whole(sheet.entryOf(node.name, printed(node.position)));
    case 'power':
      return whole(`POWER(${printed(node.base)},${printed(node.exponent)})`);
    case 'round-up':
      return whole(`ROUNDUP(${printed(node.operand)},0)`);
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
      return { formula: `-${inside(print(node.operand, cells), LOOSE.whole)}`, holds: LOOSE.sign };
    case 'arithmetic':
      return printArithmetic(node, cells);
    case 'comparison': {
      const sides = [node.left, node.right].map((side) => inside(print(side, cells), LOOSE.sum));
      return { formula: sides.join(EXCEL_COMPARISONS[node.operator]), holds: LOOSE.comparison };
    }
  }
}

const EXCEL_COMPARISONS = { '==': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const;

/** `a-(b+c)` and `a/(b*c)` keep their parentheses: a spreadsheet, too, works from left to right. */
function printArithmetic(node: Node & { readonly kind: 'arithmetic' }, cells: Cells): Printed {
  const holds = node.operator === '+' || node.operator === '-' ? LOOSE.sum : LOOSE.product;
  const right = print(node.right, cells);
  // Two signs in a row are legal and hard to read.
  const closed = right.holds === LOOSE.sign ? `(${right.formula})` : inside(right, holds + 1);
  return { formula: `${inside(print(node.left, cells), holds)}${node.operator}${closed}`, holds };
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
