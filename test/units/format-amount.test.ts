import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount, roundHalfUp, type FormatOptions } from '../../src/units/format.ts';

const british: FormatOptions = { locale: 'en-GB' };
const full: FormatOptions = { locale: 'en-GB', precision: 'full' };

describe('amounts on pages', () => {
  it.each([
    [0, '$0'],
    [640, '$640'],
    [999.4, '$999'],
    [999.5, '$1K'],
    [1_000, '$1K'],
    [3_800, '$3.8K'],
    [4_000, '$4K'],
    [9_949, '$9.9K'],
    [9_950, '$10K'],
    [431_000, '$431K'],
    [999_499, '$999K'],
    [999_500, '$1.00M'],
    [1_240_000, '$1.24M'],
    [1_512_000, '$1.51M'],
    [9_994_999, '$9.99M'],
    [9_995_000, '$10.0M'],
    [15_300_000, '$15.3M'],
    [99_949_999, '$99.9M'],
    [99_950_000, '$100M'],
    [378_000_000, '$378M'],
    [999_499_999, '$999M'],
    [999_500_000, '$1.00B'],
    [9_994_000_000, '$9.99B'],
    [9_995_000_000, '$10.0B'],
    [99_950_000_000, '$100B'],
    [1_234_000_000_000, '$1,234B'],
    [9_999_000_000_000, '$9,999B'],
    [9_999_500_000_000, '$10.0T'],
    [72_619_000_000_000, '$72.6T'],
    [431_000_000_000_000, '$431T'],
  ])('%d is short as %s', (amount, expected) => {
    expect(formatAmount(amount, 'USD', british)).toBe(expected);
  });

  it.each([
    [-640, '−$640'],
    [-9_950, '−$10K'],
    [-1_512_000, '−$1.51M'],
    [-0.4, '$0'],
    [-0, '$0'],
  ])('a loss of %d carries a real minus sign before the currency, and zero carries none', (amount, expected) => {
    expect(formatAmount(amount, 'USD', british)).toBe(expected);
  });

  it.each([
    [1_512_000, '$1,512,000'],
    [1_240.5, '$1,240.50'],
    [1_240.004, '$1,240'],
    [1_240.999, '$1,241'],
    [0.5, '$0.50'],
    [-0.001, '$0'],
    [999_999_999_999_999, '$999,999,999,999,999'],
    [1_234_567_890_123.45, '$1,234,567,890,123.45'],
  ])('%d is printed in full as %s', (amount, expected) => {
    expect(formatAmount(amount, 'USD', full)).toBe(expected);
  });

  it('names a currency without a sign of its own by its code', () => {
    expect(formatAmount(431_000, 'EUR', british)).toBe('€431K');
    expect(formatAmount(431_000, 'GBP', british)).toBe('£431K');
    expect(formatAmount(431_000, 'CHF', british)).toBe('CHF\u00a0431K');
    expect(formatAmount(-431_000, 'CHF', british)).toBe('−CHF\u00a0431K');
  });

  it('reads the same in both locales', () => {
    expect(formatAmount(1_240.5, 'USD', { locale: 'en-US', precision: 'full' })).toBe('$1,240.50');
  });

  it('grows with its amount: a larger amount never prints as a smaller one', () => {
    const magnitude = (text: string): number => {
      const [, digits, unit] = /^\$([\d,.]+)([KMB]?)$/.exec(text)!;
      return Number(digits!.replaceAll(',', '')) * { '': 1, K: 1e3, M: 1e6, B: 1e9 }[unit!]!;
    };
    const amounts = fc.double({ min: 0, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const [low, high] = [less, more].map((amount) => magnitude(formatAmount(amount, 'USD', british)));
        expect(low).toBeLessThanOrEqual(high!);
      }),
    );
  });

  it('is never further from its amount than half of its last digit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 999e6, noNaN: true }), (amount) => {
        const [, digits, unit] = /^\$([\d.]+)([KM]?)$/.exec(formatAmount(amount, 'USD', british))!;
        const size = { '': 1, K: 1e3, M: 1e6 }[unit!]!;
        const lastDigit = size * 10 ** -(digits!.split('.')[1]?.length ?? 0);
        expect(Math.abs(Number(digits) * size - amount)).toBeLessThanOrEqual(lastDigit * 0.5000001);
      }),
    );
  });
});

describe('rounding', () => {
  it.each([
    [1.005, 2, 1.01],
    [2.5, 0, 3],
    [-2.5, 0, -2],
    [0.1 + 0.2, 1, 0.3],
    [-0.2, 0, 0],
    [123_456_789_012_345, 0, 123_456_789_012_345],
  ])('%d to %d decimals is %d', (number, decimals, expected) => {
    expect(roundHalfUp(number, decimals)).toBe(expected);
  });

  it('is off by at most half a unit', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (number) => {
        expect(Math.abs(roundHalfUp(number) - number)).toBeLessThanOrEqual(0.50001);
      }),
    );
  });
});
