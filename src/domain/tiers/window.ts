import { formatFiscalQuarter, formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { addDays, partsOfDate, type PlainDate } from '../../units/plain-date.ts';
import { addMonths, firstDay, lastDay, yearMonth } from '../../units/year-month.ts';
import {
  completedQuarters,
  fiscalQuarterOf,
  rangeOfQuarter,
  rangeOfYear,
  type DateRange,
  type FiscalCalendar,
} from '../fiscal-calendar.ts';

/** The days a requirement looks at, seen from one day; `as-of` looks at the day alone. */
export interface RequirementWindow {
  readonly range: DateRange;
  /** `FY26`, `FY26-Q1 to FY26-Q4`, `the 12 months to 30 June`: undefined where the day alone counts. */
  readonly words?: string;
}

/**
 * The window of a requirement on a day.
 * @param window `fiscal-year`, `trailing-four-quarters`, `rolling-months-12` or `as-of`, as the tiers template writes it
 */
export function windowOn(window: string, day: PlainDate, calendar: FiscalCalendar): RequirementWindow {
  if (window === 'fiscal-year') {
    const { year } = fiscalQuarterOf(day, calendar);
    return { range: rangeOfYear(year, calendar), words: formatFiscalYear(year) };
  }
  if (window === 'trailing-four-quarters') {
    const quarters = completedQuarters(day, 4, calendar);
    const [first, last] = [quarters[0]!, quarters.at(-1)!];
    return {
      range: { from: rangeOfQuarter(first, calendar).from, to: rangeOfQuarter(last, calendar).to },
      words:
        first.quarter === 1
          ? formatFiscalYear(first.year)
          : `${formatFiscalQuarter(first)} to ${formatFiscalQuarter(last)}`,
    };
  }
  const months = /^rolling-months-(\d+)$/.exec(window);
  if (!months) return { range: { from: day, to: day } };
  return { range: { from: addDays(monthsBefore(day, Number(months[1])), 1), to: day }, words: `${months[1]} months` };
}

/** The same day some months earlier; a month's last day meets the last day of the other month. */
function monthsBefore(day: PlainDate, months: number): PlainDate {
  const { year, month, day: dayOfMonth } = partsOfDate(day);
  const target = addMonths(yearMonth(year, month), -months);
  const last = lastDay(target);
  if (day === lastDay(yearMonth(year, month))) return last;
  const same = addDays(firstDay(target), dayOfMonth - 1);
  return same < last ? same : last;
}
