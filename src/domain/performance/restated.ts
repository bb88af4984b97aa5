import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { firstDay, lastDay } from '../../units/year-month.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import { sum } from '../deals-at.ts';
import { monthsOfYear } from '../fiscal-calendar.ts';
import type { PerformanceBasis } from './basis.ts';

/** How much the CRM changed months that were already closed when the page was last made from an export. */
export interface Restatement {
  /** Date of the export compared with. */
  readonly since: PlainDate;
  /** Bookings of those months now, less what they were then. */
  readonly amount: Known<number>;
}

/**
 * Compares the closed months of the fiscal year with the latest snapshot strictly before the pipeline date. Unknown without one.
 * Only months that ended by the snapshot's date count: a running month grows, that is no restatement. Corrections are none either:
 * the export did not change, and they are said by themselves.
 */
export function restatementOf(basis: PerformanceBasis): Known<Restatement> {
  const { files, review, bookings, currency } = basis;
  const before = files.snapshots
    .filter(({ date, currency: then }) => date < review.pipeline && then === currency)
    .at(-1);
  if (!before) return missing('no earlier export on record');
  const closed = monthsOfYear(review.quarter.year, review.calendar).filter((month) => lastDay(month) <= before.date);
  if (closed.length === 0) return missing('no month was closed at the earlier export');
  const now = closed.map((month) => bookings.between({ from: firstDay(month), to: lastDay(month) }).booked);
  const unknown = now.find((amount) => !isKnown(amount));
  const total: Known<number> = unknown ?? sum(now.filter(isKnown));
  return {
    since: before.date,
    amount: whenKnown([total], (known) => known - bookedThen(before, closed)),
  };
}

function bookedThen({ bookings }: Snapshot, months: readonly string[]): number {
  return sum(bookings.filter(({ month }) => months.includes(month)).map(({ amount }) => amount));
}
