import type { FiscalQuarter } from '../units/fiscal-quarter.ts';
import { earlier, type PlainDate } from '../units/plain-date.ts';
import {
  fiscalQuarterOf,
  rangeOfQuarter,
  rangeOfYear,
  type DateRange,
  type FiscalCalendar,
} from './fiscal-calendar.ts';

/** The period a page reviews and its two dates. Every range ends at a date of the review, so nothing later is counted. */
export interface Review {
  readonly calendar: FiscalCalendar;
  readonly asOf: PlainDate;
  readonly quarter: FiscalQuarter;
  /** Results are counted up to this day: the quarter's end, or the as-of day while the quarter runs. */
  readonly results: PlainDate;
  /** The pipeline stands as of this day: the newest export up to as-of. */
  readonly pipeline: PlainDate;
  readonly yearRange: DateRange;
  readonly quarterRange: DateRange;
}

/**
 * The review of a quarter as of a day.
 *
 * While the quarter runs, results end with the newest export when that is older than as-of: comparing bookings that nobody
 * has exported yet with a plan that runs on would show a gap that is none.
 *
 * @param exports days of the partner's exports, in any order; later ones than as-of are not known yet
 */
export function reviewOf(options: {
  readonly calendar: FiscalCalendar;
  readonly asOf: PlainDate;
  readonly quarter?: FiscalQuarter;
  readonly exports: readonly PlainDate[];
}): Review {
  const { calendar, asOf } = options;
  const quarter = options.quarter ?? fiscalQuarterOf(asOf, calendar);
  const quarterRange = rangeOfQuarter(quarter, calendar);
  const newest = options.exports
    .filter((day) => day <= asOf)
    .sort()
    .at(-1);
  const pipeline = newest ?? asOf;
  const end = earlier(quarterRange.to, asOf);
  const results = newest !== undefined && newest >= quarterRange.from ? earlier(end, newest) : end;
  return { calendar, asOf, quarter, results, pipeline, yearRange: rangeOfYear(quarter.year, calendar), quarterRange };
}
