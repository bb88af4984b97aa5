import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatDate,
  formatMonth,
  formatMonthName,
  formatSentence,
  formatShortDate,
  formatShortNumber,
  formatValue,
  roundHalfUp,
  roundShare,
  type FormatOptions,
} from '../../src/units/format.ts';
import { missing } from '../../src/units/missing.ts';
import { parsePlainDate } from '../../src/units/plain-date.ts';
import { plainSentence, sentence } from '../../src/units/sentence.ts';
import * as value from '../../src/units/value.ts';
import type { Value } from '../../src/units/value.ts';
import { parseYearMonth } from '../../src/units/year-month.ts';

const british: FormatOptions = { locale: 'en-GB' };
const american: FormatOptions = { locale: 'en-US' };
const full: FormatOptions = { locale: 'en-GB', precision: 'full' };
const march31 = parsePlainDate('2026-03-31')!;

/** Pages hold no-break spaces inside figures; tables of expectations are easier to read without. */
function readable(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function printed(shown: Value, options: FormatOptions = british): string {
  return readable(formatValue(shown, options));
}

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
    [9_995_000_000, '$10.0B'],
    [99_950_000_000, '$100B'],
    [1_234_000_000_000, '$1,234B'],
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

  it('holds the percent sign to its number by a no-break space, in American English without any', () => {
    expect(formatValue(value.share(0.87), british)).toBe('87\u00a0%');
    expect(formatValue(value.share(0.87), american)).toBe('87%');
    expect(formatValue(value.share(20), american)).toBe('>\u00a0999%');
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

describe('multiples, counts and scores', () => {
  it('prints a multiple with one decimal, or with two where one would make two multiples alike', () => {
    expect(printed(value.times(2.8))).toBe('2.8x');
    expect(printed(value.times(1.96))).toBe('2.0x');
    expect(printed({ kind: 'times', ratio: 1.96, decimals: 2 })).toBe('1.96x');
    expect(printed(value.times(0))).toBe('0.0x');
  });

  it('groups counts and keeps one decimal of a part', () => {
    expect(printed(value.count(8_800))).toBe('8,800');
    expect(printed(value.count(1_234_567))).toBe('1,234,567');
    expect(printed(value.count(0))).toBe('0');
    expect(printed(value.count(2.25))).toBe('2.3');
    expect(printed(value.count(-1_200))).toBe('−1,200');
  });

  it('prints scores whole', () => {
    expect(printed({ kind: 'score', score: 75.5 })).toBe('76');
    expect(printed({ kind: 'score', score: 74.499 })).toBe('74');
  });

  it('prints a bare number of a chart like an amount, without its currency', () => {
    expect(formatShortNumber(15_300_000)).toBe('15.3M');
    expect(formatShortNumber(-640)).toBe('−640');
    expect(formatShortNumber(-0.2)).toBe('0');
  });
});

describe('dates', () => {
  it('follows the locale of the territory', () => {
    expect(readable(formatDate(march31, 'en-GB'))).toBe('31 Mar 2026');
    expect(readable(formatDate(march31, 'en-US'))).toBe('Mar 31, 2026');
    expect(readable(formatShortDate(parsePlainDate('2026-04-24')!, 'en-GB'))).toBe('24 Apr');
    expect(readable(formatShortDate(parsePlainDate('2026-04-24')!, 'en-US'))).toBe('Apr 24');
    expect(printed(value.shortDate(march31))).toBe('31 Mar');
    expect(printed(value.date(march31), american)).toBe('Mar 31, 2026');
  });

  it('never lets a day and its month part at the end of a line', () => {
    expect(formatShortDate(march31, 'en-GB')).toBe('31\u00a0Mar');
    expect(formatDate(march31, 'en-US')).toBe('Mar\u00a031, 2026');
  });

  it('names months', () => {
    const month = parseYearMonth('2026-12')!;
    expect(readable(formatMonth(month))).toBe('Dec 2026');
    expect(formatMonthName(month)).toBe('Dec');
    expect(printed({ kind: 'month', month })).toBe('Dec 2026');
  });
});

describe('what is not there', () => {
  it('says unknown, does not apply and zero in three different ways', () => {
    expect(printed(value.amount(missing('no target for FY26'), 'USD'))).toBe('n/a');
    expect(printed(value.none)).toBe('–');
    expect(printed(value.amount(0, 'USD'))).toBe('$0');
  });

  it('says yes, no and plain text', () => {
    expect(printed(value.flag(true))).toBe('yes');
    expect(printed(value.flag(false))).toBe('no');
    expect(printed(value.text('Kestrel Systems'))).toBe('Kestrel Systems');
  });

  it('shows no NaN, Infinity, undefined or negative zero, whatever number comes in', () => {
    const numeric = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, 1e300, 5e-324));
    fc.assert(
      fc.property(numeric, fc.constantFrom(british, american, full), (n, options) => {
        const values: Value[] = [
          value.amount(n, 'USD'),
          value.share(n, [0.8, 1]),
          value.change(n),
          value.times(n),
          value.count(n),
          { kind: 'points', points: n },
          { kind: 'score', score: n },
        ];
        for (const shown of [...values.map((each) => formatValue(each, options)), formatShortNumber(n)])
          expect(shown).not.toMatch(/NaN|Infinity|undefined|-|−\$?0(?:\.0+)?(?:\D|$)/i);
      }),
      { numRuns: 500 },
    );
  });
});

describe('sentences', () => {
  it('fills figures in and takes the right word for a count', () => {
    const text = '{deals|deal holds|deals hold} {amount}, {pace} of plan';
    const say = (deals: number): string =>
      readable(
        formatSentence(
          sentence(text, { deals: value.count(deals), amount: value.amount(431_000, 'USD'), pace: value.share(0.87) }),
          british,
        ),
      );
    expect(say(1)).toBe('1 deal holds $431K, 87 % of plan');
    expect(say(0)).toBe('0 deals hold $431K, 87 % of plan');
    expect(say(1_200)).toBe('1,200 deals hold $431K, 87 % of plan');
  });

  it('refuses a pattern whose figure was not given, also when its name is one every object has', () => {
    expect(() => formatSentence(sentence('{pace} of plan'), british)).toThrow('"pace"');
    expect(() => formatSentence(sentence('{constructor}'), british)).toThrow('"constructor"');
  });

  it('prints the words of people as they are, braces and all', () => {
    expect(formatSentence(plainSentence('Deal {x|y|z} {amount}'), british)).toBe('Deal {x|y|z} {amount}');
    const quoted = sentence('{who} asks', { who: value.text('{amount}') });
    expect(formatSentence(quoted, british)).toBe('{amount} asks');
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
