import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/expression/evaluate.ts';
import { ExpressionError } from '../../src/expression/expression.ts';
import { namesIn } from '../../src/expression/names-in.ts';
import { parseExpression } from '../../src/expression/parse.ts';
import { scopeOf } from './scope-of.ts';

const mistakeIn = (text: string): ExpressionError => {
  try {
    parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`"${text}" was read without complaint.`);
};

describe('a mistake in a template is found at its place, with the way out', () => {
  it.each([
    ['', 0, 'The expression is empty.'],
    ['   ', 0, 'The expression is empty.'],
    ['pace >=', 7, 'The expression ends where a value is expected.'],
    ['pace >= and', 8, 'A value is expected here, before "and".'],
    ['* 2', 0, 'A value is expected here, before "*".'],
    ['pace = 1', 5, '"=" is not understood here. Write == to compare two values.'],
    ['pace => 1', 5, '"=" is not understood here. Write == to compare two values.'],
    ['pace <> 1', 5, '"<" is not understood here. Write != for "is not".'],
    ['a && b', 2, '"&" is not understood here. Write and.'],
    ['a || b', 2, '"|" is not understood here. Write or.'],
    ['!a', 0, '"!" is not understood here. Write not for a condition, != to compare two values.'],
    ['pace >= 80 %', 11, '"%" is not understood here. Write a share as a number: 0.2 for 20 %.'],
    ['pace ≥ 1', 5, '"≥" is not understood here. Write >=.'],
    ['{pace} > 1', 0, '"{" is not understood here. Names are written without braces here.'],
    ["tier == 'gold'", 8, '"\'" is not understood here. Write texts between straight double quotes.'],
    ['tier == “gold”', 8, '"“" is not understood here. Write texts between straight double quotes.'],
    ['tier == "gold', 8, 'The text that starts here has no closing quote.'],
    ['größe > 1', 2, '"ö" is not understood here. Names are written with a to z, digits and _.'],
    ['a > .5', 4, '"." is not understood here. A point stands inside a number (0.5) or a name (next.base_margin).'],
    ['a @ b', 2, '"@" is not understood here.'],
    ['a \u202e b', 2, 'The character U+202E is not understood here.'],
    ['a \ud800', 2, 'The character U+D800 is not understood here.'],
    ['amount > 1,000', 11, '"000" starts with a zero. Write thousands without a separator: 1000.'],
    ['amount > 1,200', 10, 'A comma stands only between the values of a function.'],
    [`a > ${'9'.repeat(400)}`, 4, 'This number is too large.'],
    ['1 < x < 3', 6, 'A comparison has two sides. Join two comparisons with and: 1 < x and x < 3.'],
    ['(a > 1', 0, 'The parenthesis that opens here is never closed.'],
    ['a > 1)', 5, 'This parenthesis was never opened.'],
    ['a > 1 b', 6, 'An operator such as and, + or >= is missing before "b".'],
    ['a > 1 AND b > 2', 6, '"AND" cannot stand here. Did you mean and?'],
    ['12months', 2, 'An operator such as and, + or >= is missing before "months".'],
    ['a "x"', 2, 'An operator such as and, + or >= is missing before "x".'],
    ['a == not b', 5, 'Put parentheses around not and its condition here.'],
    ['otherwise or a', 0, 'otherwise stands alone: it always holds.'],
    ['a or otherwise', 5, 'otherwise stands alone: it always holds.'],
    ['knwon(pace)', 0, 'There is no function knwon(). Did you mean known()?'],
    ['MAX(1, 2)', 0, 'There is no function MAX(). Did you mean max()?'],
    [
      'average(a, b)',
      0,
      'There is no function average(). The functions are known(), column_loaded(), min(), max(), if(), power(), round_up(), earlier(), entry().',
    ],
    ['known pace', 0, 'known is a function: known(forecast).'],
    ['known("pace")', 6, 'known() takes one name: known(forecast).'],
    ['known(pace + 1)', 6, 'known() takes one name: known(forecast).'],
    ['known()', 6, 'known() takes one name: known(forecast).'],
    ['known(and)', 6, 'known() takes one name: known(forecast).'],
    ['column_loaded(a, b)', 14, 'column_loaded() takes one name: column_loaded(next_step).'],
    ['min()', 0, 'min() takes 1 to 200 values: min(a, b).'],
    ['if(a, 1)', 0, 'if() takes a condition and two values: if(condition, then, else).'],
    ['if(a, 1, 2, 3)', 0, 'if() takes a condition and two values: if(condition, then, else).'],
    ['min(1, 2', 3, 'The parenthesis that opens here is never closed.'],
    ['min(1 2)', 6, 'An operator such as and, + or >= is missing before "2".'],
  ])('%s', (text, offset, message) => {
    const error = mistakeIn(text);
    expect([error.offset, error.message]).toEqual([offset, message]);
  });
});

