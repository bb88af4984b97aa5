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
  /** What moved is counted from the newest export up to this day; without one, from the export before the pipeline date. */
  readonly since?: PlainDate;
  readonly yearRange: DateRange;
  readonly quarterRange: DateRange;
}

/**
 * The review of a quarter as of a day; without a quarter, of the one the newest export lies in.
 *
 * Results end with the newest export when that is older than the quarter's end: comparing bookings that nobody has exported
 * yet with a plan that runs on would show a gap that is none. An export from before the quarter therefore gives results that
 * end before it begins: such a quarter cannot be reviewed yet.
 *
 * @param exports days of the partner's exports, in any order; later ones than as-of are not known yet
 */
export function reviewOf(options: {
  readonly calendar: FiscalCalendar;
  readonly asOf: PlainDate;
  readonly quarter?: FiscalQuarter;
  readonly since?: PlainDate;
  readonly exports: readonly PlainDate[];
}): Review {
  const { calendar, asOf, since } = options;
  const newest = options.exports
    .filter((day) => day <= asOf)
    .sort()
    .at(-1);
  const pipeline = newest ?? asOf;
  const quarter = options.quarter ?? fiscalQuarterOf(pipeline, calendar);
  const quarterRange = rangeOfQuarter(quarter, calendar);
  const results = earlier(quarterRange.to, pipeline);
  const yearRange = rangeOfYear(quarter.year, calendar);
  return { calendar, asOf, quarter, results, pipeline, yearRange, quarterRange, ...(since && { since }) };
}
