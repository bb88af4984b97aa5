import { isKnown, isMissing, missing, type Known } from '../../units/missing.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { firstDay, lastDay, type YearMonth } from '../../units/year-month.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import { sum } from '../deals-at.ts';
import { monthsOfYear } from '../fiscal-calendar.ts';
import { snapshotsToCompare } from '../movement/movement.ts';
import type { PerformanceBasis } from './basis.ts';

/** How much the CRM changed months that were already closed at an earlier export. */
export interface Restatement {
  /** Date of the export compared with. */
  readonly since: PlainDate;
  /** Bookings of the closed months of the fiscal year up to the results date now, less what they were then. */
  readonly amount: Known<number>;
  /** Every month that was closed then and says something else now, whatever its year; oldest first. */
  readonly months: readonly RestatedMonth[];
}

export interface RestatedMonth {
  readonly month: YearMonth;
  /** In the partner's currency. */
  readonly before: number;
  readonly now: Known<number>;
}

/**
 * Compares closed months with the export that the review is compared with. Unknown without one. Both sides are what deals say as they
 * stand on the day of the data: a running month grows, that is no restatement; corrections and facts change no export.
 */
export function restatementOf(basis: PerformanceBasis): Known<Restatement> {
  const { files, review, currency } = basis;
  const inCurrency = files.snapshots.filter(({ currency: then }) => then === currency);
  const { before } = snapshotsToCompare(inCurrency, { on: review.pipeline, since: review.since });
  if (isMissing(before)) return before;
  const isStated = statedBy(before);
  const ofYear = monthsOfYear(review.quarter.year, review.calendar).filter(
    (month) => lastDay(month) <= before.date && firstDay(month) <= review.results,
  );
  const compared = (months: readonly YearMonth[]) =>
    months
      .filter(isStated)
      .map((month) => ({ month, before: bookedThen(before, month), now: bookedNow(basis, month) }));
  return {
    since: before.date,
    amount: ofYear.length === 0 ? missing('no month was closed at the earlier export') : differenceOf(compared(ofYear)),
    months: compared([...monthsBooked(basis, before)].sort()).filter(isRestated),
  };
}

/** Months that were closed at an export. History from before its first booking was not loaded then: that it is now restates nothing. */
function statedBy({ date, bookings }: Snapshot): (month: YearMonth) => boolean {
  const [first] = bookings.map(({ month }) => month).sort();
  return (month) => lastDay(month) <= date && (first === undefined || month >= first);
}

function differenceOf(months: readonly RestatedMonth[]): Known<number> {
  const unknown = months.map(({ now }) => now).find(isMissing);
  return unknown ?? sum(months.map(({ now, before }) => (isKnown(now) ? now - before : 0)));
}

/** Months of which the earlier export or the data of today knows bookings. */
function monthsBooked({ coverage }: PerformanceBasis, { bookings }: Snapshot): ReadonlySet<YearMonth> {
  return new Set([...bookings.map(({ month }) => month), ...coverage.bookings.months]);
}

function bookedThen({ bookings }: Snapshot, wanted: YearMonth): number {
  return sum(bookings.filter(({ month }) => month === wanted).map(({ amount }) => amount));
}

/** What the deals of a month say on the day of the data: a fact stands in only for a month without deals, of which no export says anything. */
function bookedNow({ coverage }: PerformanceBasis, month: YearMonth): Known<number> {
  const { factMonths, booked } = coverage.bookings.between({ from: firstDay(month), to: lastDay(month) });
  return factMonths.length > 0 ? 0 : booked;
}

function isRestated({ before, now }: RestatedMonth): boolean {
  return !isKnown(now) || Math.abs(now - before) >= HALF_A_CENT;
}

const HALF_A_CENT = 0.005;
