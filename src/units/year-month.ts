import { daysInMonth, type PlainDate } from './plain-date.ts';

/** A calendar month, written `2026-02`; months compare as text. */
export type YearMonth = string & { readonly unit: 'YearMonth' };

/** Reads `YYYY-MM`; undefined when the text is no month of the years 1900 to 2199. */
export function parseYearMonth(text: string): YearMonth | undefined {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month] = [Number(match[1]), Number(match[2])];
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 ? (text as YearMonth) : undefined;
}

/** The month of a year and a month number (1–12); numbers outside run into the neighbouring years. */
export function yearMonth(year: number, month: number): YearMonth {
  const index = year * 12 + (month - 1);
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as YearMonth;
}

/** The month a date lies in. */
export function monthOf(date: PlainDate): YearMonth {
  return date.slice(0, 7) as YearMonth;
}

/** The month `months` later (earlier when negative). */
export function addMonths(month: YearMonth, months: number): YearMonth {
  const { year, month: number } = partsOfMonth(month);
  return yearMonth(year, number + months);
}

/** First day of a month. */
export function firstDay(month: YearMonth): PlainDate {
  return `${month}-01` as PlainDate;
}

/** Last day of a month. */
export function lastDay(month: YearMonth): PlainDate {
  const { year, month: number } = partsOfMonth(month);
  return `${month}-${daysInMonth(year, number)}` as PlainDate;
}

/** Year and month number (1–12). */
export function partsOfMonth(month: YearMonth): { year: number; month: number } {
  return { year: Number(month.slice(0, 4)), month: Number(month.slice(5, 7)) };
}
