import {
  formatFiscalQuarter,
  formatFiscalYear,
  parseFiscalYear,
  type FiscalQuarter,
  type FiscalYear,
} from '../../units/fiscal-quarter.ts';
import { parsePlainDate } from '../../units/plain-date.ts';
import { monthOf, parseYearMonth, yearMonth, type YearMonth } from '../../units/year-month.ts';

/** A span of time as a header or a cell names it. */
export type WrittenPeriod =
  | { readonly kind: 'month'; readonly month: YearMonth }
  | { readonly kind: 'quarter'; readonly quarter: FiscalQuarter }
  | { readonly kind: 'year'; readonly year: FiscalYear }
  /** `Q1`: which year it is stands elsewhere. */
  | { readonly kind: 'quarter of a year'; readonly quarter: FiscalQuarter['quarter'] }
  /** `Jul`: the month's number in the calendar, 1 to 12. */
  | { readonly kind: 'month of a year'; readonly month: number };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_WORD =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTH_THEN_YEAR = new RegExp(`^${MONTH_WORD}\\.?[-/ ,']*(\\d{4}|\\d{2})$`);
const YEAR_THEN_MONTH = new RegExp(`^(\\d{4})[-/ ]*${MONTH_WORD}$`);
const MONTH_ALONE = new RegExp(`^${MONTH_WORD}$`);
const QUARTER_THEN_YEAR = /^(?:q|quarter )([1-4])[-/ ']*fy ?'?((?:20)?\d{2})$/;
const YEAR_THEN_QUARTER = /^fy ?'?((?:20)?\d{2})[-/ ]*(?:q|quarter )([1-4])$/;
const QUARTER_ALONE = /^(?:q|quarter ?)([1-4])$/;
const YEAR_ALONE = /^fy ?'?((?:20)?\d{2})$/;
/** What stands around the period in a header and says nothing about it. */
const AROUND =
  /\b(target|quota|plan|goal|budget|amount|revenue|sales|bookings|annual|total|in|for|usd|eur|gbp)\b|[()$€£]/g;

/**
 * The period a header or a cell names: `2025-07`, `07/2025`, `Jul-25`, `July 2025`, the day a spreadsheet keeps for a month
 * (`2025-07-01`), `FY26-Q1`, `Q1 FY2026`, `FY26`, `Q1`, `Jul`. Words such as "target" around it do not count. A calendar year or quarter
 * (`2026`, `Q1 2026`) is not taken: fiscal years are written FY26.
 */
export function readPeriod(written: string): WrittenPeriod | undefined {
  const text = written.toLowerCase().replaceAll('_', ' ').replace(AROUND, ' ').replace(/\s+/g, ' ').trim();
  return monthIn(text) ?? quarterIn(text) ?? yearIn(text) ?? partOfYear(text);
}

/** A period that needs nothing else to be known, as files hold it: `2026-02`, `FY26-Q3`, `FY26`; undefined for any other. */
export function periodText(period: WrittenPeriod): string | undefined {
  if (period.kind === 'month') return period.month;
  if (period.kind === 'quarter') return formatFiscalQuarter(period.quarter);
  return period.kind === 'year' ? formatFiscalYear(period.year) : undefined;
}

function monthIn(text: string): WrittenPeriod | undefined {
  const numeric = /^(\d{4})[-/. ](\d{1,2})$/.exec(text) ?? swap(/^(\d{1,2})[-/. ](\d{4})$/.exec(text));
  if (numeric) return monthOfNumbers(Number(numeric[1]), Number(numeric[2]));
  const day = parsePlainDate(text.replace(/ \d{2}:\d{2}:\d{2}$/, ''));
  // A spreadsheet keeps a month as its first day; any other day is a day.
  if (day?.endsWith('-01')) return { kind: 'month', month: monthOf(day) };
  const named = MONTH_THEN_YEAR.exec(text) ?? swap(YEAR_THEN_MONTH.exec(text));
  return named ? monthOfNumbers(fullYear(named[2]!), numberOfMonth(named[1]!)) : undefined;
}

function swap(match: RegExpExecArray | null): readonly string[] | undefined {
  return match ? [match[0], match[2]!, match[1]!] : undefined;
}

function monthOfNumbers(year: number, month: number): WrittenPeriod | undefined {
  if (month < 1 || month > 12) return undefined;
  const found = parseYearMonth(yearMonth(year, month));
  return found && { kind: 'month', month: found };
}

function quarterIn(text: string): WrittenPeriod | undefined {
  const match = YEAR_THEN_QUARTER.exec(text) ?? swap(QUARTER_THEN_YEAR.exec(text));
  const year = match && parseFiscalYear(`FY${match[1]}`);
  return year
    ? { kind: 'quarter', quarter: { year, quarter: Number(match[2]) as FiscalQuarter['quarter'] } }
    : undefined;
}

function yearIn(text: string): WrittenPeriod | undefined {
  const match = YEAR_ALONE.exec(text);
  const year = match && parseFiscalYear(`FY${match[1]}`);
  return year ? { kind: 'year', year } : undefined;
}

function partOfYear(text: string): WrittenPeriod | undefined {
  const quarter = QUARTER_ALONE.exec(text);
  if (quarter) return { kind: 'quarter of a year', quarter: Number(quarter[1]) as FiscalQuarter['quarter'] };
  const month = MONTH_ALONE.exec(text);
  return month ? { kind: 'month of a year', month: numberOfMonth(month[1]!) } : undefined;
}

function numberOfMonth(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3)) + 1;
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}
