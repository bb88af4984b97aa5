import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideDateOrder, readDate } from '../../../src/input/import-columns/date-column.ts';
import { plainDate } from '../../../src/units/plain-date.ts';

describe('the order of day and month in a column', () => {
  it.each([
    ['one day above 12 settles it', ['03/04/2026', '31/12/2026'], { kind: 'decided', order: 'dmy' }],
    ['one month above 12 settles it', ['03/04/2026', '12/31/2026'], { kind: 'decided', order: 'mdy' }],
    ['points are day first', ['03.04.2026'], { kind: 'decided', order: 'dmy' }],
    ['ISO dates need none', ['2026-04-03', '2026-04-03T10:00:00.000+0000'], { kind: 'no order needed' }],
    ['the same day in both orders needs none', ['05/05/2026', ''], { kind: 'no order needed' }],
    [
      'dates that fit both are ambiguous',
      ['', '03/04/2026', '01/02/2026'],
      { kind: 'ambiguous', example: '03/04/2026' },
    ],
    ['a time of day changes nothing', ['13/04/2026 4:05 PM'], { kind: 'decided', order: 'dmy' }],
    [
      'both orders in one column contradict',
      ['13/01/2026', '01/13/2026'],
      { kind: 'contradictory', dayFirst: '13/01/2026', monthFirst: '01/13/2026' },
    ],
  ] as const)('%s', (_, cells, decision) => {
    expect(decideDateOrder(cells)).toEqual(decision);
  });
});

describe('a date', () => {
  it.each([
    ['2026-04-03', 'dmy', '2026-04-03'],
    ['2024-01-22T16:14:25.000+0000', 'mdy', '2024-01-22'],
    ['2024-01-22 23:59:59 UTC', 'mdy', '2024-01-22'],
    ['3/4/2026', 'dmy', '2026-04-03'],
    ['3/4/2026', 'mdy', '2026-03-04'],
    ['03.04.26', 'dmy', '2026-04-03'],
    ['26-04-03', 'ymd', '2026-04-03'],
    ['2026/4/3', 'mdy', '2026-04-03'],
    ['20260403', 'dmy', '2026-04-03'],
    ['3 Apr 2026', 'mdy', '2026-04-03'],
    ['3-Apr-26', 'mdy', '2026-04-03'],
    ['April 3, 2026', 'dmy', '2026-04-03'],
    ['12/31/2026, 4:05 PM', 'mdy', '2026-12-31'],
    ['', 'dmy', undefined],
    ['n/a', 'dmy', undefined],
    ['31/02/2026', 'dmy', 'unreadable'],
    ['12/31/2026', 'dmy', 'unreadable'],
    ['soon', 'dmy', 'unreadable'],
    ['45992', 'dmy', '2025-12-01'],
    ['45992.75', 'mdy', '2025-12-01'],
    ['1767628800000', 'dmy', '2026-01-05'],
    ['4599', 'dmy', 'unreadable'],
    ['99999', 'dmy', 'unreadable'],
  ] as const)('%j in the order %s is %s', (cell, order, date) => {
    expect(readDate(cell, order)).toBe(date);
  });

  it('is read back as it was written, whatever the day', () => {
    const days = fc.tuple(
      fc.integer({ min: 1971, max: 2068 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    fc.assert(
      fc.property(days, fc.constantFrom('/', '-', '.'), ([year, month, day], sign) => {
        expect(readDate([day, month, year].join(sign), 'dmy')).toBe(plainDate(year, month, day));
        expect(readDate([month, day, year % 100 < 10 ? `0${year % 100}` : year % 100].join(sign), 'mdy')).toBe(
          plainDate(year, month, day),
        );
      }),
    );
  });
});

describe('a number in a column of dates', () => {
  it.each([
    [45_992, '2025-12-01'],
    [45_992.75, '2025-12-01'],
    [18_264, '1950-01-01'],
    [20_260_403, '2026-04-03'],
    [2026, 'unreadable'],
    [14, 'unreadable'],
    [-3, 'unreadable'],
    [73_051, 'unreadable'],
    [{ value: 45_992, currency: 'EUR' }, 'unreadable'],
  ] as const)('%j is %s: a day of the spreadsheet, never a year or a count', (cell, date) => {
    expect(readDate(cell, 'mdy')).toBe(date);
  });

  it('says nothing about the order of day and month', () => {
    expect(decideDateOrder([45_992, 20_260_403])).toEqual({ kind: 'no order needed' });
  });
});

it('a failed formula in a column of dates is not taken for "not available"', () => {
  expect(readDate('#N/A', 'dmy')).toBe('unreadable');
});
