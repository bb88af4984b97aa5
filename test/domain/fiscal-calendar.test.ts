import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completedQuarters,
  fiscalQuarterOf,
  monthsOfQuarter,
  monthsOfYear,
  rangeOfQuarter,
  rangeOfYear,
  type FiscalCalendar,
} from '../../src/domain/fiscal-calendar.ts';
import { addQuarters, formatFiscalQuarter } from '../../src/units/fiscal-quarter.ts';
import { addDays, daysBetween } from '../../src/units/plain-date.ts';
import { day, quarter, year } from './given.ts';

const STARTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const JULY: FiscalCalendar = { startMonth: 7, namedAfter: 'end' };

// The quarter of 28 February 2026 by the month a year starts in, named after its end and after its start, worked out by hand.
const FEBRUARY = [
  [1, 'FY26-Q1', 'FY26-Q1'],
  [2, 'FY27-Q1', 'FY26-Q1'],
  [3, 'FY26-Q4', 'FY25-Q4'],
  [4, 'FY26-Q4', 'FY25-Q4'],
  [5, 'FY26-Q4', 'FY25-Q4'],
  [6, 'FY26-Q3', 'FY25-Q3'],
  [7, 'FY26-Q3', 'FY25-Q3'],
  [8, 'FY26-Q3', 'FY25-Q3'],
  [9, 'FY26-Q2', 'FY25-Q2'],
  [10, 'FY26-Q2', 'FY25-Q2'],
  [11, 'FY26-Q2', 'FY25-Q2'],
  [12, 'FY26-Q1', 'FY25-Q1'],
] as const;

describe('the fiscal quarter of a day', () => {
  it.each(FEBRUARY)('28 February 2026 in a year that starts in month %i', (startMonth, byEnd, byStart) => {
    const date = day('2026-02-28');
    expect(formatFiscalQuarter(fiscalQuarterOf(date, { startMonth, namedAfter: 'end' }))).toBe(byEnd);
    expect(formatFiscalQuarter(fiscalQuarterOf(date, { startMonth, namedAfter: 'start' }))).toBe(byStart);
  });

  it('changes at midnight of the last day of the year', () => {
    expect(formatFiscalQuarter(fiscalQuarterOf(day('2025-06-30'), JULY))).toBe('FY25-Q4');
    expect(formatFiscalQuarter(fiscalQuarterOf(day('2025-07-01'), JULY))).toBe('FY26-Q1');
    expect(formatFiscalQuarter(fiscalQuarterOf(day('2025-12-31'), JULY))).toBe('FY26-Q2');
    expect(formatFiscalQuarter(fiscalQuarterOf(day('2026-01-01'), JULY))).toBe('FY26-Q3');
  });

  it('is the quarter whose days hold the day, for any start month and naming', () => {
    const calendar = fc.record({
      startMonth: fc.constantFrom(...STARTS),
      namedAfter: fc.constantFrom('end' as const, 'start' as const),
    });
    fc.assert(
      fc.property(calendar, fc.integer({ min: 0, max: 20_000 }), (chosen, days) => {
        const date = addDays(day('2001-01-01'), days);
        const { from, to } = rangeOfQuarter(fiscalQuarterOf(date, chosen), chosen);
        expect(from <= date && date <= to, `${date} in ${from} to ${to}`).toBe(true);
      }),
    );
  });
});

describe('months and days of a fiscal year', () => {
  it.each(STARTS)('a year that starts in month %i has twelve months and its number by its naming', (startMonth) => {
    const months = monthsOfYear(year('FY26'), { startMonth, namedAfter: 'end' });
    expect(months).toHaveLength(12);
    expect(new Set(months).size).toBe(12);
    expect(months.at(-1)!.slice(0, 4)).toBe('2026');
    expect(monthsOfYear(year('FY26'), { startMonth, namedAfter: 'start' })[0]!.slice(0, 4)).toBe('2026');
  });

  it.each(STARTS)(
    'the four quarters of a year that starts in month %i follow each other without a gap',
    (startMonth) => {
      const calendar: FiscalCalendar = { startMonth, namedAfter: 'end' };
      const whole = rangeOfYear(year('FY24'), calendar);
      const quarters = [1, 2, 3, 4].map((number) => rangeOfQuarter(quarter(`FY24-Q${number}`), calendar));
      expect(quarters[0]!.from).toBe(whole.from);
      expect(quarters[3]!.to).toBe(whole.to);
      for (const [index, { from }] of quarters.slice(1).entries()) expect(from).toBe(addDays(quarters[index]!.to, 1));
    },
  );

  it('names the months of the third quarter of a July year', () => {
    expect(monthsOfQuarter(quarter('FY26-Q3'), JULY)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(rangeOfQuarter(quarter('FY26-Q3'), JULY)).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(rangeOfYear(year('FY26'), JULY)).toEqual({ from: '2025-07-01', to: '2026-06-30' });
  });

  it('knows the leap day: a quarter that ends in February ends on the 29th in 2024 and not in 2100', () => {
    const march: FiscalCalendar = { startMonth: 3, namedAfter: 'end' };
    expect(rangeOfQuarter(quarter('FY24-Q4'), march).to).toBe('2024-02-29');
    expect(rangeOfQuarter(quarter('FY25-Q4'), march).to).toBe('2025-02-28');
    const days = ({ from, to }: ReturnType<typeof rangeOfYear>) => daysBetween(from, to) + 1;
    expect(days(rangeOfYear(year('FY24'), JULY))).toBe(366);
    expect(days(rangeOfYear(year('FY26'), JULY))).toBe(365);
  });
});

describe('completed quarters', () => {
  const names = (date: string, count: number) =>
    completedQuarters(day(date), count, JULY).map((each) => formatFiscalQuarter(each));

  it('leaves out the running quarter', () => {
    expect(names('2026-02-28', 4)).toEqual(['FY25-Q3', 'FY25-Q4', 'FY26-Q1', 'FY26-Q2']);
  });

  it('counts a quarter from its last day on, not a day before', () => {
    expect(names('2026-03-30', 1)).toEqual(['FY26-Q2']);
    expect(names('2026-03-31', 1)).toEqual(['FY26-Q3']);
    expect(names('2026-04-01', 1)).toEqual(['FY26-Q3']);
  });

  it('runs back over the turn of the year, oldest first', () => {
    expect(names('2025-07-01', 6)).toEqual(['FY24-Q3', 'FY24-Q4', 'FY25-Q1', 'FY25-Q2', 'FY25-Q3', 'FY25-Q4']);
  });

  it('always ends with the quarter before the one the next day lies in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...STARTS), (days, startMonth) => {
        const calendar: FiscalCalendar = { startMonth, namedAfter: 'end' };
        const date = addDays(day('2001-01-01'), days);
        const last = completedQuarters(date, 4, calendar).at(-1)!;
        expect(addQuarters(last, 1)).toEqual(fiscalQuarterOf(addDays(date, 1), calendar));
      }),
    );
  });
});
