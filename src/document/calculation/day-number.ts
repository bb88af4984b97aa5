import { addDays, daysBetween, type PlainDate } from '../../units/plain-date.ts';

/** Spreadsheets count the days from here; their first two months, which hold a day that never was, are not counted with. */
const FIRST_DAY = '1899-12-30' as PlainDate;

/** The number that spreadsheets have for a day from 1 March 1900 on. */
export function dayNumber(day: PlainDate): number {
  return daysBetween(FIRST_DAY, day);
}

/** The day that has a number. */
export function dayOf(number: number): PlainDate {
  return addDays(FIRST_DAY, Math.floor(number));
}
