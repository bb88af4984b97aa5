import * as z from 'zod';
import { entryId, line, plainDate, positiveMoney } from './values.ts';

/**
 * From the first draft to the money. A rejected request may be corrected and sent again, a declined one is closed; an approved one that
 * is not claimed in time expires.
 */
const REQUEST_STATES = [
  'draft',
  'submitted',
  'approved',
  'rejected',
  'declined',
  'claimed',
  'paid',
  'expired',
] as const;

/** The request for funds of one tactic; what it asks for follows from the tactic and its costs. */
export const mdfRequest = z
  .strictObject({
    fund: entryId.describe('Line of funds.yaml that is asked'),
    status: z.enum(REQUEST_STATES).default('draft'),
    requester: line.optional().describe('Who asks, for the partner'),
    description: line.optional(),
    product_focus: line.optional(),
    submitted: plainDate.optional(),
    amount_requested: positiveMoney
      .optional()
      .describe('Written when it is submitted; until then it follows from the costs'),
    decided: plainDate.optional().describe('Day of the answer'),
    decided_by: line.optional(),
    amount_approved: positiveMoney.optional(),
    reimbursement_percent: z
      .number()
      .min(0)
      .max(100)
      .optional()
      .describe('Of the actual cost, at most the approved amount'),
    claim_by: plainDate.optional().describe('Last day of the claim'),
    reason: line.optional().describe('Why it was rejected or declined'),
    brand_approval: plainDate.optional(),
    terms_accepted: plainDate.optional(),
  })
  .superRefine((request, context) => {
    const needs: Partial<Record<(typeof REQUEST_STATES)[number], readonly (keyof typeof request)[]>> = {
      submitted: ['submitted', 'amount_requested'],
      approved: ['submitted', 'decided', 'amount_approved'],
      rejected: ['reason'],
      declined: ['reason'],
    };
    for (const key of needs[request.status] ?? []) {
      if (request[key] !== undefined) continue;
      const message = `a request that is ${request.status} needs ${key}`;
      context.addIssue({ code: 'custom', path: [key], message, input: request });
    }
  });

/** What is handed in for the money after the campaign. */
export const mdfClaim = z.strictObject({
  date: plainDate,
  actual_cost: positiveMoney,
  amount: positiveMoney
    .optional()
    .describe('What is claimed; otherwise it follows from the cost and what was approved'),
  invoice_ids: z.array(line).default([]),
  proof: z.array(entryId).default([]).describe('Kinds of proof that are attached'),
  paid: plainDate.optional(),
  lessons: line.optional(),
});

export type MdfRequest = z.output<typeof mdfRequest>;
export type MdfClaim = z.output<typeof mdfClaim>;
export type RequestState = MdfRequest['status'];
