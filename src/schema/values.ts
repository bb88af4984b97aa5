import * as z from 'zod';
import { cleanText, singleLine } from '../units/clean-text.ts';
import { parseFiscalQuarter, parseFiscalYear, type FiscalQuarter, type FiscalYear } from '../units/fiscal-quarter.ts';
import { parsePlainDate, type PlainDate } from '../units/plain-date.ts';
import { parseYearMonth, type YearMonth } from '../units/year-month.ts';

/** A date as people type it: 2026-02-28. */
export const plainDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written YYYY-MM-DD, for example 2026-02-28')
  .refine((text) => parsePlainDate(text) !== undefined, 'there is no such day')
  .transform((text) => text as PlainDate)
  .describe('A date, YYYY-MM-DD');

/** A month as people type it: 2026-02. */
export const yearMonth = z
  .string()
  .refine((text) => parseYearMonth(text) !== undefined, 'a month is written YYYY-MM, for example 2026-02')
  .transform((text) => text as YearMonth)
  .describe('A month, YYYY-MM');

/** A fiscal year as people type it: FY26. */
export const fiscalYear = z
  .string()
  .refine((text) => parseFiscalYear(text) !== undefined, 'a fiscal year is written FY26')
  .transform((text): FiscalYear => parseFiscalYear(text)!)
  .describe('A fiscal year, FY26');

/** A fiscal quarter as people type it: FY26-Q3. */
export const fiscalQuarter = z
  .string()
  .refine((text) => parseFiscalQuarter(text) !== undefined, 'a fiscal quarter is written FY26-Q3')
  .transform((text): FiscalQuarter => parseFiscalQuarter(text)!)
  .describe('A fiscal quarter, FY26-Q3');

/** One line of text; white space and characters no document may hold are cleaned. */
export const line = z
  .string()
  .max(500, 'at most 500 characters')
  .transform(singleLine)
  .pipe(z.string().min(1, 'must not be empty'));

/** Text of several lines. */
export const prose = z.string().max(5000, 'at most 5,000 characters').transform(cleanText);

/** ISO 4217 code. */
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'a currency is written as its three-letter code, for example USD');

/** Money: any finite number below a quadrillion. */
export const money = z.number().min(-1e15).max(1e15);

/** Money that cannot be negative. */
export const positiveMoney = z.number().min(0, 'must not be negative').max(1e15);

/** Name of a partner's folder. */
export const PARTNER_ID_PATTERN = /^[a-z0-9][a-z0-9-]{0,79}$/;
export const partnerId = z
  .string()
  .regex(PARTNER_ID_PATTERN, 'an id has lower-case letters, digits and hyphens, at most 80');

/** Id of an entry within a file. */
export const entryId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/i, 'an id has letters, digits and hyphens');

/** Which side of the partnership. */
export const side = z.enum(['partner', 'vendor']);