describe('expressions nobody could have meant', () => {
  it('stops at a depth in which a person would be lost, and far before the machine is', () => {
    for (const [open, close] of [
      ['(', ')'],
      ['not ', ''],
      ['-', ''],
      ['min(', ')'],
      ['if(a,1,', ')'],
    ] as const) {
      expect(() => parseExpression(open.repeat(50) + '1' + close.repeat(50))).not.toThrow();
      expect(mistakeIn(open.repeat(51) + '1' + close.repeat(51)).message).toContain('more than 50 levels deep');
    }
  });

  it('stops at a length that is no expression any more', () => {
    expect(mistakeIn('1'.repeat(2_001)).message).toBe('The expression has 2001 characters; at most 2000 are allowed.');
    const long = `1${' + 1'.repeat(499)}`;
    expect(evaluate(parseExpression(long), scopeOf({}))).toBe(500);
  });

  it('stops at more conditions or values than a workbook takes', () => {
    expect(mistakeIn(Array.from({ length: 201 }, () => 'a').join(' or ')).message).toContain(
      'More than 200 conditions',
    );
    expect(mistakeIn(`max(${Array.from({ length: 201 }, () => 1).join(',')})`).message).toContain('1 to 200 values');
    expect(() => parseExpression(`a == "${'x'.repeat(255)}"`)).not.toThrow();
    expect(mistakeIn(`a == "${'x'.repeat(256)}"`).offset).toBe(5);
  });

  it('quotes a long text only in part', () => {
    expect(mistakeIn(`a "${'x'.repeat(200)}"`).message.length).toBeLessThan(100);
  });

  it('answers anything typed with an expression or with an error inside it', () => {
    const pieces = fc.constantFrom(
      'a',
      'and',
      'not',
      '(',
      ')',
      '<',
      '==',
      '1',
      '"x"',
      '"',
      ',',
      'min',
      'known',
      '-',
      '.',
      '%',
      '😀',
      '\ud800',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 30 }).map((each) => each.join(' ')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        try {
          expect(parseExpression(text).text).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
          const { offset, message } = error as ExpressionError;
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(text.length);
          expect(message).toMatch(/^[^\p{Cc}\p{Cs}]+[.?]$/u);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('writing freely', () => {
  it('takes line ends, tabs and no space at all between the pieces', () => {
    const scope = scopeOf({ a: 2, b: 3 });
    for (const text of ['a<b and b>a', ' a\n  < b\tand b > a ', '(a)<(b)and(b>a)', 'a\u00a0< b and b > a'])
      expect(evaluate(parseExpression(text), scope), text).toBe(true);
  });

  it('tells a name from the word it begins with', () => {
    const scope = scopeOf({ order: 1, android: true, nothing: true, known_deals: 3, trueness: 4 });
    expect(evaluate(parseExpression('order + known_deals + trueness'), scope)).toBe(8);
    expect(evaluate(parseExpression('android and nothing'), scope)).toBe(true);
  });

  it('takes names that every object has for plain names', () => {
    const scope = scopeOf({});
    expect(evaluate(parseExpression('constructor == 1 or known(__proto__) or toString.length > 0'), scope)).toBe(false);
  });

  it('reads the same with parentheses that change nothing', () => {
    const atoms = fc.constantFrom('a', 'b', '2', '0.5', 'known(a)');
    fc.assert(
      fc.property(atoms, fc.integer({ min: 1, max: 20 }), (atom, depth) => {
        const scope = scopeOf({ a: 7 });
        const wrapped = '('.repeat(depth) + atom + ')'.repeat(depth);
        expect(evaluate(parseExpression(wrapped), scope)).toBe(evaluate(parseExpression(atom), scope));
      }),
    );
  });
});

describe('the names a template asks for', () => {
  it('lists each once, in the order of first use, tests included', () => {
    const text = 'if(known(c) and not column_loaded(d), -a + min(b.x, a), b.x / 2) > 1 or e == "name"';
    expect([...namesIn(parseExpression(text))]).toEqual(['c', 'd', 'a', 'b.x', 'e']);
  });

  it('finds none where there is none', () => {
    expect(namesIn(parseExpression('otherwise')).size).toBe(0);
    expect(namesIn(parseExpression('1 + 2 > 2')).size).toBe(0);
  });
});
