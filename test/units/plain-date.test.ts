import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  daysBetween,
  daysInMonth,
  earlier,
  mondayFrom,
  oneYearEarlier,
  parsePlainDate,
  partsOfDate,
  plainDate,
  weekday,
  type PlainDate,
} from '../../src/units/plain-date.ts';

const day = (text: string): PlainDate => parsePlainDate(text)!;
const anyDay = fc.integer({ min: 0, max: 109_000 }).map((days) => addDays(day('1900-01-01'), days));

describe('dates as people type them', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '1900-01-01', '2199-12-31'])('%s is a day', (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });

  it.each([
    ['2026-02-29', 'no leap year'],
    ['1900-02-29', 'a century that is no leap year'],
    ['2026-04-31', 'April has 30 days'],
    ['2026-13-01', 'no month 13'],
    ['2026-00-10', 'no month 0'],
    ['2026-01-00', 'no day 0'],
    ['1899-12-31', 'before all business'],
    ['2200-01-01', 'a year mistyped'],
    ['2026-2-28', 'digits missing'],
    ['28.02.2026', 'another order'],
    ['2026-02-28T00:00:00Z', 'a time behind it'],
    ['2026-02-28\n', 'a line end behind it'],
    ['', 'nothing'],
  ])('%s is none: %s', (text) => {
    expect(parsePlainDate(text)).toBeUndefined();
  });

  it('refuses parts of days and what is no number', () => {
    expect(plainDate(2026, 2, 28)).toBe('2026-02-28');
    expect(plainDate(2026, 2, 1.5)).toBeUndefined();
    expect(plainDate(2026.25, 2, 1)).toBeUndefined();
    expect(plainDate(Number.NaN, 2, 1)).toBeUndefined();
  });
});

describe('counting days', () => {
  it('knows leap years', () => {
    expect([2023, 2024, 2000, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2026-02-28'), 1)).toBe('2026-03-01');
    expect(daysBetween(day('2024-01-01'), day('2025-01-01'))).toBe(366);
  });

  it('is not shaken by the nights on which clocks change', () => {
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2);
    expect(addDays(day('2026-10-24'), 2)).toBe('2026-10-26');
  });

  it('gives back the days that were added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it('reads every day it writes, and text order is time order', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const { year, month, day: dayOfMonth } = partsOfDate(a);
        expect(plainDate(year, month, dayOfMonth)).toBe(parsePlainDate(a) === undefined ? undefined : a);
        expect(a < b).toBe(daysBetween(a, b) > 0);
        expect(earlier(a, b)).toBe(daysBetween(a, b) > 0 ? a : b);
      }),
    );
  });

  it('finds the same day of the year before', () => {
    expect(oneYearEarlier(day('2026-02-28'))).toBe('2025-02-28');
    expect(oneYearEarlier(day('2024-02-29'))).toBe('2023-02-28');
    expect(oneYearEarlier(day('2025-02-28'))).toBe('2024-02-28');
  });
});

describe('weeks and working days', () => {
  it('know the day of the week in any century', () => {
    expect(['1900-01-01', '1969-12-31', '1970-01-01', '2026-02-28'].map((text) => weekday(day(text)))).toEqual([
      1, 3, 4, 6,
    ]);
    expect(mondayFrom(day('2026-03-02'))).toBe('2026-03-02');
    expect(mondayFrom(day('2026-03-03'))).toBe('2026-03-09');
    expect(mondayFrom(day('2026-03-08'))).toBe('2026-03-09');
  });

  it('leave out Saturdays and Sundays, also when counting begins on one', () => {
    const later = (text: string, days: number) => addWorkingDays(day(text), days);
    expect(later('2026-02-27', 1)).toBe('2026-03-02');
    expect(later('2026-02-28', 1)).toBe('2026-03-02');
    expect(later('2026-03-01', 5)).toBe('2026-03-06');
    expect(later('2026-03-02', 10)).toBe('2026-03-16');
    expect(later('2026-02-28', 0)).toBe('2026-02-28');
  });

  it('pass as many working days as were counted', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const to = addWorkingDays(from, days);
        const passed = Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1));
        expect(passed.filter((each) => weekday(each) <= 5)).toHaveLength(days);
        expect(weekday(to)).toBeLessThanOrEqual(5);
      }),
    );
  });
});
