import type { FiscalYear } from '../units/fiscal-quarter.ts';
import { daysBetween, type PlainDate } from '../units/plain-date.ts';
import { firstDay, lastDay, type YearMonth } from '../units/year-month.ts';
import type { Target } from '../schema/partner.ts';
import { sum } from './deals-at.ts';
import { monthsOfYear, rangeOfYear, type DateRange, type FiscalCalendar } from './fiscal-calendar.ts';

/** What was agreed for a fiscal year, ready to be asked for any span of days. */
export interface Plan {
  readonly year: FiscalYear;
  readonly agreed: PlainDate;
  /** `months`: months as planned, a month in part by its days. `days`: only the year is agreed and every day counts alike. */
  readonly basis: 'months' | 'days';
  readonly total: number;
  readonly months: readonly { readonly month: YearMonth; readonly amount: number }[];
  /** Planned amount of a span of days; days outside the fiscal year plan nothing. */
  between(range: DateRange): number;
}

/**
 * The plan of a fiscal year as it was agreed on a day: the newest entry on or before it. Raising a target later does not
 * rewrite what an earlier page said. Undefined when nothing was agreed by then.
 */
export function planInForce(
  targets: readonly Target[],
  { year, on, calendar }: { readonly year: FiscalYear; readonly on: PlainDate; readonly calendar: FiscalCalendar },
): Plan | undefined {
  const target = targets
    .filter((entry) => entry.fiscal_year === year && entry.agreed <= on)
    .sort((a, b) => (a.agreed < b.agreed ? -1 : 1))
    .at(-1);
  if (!target) return undefined;
  const months = monthsOfYear(year, calendar);
  const yearRange = rangeOfYear(year, calendar);
  const monthly = monthlyAmounts(target);
  const perDay = (target.annual ?? 0) / (daysBetween(yearRange.from, yearRange.to) + 1);
  const amounts = months.map((month, index) => ({
    month,
    amount: monthly?.[index] ?? perDay * overlapDays(rangeOfMonth(month), yearRange),
  }));
  return {
    year,
    agreed: target.agreed,
    basis: monthly ? 'months' : 'days',
    total: target.annual ?? sum(monthly!),
    months: amounts,
    between: (range) =>
      sum(
        amounts.map(({ month, amount }) => {
          const days = rangeOfMonth(month);
          return (amount * overlapDays(days, range)) / overlapDays(days, days);
        }),
      ),
  };
}

function monthlyAmounts({ months, quarters }: Target): readonly number[] | undefined {
  return months ?? quarters?.flatMap((amount) => [amount / 3, amount / 3, amount / 3]);
}

function rangeOfMonth(month: YearMonth): DateRange {
  return { from: firstDay(month), to: lastDay(month) };
}

/** Days two spans share, both ends counted. */
export function overlapDays(a: DateRange, b: DateRange): number {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return Math.max(0, daysBetween(from, to) + 1);
}
