import { addQuarters } from '../../units/fiscal-quarter.ts';
import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { addDays, daysBetween, earlier } from '../../units/plain-date.ts';
import { sentence } from '../../units/sentence.ts';
import { amount, change, date } from '../../units/value.ts';
import {
  completedQuarters,
  rangeOfQuarter,
  sameDaysLastYear,
  twelveMonthsTo,
  type DateRange,
} from '../fiscal-calendar.ts';
import type { Figure } from '../figure.ts';
import type { PerformanceBasis } from './basis.ts';
import { spanFigure, workings } from './figure-parts.ts';
import { restatementOf } from './restated.ts';
import { dealSources } from './sources.ts';

/** Bookings beside the quarter and the year before, day for day, and over longer spans. Amounts in the partner's currency. */
export function comparisonFigures(basis: PerformanceBasis) {
  const { review, bookings } = basis;
  const toDate = { from: review.yearRange.from, to: review.results };
  const quarterToDate = { from: review.quarterRange.from, to: review.results };
  const { span: yearBefore, ...lastYearFigure } = spanFigure(
    basis,
    'Last year, to the same day',
    sameDaysLastYear(toDate),
  );
  const { span: quarterYearBefore, ...sameQuarter } = spanFigure(
    basis,
    'Same quarter last year, to the same day',
    sameDaysLastYear(quarterToDate),
  );
  const { span: quarterBefore, ...lastQuarter } = spanFigure(
    basis,
    'Last quarter, to the same day',
    sameDaysOfLastQuarter(basis),
  );
  const { span: _twelve, ...trailing_12_months } = spanFigure(
    basis,
    'Trailing twelve months',
    twelveMonthsTo(review.results),
  );
  const { span: _four, ...trailing_four_quarters } = spanFigure(basis, 'Last four quarters', lastFourQuarters(basis));
  const won = bookings.between(toDate).amount;
  const wonInQuarter = bookings.between(quarterToDate).amount;
  return {
    bookings_last_quarter: lastQuarter,
    bookings_last_year: lastYearFigure,
    bookings_quarter_last_year: sameQuarter,
    change_vs_last_year: changeFigure(basis, 'Change on last year', won, yearBefore.amount),
    change_quarter_vs_last_year: changeFigure(
      basis,
      'Change on the same quarter last year',
      wonInQuarter,
      quarterYearBefore.amount,
    ),
    change_vs_last_quarter: changeFigure(basis, 'Change on last quarter', wonInQuarter, quarterBefore.amount),
    trailing_12_months,
    trailing_four_quarters,
    restated: restatedFigure(basis),
  } satisfies Record<string, Figure>;
}

/** Closed months that the CRM changed since the export before: said on the page, because an earlier page said otherwise. */
function restatedFigure(basis: PerformanceBasis): Figure {
  const restatement = restatementOf(basis);
  return {
    label: isKnown(restatement) ? 'Restated since the earlier export' : 'Restated',
    value: amount(
      whenKnown([restatement], ({ amount: changed }) => changed),
      basis.currency,
    ),
    evidence: {
      formula: 'bookings of the closed months now − what they were at the earlier export',
      ...(isKnown(restatement) && {
        workings: sentence('compared with the data of {day}', { day: date(restatement.since) }),
      }),
      sources: dealSources(basis),
    },
  };
}

function changeFigure(basis: PerformanceBasis, label: string, now: Known<number>, before: Known<number>): Figure {
  const difference = whenKnown([now, before], (a, b) =>
    b > 0 ? a / b - 1 : missing('nothing booked in the compared period'),
  );
  return {
    label,
    value: change(difference),
    evidence: { formula: 'now ÷ before − 1', ...workings(now, before, basis.currency), sources: dealSources(basis) },
  };
}

/** The first days of the quarter before, as many as this one has run; all of it once this one is complete. */
function sameDaysOfLastQuarter({ review }: PerformanceBasis): DateRange {
  const before = rangeOfQuarter(addQuarters(review.quarter, -1), review.calendar);
  if (review.results === review.quarterRange.to) return before;
  return {
    from: before.from,
    to: earlier(before.to, addDays(before.from, daysBetween(review.quarterRange.from, review.results))),
  };
}

function lastFourQuarters({ review }: PerformanceBasis): DateRange {
  const quarters = completedQuarters(review.results, 4, review.calendar);
  return {
    from: rangeOfQuarter(quarters[0]!, review.calendar).from,
    to: rangeOfQuarter(quarters[3]!, review.calendar).to,
  };
}
