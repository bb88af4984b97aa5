import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, holds } from '../../src/expression/evaluate.ts';
import { parseExpression } from '../../src/expression/parse.ts';
import { scopeOf } from './scope-of.ts';

describe('numbers', () => {
  it('lets no binary rounding decide: cents that add up do add up', () => {
    const scope = scopeOf({ partner_share: 0.1, amount_requested: 0.2, total_cost: 0.3 });
    const says = (text: string): boolean => holds(parseExpression(text), scope);
    expect(says('partner_share + amount_requested == total_cost')).toBe(true);
    expect(says('partner_share + amount_requested != total_cost')).toBe(false);
    expect(says('partner_share + amount_requested > total_cost')).toBe(false);
    expect(says('partner_share + amount_requested <= total_cost')).toBe(true);
  });

  it('still tells a cent of a billion', () => {
    const says = (text: string): boolean => holds(parseExpression(text), scopeOf({}));
    expect(says('1000000000.01 > 1000000000')).toBe(true);
    expect(says('1000000000.01 == 1000000000')).toBe(false);
    expect(says('0.0000001 == 0')).toBe(false);
  });

  type Sum = { readonly text: string; readonly run: (a: number, b: number) => number };
  const sums = fc.letrec<{ sum: Sum }>((tie) => ({
    sum: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom<Sum>({ text: 'a', run: (a) => a }, { text: 'b', run: (_, b) => b }),
      fc.integer({ min: 0, max: 9_999 }).map((n): Sum => ({ text: `${n / 100}`, run: () => n / 100 })),
      fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*', '/'), tie('sum')).map(([left, operator, right]): Sum => ({
        text: `(${left.text}) ${operator} (${right.text})`,
        run: (a, b) => {
          const [x, y] = [left.run(a, b), right.run(a, b)];
          if (operator === '+') return x + y;
          if (operator === '-') return x - y;
          return operator === '*' ? x * y : x / y;
        },
      })),
      tie('sum').map((inner): Sum => ({ text: `-(${inner.text})`, run: (a, b) => -inner.run(a, b) })),
    ),
  })).sum;

  it('computes exactly as arithmetic does, and never gives NaN, Infinity or −0', () => {
    fc.assert(
      fc.property(sums, fc.double({ noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true }), (sum, a, b) => {
        const got = evaluate(parseExpression(sum.text), scopeOf({ a, b }));
        if (got === undefined) return;
        expect(Number.isFinite(got)).toBe(true);
        expect(Object.is(got, -0)).toBe(false);
        expect(got).toBe(sum.run(a, b) + 0);
      }),
      { numRuns: 500 },
    );
  });

  it('is unknown only where arithmetic leaves the numbers', () => {
    const plain = fc.integer({ min: 1, max: 1_000 });
    fc.assert(
      fc.property(plain, plain, plain, (a, b, c) => {
        const scope = scopeOf({ a, b, c });
        expect(evaluate(parseExpression('a + b * c - a / b'), scope)).toBe(a + b * c - a / b);
        expect(evaluate(parseExpression('min(a, b, c) + max(a, b, c)'), scope)).toBe(
          Math.min(a, b, c) + Math.max(a, b, c),
        );
        expect(evaluate(parseExpression('if(a < b, a, b)'), scope)).toBe(Math.min(a, b));
      }),
    );
  });

  it('orders every two figures in exactly one way, or in none when one is unknown', () => {
    const value = fc.option(fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 })), { nil: undefined });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const scope = scopeOf({ a, b });
        const says = (text: string): boolean => holds(parseExpression(text), scope);
        const ways = ['a < b', 'a == b', 'a > b'].filter(says).length;
        expect(ways).toBe(says('known(a) and known(b)') ? 1 : 0);
        expect(says('a <= b')).toBe(says('a < b or a == b'));
        expect(says('a >= b')).toBe(says('a > b or a == b'));
      }),
    );
  });
});
