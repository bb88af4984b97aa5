import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatValue, roundShare } from '../../src/units/format.ts';
import * as value from '../../src/units/value.ts';
import type { Value } from '../../src/units/value.ts';

/** As a British page prints it; tables of expectations are easier to read without no-break spaces. */
function printed(shown: Value): string {
  return formatValue(shown, { locale: 'en-GB' }).replaceAll('\u00a0', ' ');
}

describe('shares and changes', () => {
  it.each([
    [0.87, '87 %'],
    [0, '0 %'],
    [1, '100 %'],
    [0.005, '1 %'],
    [0.285, '29 %'],
    [1.005, '101 %'],
    [-0.025, '−3 %'],
    [-0.001, '0 %'],
    [9.994, '999 %'],
    [9.995, '> 999 %'],
    [250, '> 999 %'],
    [-12, '< −999 %'],
  ])('a share of %d prints %s', (ratio, expected) => {
    expect(printed(value.share(ratio))).toBe(expected);
  });

  it.each([
    [0.175, '17.5 %'],
    [0.0171, '1.71 %'],
    [0.003, '0.3 %'],
    [0.04, '4 %'],
    [0.6, '60 %'],
    [1 / 3, '33.3 %'],
    [0.09994, '9.99 %'],
    [0.09996, '10 %'],
    [0.9994, '99.9 %'],
    [0.9996, '100 %'],
    [1, '100 %'],
    [0, '0 %'],
    [0.00001, '< 0.01 %'],
    [-0.175, '−17.5 %'],
    [12, '> 999 %'],
  ])('a rate of %d prints %s: its decimals count', (ratio, expected) => {
    expect(printed(value.preciseShare(ratio))).toBe(expected);
  });

  it('holds the percent sign to its number by a no-break space, in American English without any', () => {
    expect(formatValue(value.share(0.87), { locale: 'en-GB' })).toBe('87\u00a0%');
    expect(formatValue(value.share(0.87), { locale: 'en-US' })).toBe('87%');
    expect(formatValue(value.share(20), { locale: 'en-US' })).toBe('>\u00a0999%');
  });

  it.each([
    [0.997, [0.8, 1], '99 %'],
    [0.9999999, [0.8, 1], '99 %'],
    [1, [0.8, 1], '100 %'],
    [0.796, [0.8, 1], '79 %'],
    [0.8, [0.8, 1], '80 %'],
    [0.805, [0.8, 1], '81 %'],
    [0.79, [0.8, 1], '79 %'],
    [0.997, [], '100 %'],
    [0.285, [0.29], '28 %'],
  ])('%d with the thresholds %j prints %s: a status and its figure never contradict', (ratio, thresholds, expected) => {
    expect(printed(value.share(ratio, thresholds))).toBe(expected);
  });

  it('stays on its own side of every threshold of whole percents', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5, noNaN: true }), fc.integer({ min: 1, max: 500 }), (ratio, percent) => {
        const threshold = percent / 100;
        fc.pre(ratio === threshold || Math.abs(ratio - threshold) > 1e-12);
        expect(roundShare(ratio, [threshold]) >= percent).toBe(ratio >= threshold);
      }),
      {
        examples: [
          [0.57, 57],
          [0.29, 29],
          [1.1, 110],
        ],
      },
    );
  });

  it.each([
    [0.22, '+22 %'],
    [-0.22, '−22 %'],
    [0, '0 %'],
    [0.004, '0 %'],
    [-0.004, '0 %'],
    [0.025, '+3 %'],
    [-0.025, '−3 %'],
    [12, '> 999 %'],
  ])('a change of %d prints %s', (ratio, expected) => {
    expect(printed(value.change(ratio))).toBe(expected);
  });

  it.each([
    [6, '+6'],
    [-6, '−6'],
    [0.4, '0'],
    [-0.4, '0'],
  ])('a difference of %d points prints %s', (points, expected) => {
    expect(printed({ kind: 'points', points })).toBe(expected);
  });
});
