import type { NumberFormat } from './number-format.ts';

/** What stands in a cell: text, a plain number, or a number whose format names a currency or per cent. */
export type SheetCell = string | number | FormattedNumber;

interface FormattedNumber {
  /** In per cent where `percent` is set: 45 for 45 %. */
  readonly value: number;
  readonly currency?: string;
  readonly percent?: true;
}

/** Stands in the cell of a formula that no program has computed yet. */
export const NO_RESULT = '#NO RESULT!';

const DAY_SECONDS = 86_400;
/** The last day spreadsheets know, 31 December 9999, and the day after. */
const END_OF_DAYS = 2_958_466;
/** Days from 1 January 1900 to 1 January 1904, where old workbooks of the Mac start to count. */
const DAYS_TO_1904 = 1462;

/** A number as its format means it: dates become `YYYY-MM-DD`, with ` HH:MM:SS` where the format shows a time and one is set. */
export function numberCell(value: number, format: NumberFormat | undefined, from1904: boolean): SheetCell {
  switch (format?.kind) {
    case 'date':
      return dateText(value + (from1904 ? DAYS_TO_1904 : 0), format.showsTime) ?? value;
    case 'time':
      // A day with a time is sometimes shown by its time only.
      return value < 1 ? (timeText(value) ?? value) : (dateText(value + (from1904 ? DAYS_TO_1904 : 0), true) ?? value);
    case 'percent':
      // 0.07 times 100 is 7.000000000000001 in binary.
      return { value: Number((value * 100).toPrecision(15)), percent: true };
    case 'currency':
      return { value, currency: format.currency };
    case 'padded':
      return Number.isInteger(value) && value >= 0 ? String(value).padStart(format.digits, '0') : value;
    default:
      return value;
  }
}

/** A date as newer files may write it, 2026-03-14T00:00:00, in the same form as all others. */
export function isoDateCell(text: string): string {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(text) ?? [];
  if (date === undefined) return text;
  return time === undefined || time === '00:00:00' ? date : `${date} ${time}`;
}

function dateText(days: number, showsTime: boolean): string | undefined {
  if (!(days >= 0 && days < END_OF_DAYS)) return undefined;
  const seconds = Math.round(days * DAY_SECONDS);
  const day = showsTime ? Math.floor(seconds / DAY_SECONDS) : Math.floor(days);
  const time = showsTime ? seconds - day * DAY_SECONDS : 0;
  return time === 0 ? dayText(day) : `${dayText(day)} ${clock(time)}`;
}

/** Day 60 is 29 February 1900, which never was: spreadsheets keep it for the sake of an older program. */
function dayText(day: number): string {
  if (day === 0) return '1900-01-00';
  if (day === 60) return '1900-02-29';
  return civilDate(day - (day < 60 ? 25_568 : 25_569));
}

/**
 * Year, month and day of a day counted from 1 January 1970, by Howard Hinnant's `civil_from_days`: a date object for each cell takes
 * longer than reading the cell.
 */
function civilDate(fromEpoch: number): string {
  const days = fromEpoch + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${pad(month)}-${pad(day)}`;
}

function pad(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function timeText(value: number): string | undefined {
  const seconds = Math.round(value * DAY_SECONDS);
  return seconds >= 0 && seconds < DAY_SECONDS ? clock(seconds) : undefined;
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map(pad).join(':');
}
