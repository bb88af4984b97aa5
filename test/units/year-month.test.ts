import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlainDate } from '../../src/units/plain-date.ts';
import {
  addMonths,
  firstDay,
  lastDay,
  monthOf,
  parseYearMonth,
  partsOfMonth,
  yearMonth,
} from '../../src/units/year-month.ts';

const anyMonth = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => yearMonth(year, month));

describe('months', () => {
  it('reads a month as people type it and refuses what is none', () => {
    expect(parseYearMonth('2026-02')).toBe('2026-02');
    for (const text of ['2026-13', '2026-00', '1899-12', '2200-01', '2026-2', '2026-02-01', '26-02', ''])
      expect(parseYearMonth(text), text).toBeUndefined();
  });

  it('runs over the ends of the year', () => {
    expect(addMonths(parseYearMonth('2025-11')!, 3)).toBe('2026-02');
    expect(addMonths(parseYearMonth('2026-01')!, -1)).toBe('2025-12');
    expect(addMonths(parseYearMonth('2026-01')!, -13)).toBe('2024-12');
    expect(yearMonth(2026, 13)).toBe('2027-01');
    expect(yearMonth(2026, 0)).toBe('2025-12');
  });

  it('knows its first and last day', () => {
    expect(firstDay(parseYearMonth('2024-02')!)).toBe('2024-02-01');
    expect(lastDay(parseYearMonth('2024-02')!)).toBe('2024-02-29');
    expect(lastDay(parseYearMonth('2026-02')!)).toBe('2026-02-28');
    expect(monthOf(parsePlainDate('2026-02-28')!)).toBe('2026-02');
  });

  it('comes back after the months that were added are taken off, and text order is time order', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: -600, max: 600 }), (month, months) => {
        const later = addMonths(month, months);
        expect(addMonths(later, -months)).toBe(month);
        expect(partsOfMonth(later).month).toBeGreaterThanOrEqual(1);
        expect(later > month).toBe(months > 0);
        expect(monthOf(lastDay(month))).toBe(month);
      }),
    );
  });
});
