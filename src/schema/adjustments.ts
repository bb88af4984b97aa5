import * as z from 'zod';
import { entryId, line, money, plainDate, prose, side, yearMonth } from './values.ts';

/** The one figure that a correction may change: the bookings of a month, on which results, forecast, coverage and tiers rest. */
const CORRECTED_FIGURE = 'bookings';

/** A correction changes a number once it is accepted; a dispute is a flag beside one. */
const ADJUSTMENT_KINDS = ['correction', 'dispute'] as const;
const ADJUSTMENT_STATUSES = ['open', 'accepted', 'rejected', 'withdrawn'] as const;

const adjustment = z
  .strictObject({
    id: entryId,
    kind: z.enum(ADJUSTMENT_KINDS).describe('A correction changes bookings once accepted; a dispute changes no number'),
    figure: z
      .string()
      .regex(/^[a-z][a-z0-9_]*$/, 'a figure is written as `cam why` names it, for example bookings_ytd')
      .describe('The figure it is about, as `cam why` names it; a correction is about bookings'),
    month: yearMonth.optional().describe('The month whose bookings a correction changes'),
    amount: money
      .refine((amount) => amount !== 0, 'a correction of zero changes nothing')
      .optional()
      .describe("What a correction adds to the month, or takes from it with a minus, in the partner's currency"),
    reason: line.describe('Why, in a sentence both sides may read: it is printed for the partner'),
    side: side.describe('Which side raised it'),
    by: line.describe('Who raised it'),
    recorded: plainDate.describe('The day it was noted'),
    reference: line.optional().describe('What proves it: an invoice, an order, a ticket'),
    status: z.enum(ADJUSTMENT_STATUSES).default('open'),
    settled: plainDate
      .optional()
      .describe('The day it was accepted, rejected or withdrawn; a correction holds from then on'),
    settled_by: line.optional().describe('Who settled it'),
    decision: line.optional().describe('What was found, in a few words'),
    notes: prose.optional().describe('Never printed in a partner edition'),
  })
  .refine(({ kind, figure }) => kind === 'dispute' || figure === CORRECTED_FIGURE, {
    message: 'only bookings are corrected; raise a dispute about any other figure',
    path: ['figure'],
  })
  .refine(({ kind, month }) => kind === 'dispute' || month !== undefined, {
    message: 'a correction names its month',
    path: ['month'],
  })
  .refine(({ kind, amount }) => (kind === 'correction') === (amount !== undefined), {
    message: 'a correction has an amount, a dispute has none',
    path: ['amount'],
  })
  .refine(({ status, settled }) => (status === 'open') === (settled === undefined), {
    message: 'what is accepted, rejected or withdrawn has the day it was settled, what is open has none',
    path: ['settled'],
  })
  .refine(({ recorded, settled }) => settled === undefined || settled >= recorded, {
    message: 'it cannot be settled before it was recorded',
    path: ['settled'],
  });

/** `adjustments.yaml`: corrections and disputes with their reasons. Identity: `id` within the file; nothing is ever deleted. */
export const adjustmentsSchema = z
  .strictObject({ adjustments: z.array(adjustment).default([]) })
  .describe('Corrections of figures and disputes about them, dated, with their reasons');

export type Adjustment = z.output<typeof adjustmentsSchema>['adjustments'][number];
