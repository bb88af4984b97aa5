import type { CamConfig } from '../schema/cam-config.ts';
import { addQuarters, type FiscalQuarter, type FiscalYear } from '../units/fiscal-quarter.ts';
import { addDays, oneYearEarlier, partsOfDate, type PlainDate } from '../units/plain-date.ts';
import { addMonths, firstDay, lastDay, yearMonth, type YearMonth } from '../units/year-month.ts';

/** How a vendor's year runs: the month it starts in (1–12) and whether FY26 ends or starts in 2026. */
export interface FiscalCalendar {
  readonly startMonth: number;
  readonly namedAfter: 'end' | 'start';
}

/** How the territory's fiscal year runs. */
export function fiscalCalendarOf({ fiscal_year: year }: Pick<CamConfig, 'fiscal_year'>): FiscalCalendar {
  return { startMonth: year.start_month, namedAfter: year.named_after };
}

/** A span of days, both ends counted. */
export interface DateRange {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The fiscal quarter a date lies in: fiscal month = ((month − start) mod 12) + 1, quarter = ceil(fiscal month / 3). */
export function fiscalQuarterOf(date: PlainDate, calendar: FiscalCalendar): FiscalQuarter {
  const { year, month } = partsOfDate(date);
  const fiscalMonth = ((month - calendar.startMonth + 12) % 12) + 1;
  const startYear = month >= calendar.startMonth ? year : year - 1;
  return {
    year: (startYear + yearsAhead(calendar)) as FiscalYear,
    quarter: Math.ceil(fiscalMonth / 3) as FiscalQuarter['quarter'],
  };
}

/** The twelve months of a fiscal year, first to last. */
export function monthsOfYear(year: FiscalYear, calendar: FiscalCalendar): YearMonth[] {
  const first = yearMonth(year - yearsAhead(calendar), calendar.startMonth);
  return Array.from({ length: 12 }, (_, index) => addMonths(first, index));
}

/** The three months of a fiscal quarter. */
export function monthsOfQuarter({ year, quarter }: FiscalQuarter, calendar: FiscalCalendar): YearMonth[] {
  return monthsOfYear(year, calendar).slice((quarter - 1) * 3, quarter * 3);
}

/** First and last day of a fiscal year. */
export function rangeOfYear(year: FiscalYear, calendar: FiscalCalendar): DateRange {
  return rangeOfMonths(monthsOfYear(year, calendar));
}

/** First and last day of a fiscal quarter. */
export function rangeOfQuarter(quarter: FiscalQuarter, calendar: FiscalCalendar): DateRange {
  return rangeOfMonths(monthsOfQuarter(quarter, calendar));
}

/** The last `count` quarters that were complete on a date, oldest first; a quarter is complete on its last day. */
export function completedQuarters(date: PlainDate, count: number, calendar: FiscalCalendar): FiscalQuarter[] {
  const next = fiscalQuarterOf(addDays(date, 1), calendar);
  return Array.from({ length: count }, (_, index) => addQuarters(next, index - count));
}

/**
 * The same days of the year before. A month's last day meets last year's last day of that month, so that 28 February meets a
 * leap year's 29th.
 */
export function sameDaysLastYear({ from, to }: DateRange): DateRange {
  return { from: oneYearEarlier(from), to: sameDayLastYear(to) };
}

/** The twelve months that end with a day. */
export function twelveMonthsTo(day: PlainDate): DateRange {
  return { from: addDays(sameDayLastYear(day), 1), to: day };
}

function sameDayLastYear(day: PlainDate): PlainDate {
  const next = addDays(day, 1);
  return next.endsWith('-01') ? addDays(oneYearEarlier(next), -1) : oneYearEarlier(day);
}

function rangeOfMonths(months: readonly YearMonth[]): DateRange {
  return { from: firstDay(months[0]!), to: lastDay(months.at(-1)!) };
}

/** Years between the calendar year a fiscal year starts in and its number. */
function yearsAhead({ startMonth, namedAfter }: FiscalCalendar): 0 | 1 {
  return namedAfter === 'end' && startMonth > 1 ? 1 : 0;
}
