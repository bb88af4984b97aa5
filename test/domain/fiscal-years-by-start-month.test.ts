import { describe, expect, it } from 'vitest';
import {
  fiscalQuarterOf,
  monthsOfQuarter,
  rangeOfQuarter,
  rangeOfYear,
  sameDaysLastYear,
  twelveMonthsTo,
  type FiscalCalendar,
} from '../../src/domain/fiscal-calendar.ts';
import { formatFiscalQuarter } from '../../src/units/fiscal-quarter.ts';
import { addDays, daysBetween } from '../../src/units/plain-date.ts';
import { day, quarter, year } from './given.ts';

interface Row {
  readonly start: number;
  /** FY24 named after the calendar year it ends in. */
  readonly byEnd: readonly [from: string, to: string, days: number];
  /** FY24 named after the calendar year it starts in. */
  readonly byStart: readonly [from: string, to: string, days: number];
  /** First days of the second, third and fourth quarter of the year named after its end. */
  readonly quarters: readonly [string, string, string];
}

// Written down from a wall calendar: 29 February 2024 lies in the year that has 366 days.
const ROWS: readonly Row[] = [
  {
    start: 1,
    byEnd: ['2024-01-01', '2024-12-31', 366],
    byStart: ['2024-01-01', '2024-12-31', 366],
    quarters: ['2024-04-01', '2024-07-01', '2024-10-01'],
  },
  {
    start: 2,
    byEnd: ['2023-02-01', '2024-01-31', 365],
    byStart: ['2024-02-01', '2025-01-31', 366],
    quarters: ['2023-05-01', '2023-08-01', '2023-11-01'],
  },
  {
    start: 3,
    byEnd: ['2023-03-01', '2024-02-29', 366],
    byStart: ['2024-03-01', '2025-02-28', 365],
    quarters: ['2023-06-01', '2023-09-01', '2023-12-01'],
  },
  {
    start: 4,
    byEnd: ['2023-04-01', '2024-03-31', 366],
    byStart: ['2024-04-01', '2025-03-31', 365],
    quarters: ['2023-07-01', '2023-10-01', '2024-01-01'],
  },
  {
    start: 5,
    byEnd: ['2023-05-01', '2024-04-30', 366],
    byStart: ['2024-05-01', '2025-04-30', 365],
    quarters: ['2023-08-01', '2023-11-01', '2024-02-01'],
  },
  {
    start: 6,
    byEnd: ['2023-06-01', '2024-05-31', 366],
    byStart: ['2024-06-01', '2025-05-31', 365],
    quarters: ['2023-09-01', '2023-12-01', '2024-03-01'],
  },
  {
    start: 7,
    byEnd: ['2023-07-01', '2024-06-30', 366],
    byStart: ['2024-07-01', '2025-06-30', 365],
    quarters: ['2023-10-01', '2024-01-01', '2024-04-01'],
  },
  {
    start: 8,
    byEnd: ['2023-08-01', '2024-07-31', 366],
    byStart: ['2024-08-01', '2025-07-31', 365],
    quarters: ['2023-11-01', '2024-02-01', '2024-05-01'],
  },
  {
    start: 9,
    byEnd: ['2023-09-01', '2024-08-31', 366],
    byStart: ['2024-09-01', '2025-08-31', 365],
    quarters: ['2023-12-01', '2024-03-01', '2024-06-01'],
  },
  {
    start: 10,
    byEnd: ['2023-10-01', '2024-09-30', 366],
    byStart: ['2024-10-01', '2025-09-30', 365],
    quarters: ['2024-01-01', '2024-04-01', '2024-07-01'],
  },
  {
    start: 11,
    byEnd: ['2023-11-01', '2024-10-31', 366],
    byStart: ['2024-11-01', '2025-10-31', 365],
    quarters: ['2024-02-01', '2024-05-01', '2024-08-01'],
  },
  {
    start: 12,
    byEnd: ['2023-12-01', '2024-11-30', 366],
    byStart: ['2024-12-01', '2025-11-30', 365],
    quarters: ['2024-03-01', '2024-06-01', '2024-09-01'],
  },
];

describe.each(ROWS)('a fiscal year that starts in month $start', ({ start, byEnd, byStart, quarters }) => {
  const named = (namedAfter: FiscalCalendar['namedAfter']): FiscalCalendar => ({ startMonth: start, namedAfter });

  it.each([
    ['end', byEnd],
    ['start', byStart],
  ] as const)('named after its %s has its first and last day, and its number of days', (naming, [from, to, days]) => {
    expect(rangeOfYear(year('FY24'), named(naming))).toEqual({ from, to });
    expect(daysBetween(day(from), day(to)) + 1).toBe(days);
  });

  it('turns over on its first day, by either naming', () => {
    for (const [naming, [from, to]] of [
      ['end', byEnd],
      ['start', byStart],
    ] as const) {
      const quarterOn = (date: string, days = 0) =>
        formatFiscalQuarter(fiscalQuarterOf(addDays(day(date), days), named(naming)));
      expect([quarterOn(from, -1), quarterOn(from), quarterOn(to), quarterOn(to, 1)]).toEqual([
        'FY23-Q4',
        'FY24-Q1',
        'FY24-Q4',
        'FY25-Q1',
      ]);
    }
  });

  it('has four quarters of three months', () => {
    const firstDays = ['Q1', 'Q2', 'Q3', 'Q4'].map(
      (name) => rangeOfQuarter(quarter(`FY24-${name}`), named('end')).from,
    );
    expect(firstDays).toEqual([byEnd[0], ...quarters]);
    expect(monthsOfQuarter(quarter('FY24-Q2'), named('end'))[0]).toBe(quarters[0].slice(0, 7));
  });
});

describe('the same days a year earlier', () => {
  it.each([
    ['the leap day meets the last of February', '2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'],
    ['the last of February meets the leap day', '2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29'],
    ['a day inside February meets its own date', '2025-02-01', '2025-02-27', '2024-02-01', '2024-02-27'],
    ['a span that begins on the leap day', '2024-02-29', '2024-03-31', '2023-02-28', '2023-03-31'],
    ['over the turn of the year', '2025-07-01', '2026-02-28', '2024-07-01', '2025-02-28'],
  ])('%s', (_, from, to, earlierFrom, earlierTo) => {
    expect(sameDaysLastYear({ from: day(from), to: day(to) })).toEqual({ from: earlierFrom, to: earlierTo });
  });

  it.each([
    ['2024-02-29', '2023-03-01', 366],
    ['2025-02-28', '2024-03-01', 365],
    ['2024-02-28', '2023-03-01', 365],
    ['2026-06-30', '2025-07-01', 365],
    ['2024-12-31', '2024-01-01', 366],
  ])('twelve months to %s begin on %s: %i days', (to, from, days) => {
    expect(twelveMonthsTo(day(to))).toEqual({ from, to });
    expect(daysBetween(day(from), day(to)) + 1).toBe(days);
  });
});
