import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/expression/evaluate.ts';
import { ExpressionError } from '../../src/expression/expression.ts';
import { parseExpression } from '../../src/expression/parse.ts';
import { printFormula } from '../../src/expression/print-formula.ts';
import { scopeOf } from './scope-of.ts';

const cells: Readonly<Record<string, string>> = {
  a: 'A1',
  b: 'B1',
  c: 'C1',
  'next.base_margin': 'Assumptions!$C$5',
};
const printed = (text: string): string => printFormula(parseExpression(text), (name) => cells[name]!);

describe('formulas as Excel reads them', () => {
  it.each([
    ['a + b', 'A1+B1'],
    ['a * next.base_margin', 'A1*Assumptions!$C$5'],
    ['(a + b) * c', '(A1+B1)*C1'],
    ['a + b * c', 'A1+B1*C1'],
    ['a - (b - c)', 'A1-(B1-C1)'],
    ['a - b - c', 'A1-B1-C1'],
    ['a - (b + c)', 'A1-(B1+C1)'],
    ['a / (b * c)', 'A1/(B1*C1)'],
    ['a / b * c', 'A1/B1*C1'],
    ['((a)) + ((b))', 'A1+B1'],
    ['-a * b', '-A1*B1'],
    ['-(a + b)', '-(A1+B1)'],
    ['- -a', '-(-A1)'],
    ['a - -b', 'A1-(-B1)'],
    ['a == b', 'A1=B1'],
    ['a != b', 'A1<>B1'],
    ['a <= b + 1', 'A1<=B1+1'],
    ['(a > b) == (b > c)', '(A1>B1)=(B1>C1)'],
    ['a > 1 and b > 1 and c > 1', 'AND(A1>1,B1>1,C1>1)'],
    ['a > 1 and (b > 1 or c > 1)', 'AND(A1>1,OR(B1>1,C1>1))'],
    ['not a > 1', 'NOT(A1>1)'],
    ['a == "say ""yes"""', 'A1="say ""yes"""'],
    ['a == true or false', 'OR(A1=TRUE,FALSE)'],
    ['otherwise', 'TRUE'],
    ['min(a, b) + max(a, b, 0)', 'MIN(A1,B1)+MAX(A1,B1,0)'],
    ['if(a > 0, a / b, 0)', 'IF(A1>0,A1/B1,0)'],
    ['known(a)', 'NOT(OR(ISBLANK(A1),ISERROR(A1)))'],
    ['a * 0.000000125', 'A1*1.25E-7'],
  ])('%s is %s', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  it('refuses what a workbook cannot ask', () => {
    const print = (): string => printed('a > 1 and column_loaded(b)');
    expect(print).toThrow(ExpressionError);
    expect(print).toThrow('column_loaded() cannot be written as an Excel formula.');
  });

  it('computes the same when the printed arithmetic is read again', () => {
    const sums = fc.letrec<{ sum: string }>((tie) => ({
      sum: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom('a', 'b', 'c', '2', '0.5'),
        fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*', '/'), tie('sum')).map(([l, o, r]) => `(${l}) ${o} (${r})`),
        tie('sum').map((inner) => `-(${inner})`),
      ),
    })).sum;
    const scope = scopeOf({ a: 3, b: -7.25, c: 0.1 });
    fc.assert(
      fc.property(sums, (text) => {
        const expression = parseExpression(text);
        const again = parseExpression(printFormula(expression, (name) => name));
        expect(evaluate(again, scope)).toBe(evaluate(expression, scope));
      }),
      { numRuns: 500 },
    );
  });
});
