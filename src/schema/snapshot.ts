import * as z from 'zod';
import { DEAL_STATUSES } from './cam-config.ts';
import { currency, money, plainDate, yearMonth } from './values.ts';

const snapshotDeal = z.strictObject({
  key: z.string().describe('source:id'),
  status: z.enum(DEAL_STATUSES),
  stage: z.string().optional(),
  amount: money.optional(),
  currency: currency.optional(),
  close_date: plainDate.optional(),
});

/**
 * `snapshots/2026-09-30.json`: figures as they stood on the date of their source. Identity: the date. A second export of the
 * same day replaces the first. Comparisons use the latest snapshot strictly before the compared date.
 */
export const snapshotSchema = z.strictObject({
  schemaVersion: z.literal(1),
  date: plainDate,
  currency,
  sources: z.array(z.strictObject({ file: z.string(), rows: z.int().min(0), sha256: z.string().optional() })),
  open: z.strictObject({ amount: money.nullable(), deals: z.int().min(0), withoutAmount: z.int().min(0) }),
  bookings: z.array(z.strictObject({ month: yearMonth, amount: money, deals: z.int().min(0) })),
  deals: z.array(snapshotDeal).describe('Open deals as they stood; closed ones are in the month totals').optional(),
});

export type Snapshot = z.output<typeof snapshotSchema>;
