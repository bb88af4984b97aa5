import { parseYearMonth } from '../units/year-month.ts';
import { quote } from './check-values.ts';
import type { PartnerReading } from './load-partner.ts';
import type { Problem } from './problem.ts';

/** The fact that stands in for deals; every other metric is read by its period as a whole. */
const BOOKINGS = 'bookings';

/**
 * Bookings that are told by the day, the quarter or the year: one warning a file, at the first such row. They stand in for the deals of a
 * month, and nobody knows how a quarter falls to its months, so no figure counts them.
 */
export function checkBookings({ tables: { facts } }: Pick<PartnerReading, 'tables'>): Problem[] {
  const uncounted = (facts?.value?.rows ?? []).flatMap(({ metric, period }, row) =>
    metric === BOOKINGS && parseYearMonth(period) === undefined ? [{ row, period }] : [],
  );
  const [first, ...others] = uncounted;
  if (!facts || !first) return [];
  const rows = others.length === 0 ? 'this row counts' : `${uncounted.length} such rows count`;
  return [
    facts.problemAt(first.row, 'period', {
      severity: 'warning',
      message: `${quote(first.period)} is no month, and bookings are counted by month: ${rows} as nothing`,
      written: first.period,
      remedy: 'Write a row for each month instead, with a period such as 2026-02.',
    }),
  ];
}
