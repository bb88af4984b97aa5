import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatMonth,
  formatMonthName,
  formatSentence,
  formatShortDate,
  formatShortNumber,
  formatValue,
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
    expect(printed({ kind: 'date', date: march31, short: 'month' })).toBe('Mar 2026');
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
          value.preciseShare(n),
          value.change(n),
          value.times(n),
          value.count(n),
          { kind: 'points', points: n },
          { kind: 'score', score: n },
        ];
        for (const shown of [...values.map((each) => formatValue(each, options)), formatShortNumber(n)])
          expect(shown).not.toMatch(/NaN|Infinity|undefined|-|−\$?0(?:\.0+)?(?![\d.])/i);
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
