import { addQuarters, formatFiscalYear, type FiscalQuarter } from '../../units/fiscal-quarter.ts';
import { addDays, daysBetween, earlier, type PlainDate } from '../../units/plain-date.ts';
import { rangeOfQuarter, rangeOfYear, sameDaysLastYear, type DateRange } from '../fiscal-calendar.ts';
import type { Review } from '../review.ts';

/** A period for which a metric is read. */
export interface MetricSpan {
  /** `Q2`, `Year to date`, `Q1, same days`. */
  readonly label: string;
  readonly kind: 'quarter' | 'year';
  readonly quarter: FiscalQuarter;
  /** The days that count. */
  readonly range: DateRange;
  /** The whole quarter or year they are the first part of. */
  readonly whole: DateRange;
  /** Where a state is asked: the day looked at for deals, and for everything else. */
  readonly day: { readonly deals: PlainDate; readonly others: PlainDate };
  /** A period other than the reviewed one: states are looked up at its end. */
  readonly isPast: boolean;
}

/** The periods of a metric: the quarters of the fiscal year so far, the year to date, and those it is compared with. */
export interface MetricSpans {
  readonly quarters: readonly MetricSpan[];
  readonly toDate: MetricSpan;
  /** The quarter before, as many days as this one has run; states are compared with its end. */
  readonly quarterBefore: { readonly sameDays: MetricSpan; readonly end: MetricSpan };
  /** The same days of the year before. */
  readonly yearBefore: MetricSpan;
}

/** The periods of a review. A running period ends with the results; states are those of the as-of day, of deals those of the newest export. */
export function metricSpansOf(review: Review): MetricSpans {
  const { quarter, yearRange, results } = review;
  const quarters = Array.from({ length: quarter.quarter }, (_, index) =>
    quarterSpan(review, addQuarters(quarter, index + 1 - quarter.quarter)),
  );
  const before = quarterSpan(review, addQuarters(quarter, -1));
  const isComplete = results >= review.quarterRange.to;
  const elapsed = daysBetween(review.quarterRange.from, results);
  const sameDays = { from: before.range.from, to: earlier(before.whole.to, addDays(before.range.from, elapsed)) };
  const lastYear = sameDaysLastYear({ from: yearRange.from, to: results });
  const sameDay = sameDaysLastYear({ from: yearRange.from, to: review.asOf }).to;
  const yearBeforeQuarter = addQuarters(quarter, -4);
  return {
    quarters,
    toDate: {
      label: 'Year to date',
      kind: 'year',
      quarter,
      range: { from: yearRange.from, to: results },
      whole: yearRange,
      day: { deals: review.pipeline, others: review.asOf },
      isPast: false,
    },
    quarterBefore: {
      sameDays: isComplete ? before : { ...before, label: `${before.label}, same days`, range: sameDays },
      end: before,
    },
    yearBefore: {
      label: `${formatFiscalYear(yearBeforeQuarter.year)}, same days`,
      kind: 'year',
      quarter: yearBeforeQuarter,
      range: lastYear,
      whole: rangeOfYear(yearBeforeQuarter.year, review.calendar),
      day: { deals: sameDaysLastYear({ from: yearRange.from, to: review.pipeline }).to, others: sameDay },
      isPast: true,
    },
  };
}

function quarterSpan(review: Review, quarter: FiscalQuarter): MetricSpan {
  const whole = rangeOfQuarter(quarter, review.calendar);
  return {
    label: `Q${quarter.quarter}`,
    kind: 'quarter',
    quarter,
    range: { from: whole.from, to: earlier(whole.to, review.results) },
    whole,
    day: { deals: earlier(whole.to, review.pipeline), others: earlier(whole.to, review.asOf) },
    isPast: whole.to < review.quarterRange.to,
  };
}
