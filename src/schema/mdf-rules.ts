import * as z from 'zod';
import { condition } from './condition.ts';
import { money, share } from './plan-values.ts';
import { entryId, line } from './values.ts';

const days = z.int().min(0).max(365);

/** What a request for market development funds must keep to. */
export const mdfRules = z.strictObject({
  funding_share_percent: share.describe('What MDF pays of a tactic that has no share of its own'),
  new_partner: z.strictObject({
    quarters: z.int().min(0).max(20).describe('Full quarters after signing in which a partner is new'),
    funding_share_percent: share,
    most: money.describe('The most a new partner asks for in a fiscal year'),
  }),
  target_return: z.strictObject({
    pipeline_per_unit: z.number().min(0).describe('Of pipeline for each unit of MDF'),
    source: line.optional(),
  }),
  gates: z.array(line).default([]),
  deadlines: z.strictObject({
    submit_days_before_first_spend: days,
    vendor_answer_working_days: days,
    results_days_after_end: days,
    claim_days_after_end: days,
    payment_days_after_complete_claim: days,
    unspent_warning_days_before_end: days,
  }),
  not_funded: z.array(line).default([]),
  checks: z
    .array(
      z.strictObject({
        id: entryId,
        holds: condition,
        say: z.string().min(1).max(400).describe('What is wrong; {name} prints a figure'),
        blocks: z.boolean().default(true).describe('false: it only warns'),
      }),
    )
    .default([]),
});
