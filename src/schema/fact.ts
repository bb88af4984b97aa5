import * as z from 'zod';
import { singleLine } from '../units/clean-text.ts';
import { parseFiscalQuarter, parseFiscalYear } from '../units/fiscal-quarter.ts';
import { parsePlainDate } from '../units/plain-date.ts';
import { parseYearMonth } from '../units/year-month.ts';

/** Whether a text is the period of a fact: a month, a quarter, a year or a day. */
export const isPeriod = (text: string): boolean =>
  [parseYearMonth, parsePlainDate, parseFiscalQuarter, parseFiscalYear].some((parse) => parse(text) !== undefined);

/**
 * One row of `facts.csv`: a figure that no deal carries (bookings of a month without deals, services revenue, satisfaction,
 * point of sale, partner profit). Identity: metric and period. Deals win over facts for a month; the two are never added.
 */
export const factSchema = z.strictObject({
  metric: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, 'a metric is written in lower case with underscores, for example services_revenue')
    .meta({ cell: 'text' })
    .describe('What is measured, for example services_revenue'),
  period: z
    .string()
    .refine(isPeriod, 'a period is a month 2026-02, a quarter FY26-Q3, a year FY26 or a day 2026-02-28')
    .meta({ cell: 'text' })
    .describe('A month 2026-02, a quarter FY26-Q3, a year FY26 or a day 2026-02-28'),
  value: z
    .string()
    .regex(/^\s*-?\d+(\.\d+)?\s*$/, 'a number is written with a point and without thousands, for example 1240.50')
    .transform(Number)
    .meta({ cell: 'number' })
    .describe('The figure'),
  currency: z
    .string()
    .regex(/^([A-Z]{3})?$/, 'a three-letter code, or empty')
    .transform((code) => code || undefined)
    .meta({ cell: 'text' })
    .optional()
    .describe('Three-letter code, where the figure is money'),
  source: z
    .string()
    .max(500)
    .transform((text) => singleLine(text) || undefined)
    .meta({ cell: 'text' })
    .optional()
    .describe('Where the figure comes from'),
});

export type Fact = z.output<typeof factSchema>;
