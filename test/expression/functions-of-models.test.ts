import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/expression/evaluate.ts';
import { ExpressionError } from '../../src/expression/expression.ts';
import { parseExpression } from '../../src/expression/parse.ts';
import { printFormula } from '../../src/expression/print-formula.ts';
import { scopeOf } from './scope-of.ts';

const valueOf = (text: string, names: Readonly<Record<string, number | undefined>> = {}) =>
  evaluate(parseExpression(text), scopeOf(names));

describe('growth and whole steps', () => {
  it.each([
    ['power(1.1, 2)', 1.1 ** 2],
    ['power(2, -1)', 0.5],
    ['power(-8, 0.5)', undefined],
    ['round_up(2.1)', 3],
    ['round_up(2)', 2],
    ['round_up(-2.1)', -3],
  ])('%s is %s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it('of what is unknown are unknown', () => {
    expect([valueOf('power(x, 2)', {}), valueOf('round_up(x)', {})]).toEqual([undefined, undefined]);
  });
});

describe('another month', () => {
  const line = [-100, 10, 20, 30];
  const at = (month: number, text: string) =>
    evaluate(parseExpression(text), {
      value: (name) => (name === 'x' ? line[month] : undefined),
      earlier: (_, months) => (month < months ? 0 : line[month - months]),
    });

  it('is what the line was so many months before, its start in month 0, nothing before it', () => {
    expect([at(3, 'earlier(x, 1)'), at(3, 'earlier(x, 3)'), at(2, 'earlier(x, 3)'), at(2, 'earlier(x, 0)')]).toEqual([
      20, -100, 0, 20,
    ]);
  });

  it('is unknown where nothing knows of months, and when their number is', () => {
    expect(valueOf('earlier(x, 1)', { x: 1 })).toBeUndefined();
    expect(at(3, 'earlier(x, y)')).toBeUndefined();
  });
});

describe('a list of numbers', () => {
  const curve = [0.2, 0.5, 1];
  const at = (text: string, position?: number) =>
    evaluate(parseExpression(text), {
      value: (name) => (name === 'n' ? position : undefined),
      entry: (name, index) => (name === 'curve' ? curve[index - 1] : undefined),
    });

  it('is read by position, counted from 1; before the first there is nothing', () => {
    expect([at('entry(curve, 1)'), at('entry(curve, 1 + 2)'), at('entry(curve, 0)')]).toEqual([0.2, 1, 0]);
    expect(at('entry(curve, n)', 2.9)).toBe(0.5);
  });

  it('is unknown beyond its end, where nothing knows of lists, and where the position is unknown', () => {
    expect([at('entry(curve, 4)'), valueOf('entry(x, 1)', { x: 1 }), at('entry(curve, n)')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what is written wrongly', () => {
  it.each([
    ['power(2)', 'power() takes two values: power(1 + growth, years).'],
    ['power(1, 2, 3)', 'power() takes two values: power(1 + growth, years).'],
    ['round_up(1, 2)', 'round_up() takes one value: round_up(a).'],
    ['earlier(1, 2)', 'earlier() takes a name and a number of months: earlier(customers, 1).'],
    ['earlier(x)', 'earlier() takes a name and a number of months: earlier(customers, 1).'],
    ['earlier(x, 1, 2)', 'A comma stands only between the values of a function.'],
    ['entry(1, 2)', 'entry() takes a name and a position: entry(ramp_curve, month).'],
    ['entry(x)', 'entry() takes a name and a position: entry(ramp_curve, month).'],
  ])('%s is refused', (text, message) => {
    expect(() => parseExpression(text)).toThrow(message);
  });

  it('a text for a number of months, or for a position, is refused', () => {
    expect(() => valueOf('earlier(x, "two")', { x: 1 })).toThrow('earlier() counts months, but this is a text.');
    expect(() => valueOf('entry(x, "two")', { x: 1 })).toThrow('entry() counts positions, but this is a text.');
  });
});

describe('in a workbook', () => {
  const printed = (text: string) =>
    printFormula(parseExpression(text), (name) => name.toUpperCase(), {
      earlierOf: (name, months) => `BEFORE(${name},${months})`,
      entryOf: (name, position) => `NTH(${name},${position})`,
    });

  it.each([
    ['power(1 + g, year)', 'POWER(1+G,YEAR)'],
    ['round_up(a / b) * c', 'ROUNDUP(A/B,0)*C'],
    ['earlier(x, lag) - 1', 'BEFORE(x,LAG)-1'],
    ['2 * entry(curve, month - 1)', '2*NTH(curve,MONTH-1)'],
  ])('%s is %s', (text, formula) => {
    expect(printed(text)).toBe(formula);
  });

  it('another month and a list need a sheet of months', () => {
    for (const text of ['earlier(x, 1)', 'entry(x, 1)'])
      expect(() => printFormula(parseExpression(text), () => 'A1')).toThrow(ExpressionError);
  });
});
