/** A calendar date without time or zone, written `2026-02-28`; dates compare as text. */
export type PlainDate = string & { readonly unit: 'PlainDate' };

const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MILLISECONDS = 86_400_000;
const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Reads `YYYY-MM-DD`; undefined when the text is no real date of the years 1900 to 2199. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = DATE_PATTERN.exec(text);
  if (!match) return undefined;
  return isDay(Number(match[1]), Number(match[2]), Number(match[3])) ? (text as PlainDate) : undefined;
}

/** The date of a year, a month (1–12) and a day; undefined when there is no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined;
  return isDay(year, month, day) ? (`${year}-${pad(month)}-${pad(day)}` as PlainDate) : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= daysInMonth(year, month);
}

/** Days in a month (1–12) of a year, leap years included. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : DAYS_OF_MONTHS[month - 1]!;
}

/** Days of a week. */
export const DAYS_A_WEEK = 7;

/** The date `days` later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(toDayNumber(date) * DAY_MILLISECONDS + days * DAY_MILLISECONDS)
    .toISOString()
    .slice(0, 10) as PlainDate;
}

/** The date so many weeks later (earlier when negative). */
export function addWeeks(date: PlainDate, weeks: number): PlainDate {
  return addDays(date, weeks * DAYS_A_WEEK);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Year, month (1–12) and day of a date. */
export function partsOfDate(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The same day of the year before; 29 February becomes 28 February. */
export function oneYearEarlier(date: PlainDate): PlainDate {
  const { year, month, day } = partsOfDate(date);
  return `${year - 1}-${pad(month)}-${pad(Math.min(day, daysInMonth(year - 1, month)))}` as PlainDate;
}

/** The day of the week: 1 for Monday to 7 for Sunday. */
export function weekday(date: PlainDate): number {
  // Day 0, 1 January 1970, was a Thursday.
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday that a day is, or the next one. */
export function mondayFrom(date: PlainDate): PlainDate {
  return addDays(date, (8 - weekday(date)) % 7);
}

/**
 * The date so many working days later, Monday to Friday; public holidays are not known. The first working day after a weekend is its Monday.
 * @param days 0 or more
 */
export function addWorkingDays(date: PlainDate, days: number): PlainDate {
  if (days === 0) return date;
  const day = weekday(date);
  const friday = day > 5 ? addDays(date, 5 - day) : date;
  const counted = Math.min(day, 5) - 1 + days;
  return addDays(friday, days + 2 * Math.floor(counted / 5));
}

/** The earlier of two dates. */
export function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}

function toDayNumber(date: PlainDate): number {
  const { year, month, day } = partsOfDate(date);
  return Date.UTC(year, month - 1, day) / DAY_MILLISECONDS;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
