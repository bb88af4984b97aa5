import { addDays, addWeeks, DAYS_A_WEEK, weekday, type PlainDate } from '../../units/plain-date.ts';
import type { DateRange } from '../fiscal-calendar.ts';

const WEEKS = 13;

/**
 * The thirteen weeks a quarter is planned in. They begin on Mondays, as campaigns do; the first takes in the days from the quarter's first
 * one to its nearest Monday (a stub of up to three days is no week of its own), and the last runs to the quarter's end, so that every day
 * of the quarter is in exactly one of them.
 */
export function weeksOfQuarter({ from, to }: DateRange): readonly DateRange[] {
  const day = weekday(from) - 1;
  const nearestMonday = addDays(from, day <= DAYS_A_WEEK / 2 ? -day : DAYS_A_WEEK - day);
  return Array.from({ length: WEEKS }, (_, index) => ({
    from: index === 0 ? from : addWeeks(nearestMonday, index),
    to: index === WEEKS - 1 ? to : addDays(addWeeks(nearestMonday, index), DAYS_A_WEEK - 1),
  }));
}

/** Where a day lies among the weeks: the number of its week from 1 on, or outside of them. */
export type WeekPlace = number | 'before' | 'after';

/** The week a day lies in. */
export function weekOf(day: PlainDate, weeks: readonly DateRange[]): WeekPlace {
  if (day < weeks[0]!.from) return 'before';
  const index = weeks.findIndex(({ to }) => day <= to);
  return index < 0 ? 'after' : index + 1;
}
