import * as z from 'zod';
import { planNumbersSchema, scenarioMultipliers } from './business-plan.ts';
import { changesAfterAgreement } from './plan-change.ts';
import { currency, fiscalYear, line, plainDate, prose, side } from './values.ts';

/** From the first numbers to the end of its 36 months. */
const PLAN_STATUSES = ['draft', 'agreed', 'in-progress', 'completed'] as const;

const duty = z.enum(['partner', 'vendor', 'both']);

/** Where a number of the plan stands: `product_lines.platform.deals_per_month`. */
const numberPlace = z.string().regex(/^[a-z0-9_.-]+$/i, 'a number is named by its place: staff.seller.fte');

const commitment = z.strictObject({
  side: side.describe('Who answers for it'),
  what: line,
  owner: line.describe('Who sees to it'),
  due: plainDate,
  measure: line.optional().describe('How both sides see that it is done'),
});

const scenario = z.strictObject({
  multipliers: scenarioMultipliers.describe('The base number times'),
  numbers: z
    .record(numberPlace, z.number())
    .default({})
    .describe('Numbers of its own, in place of base times multiplier'),
});

/**
 * `business-plans/FY26.yaml`: the plan of one partner, one a fiscal year. Its numbers stand in it whole, so that other starting numbers
 * never change a plan somebody agreed to.
 */
export const businessPlanFileSchema = z
  .strictObject({
    fiscal_year: fiscalYear.describe('The year of its first month, FY26'),
    starts: plainDate
      .refine((day) => day.endsWith('-01'), 'a plan starts on the first day of a month')
      .describe('First day of month 1'),
    status: z.enum(PLAN_STATUSES).default('draft'),
    begun: plainDate.optional().describe('The day it was first written'),
    started_from: line
      .optional()
      .describe('What its numbers were at first: a type of partner, or the plan of another partner'),
    agreed: z
      .strictObject({
        on: plainDate,
        partner: line.describe('Who agreed for the partner'),
        vendor: line.describe('Who agreed for the vendor'),
      })
      .optional(),
    completed: plainDate.optional(),
    currency,
    actuals_shared: z
      .boolean()
      .default(false)
      .describe('The partner shares its own profit: only then a review shows it against this plan'),
    goals: z.array(line).default([]),
    strategies: z.array(line).default([]),
    product_focus: z.array(line).default([]),
    who_does_what: z
      .strictObject({ awareness: duty, lead_generation: duty, closing: duty, service: duty })
      .partial()
      .default({}),
    commitments: z
      .array(commitment)
      .default([])
      .describe('Proposed; when the plan is agreed they move to commitments.yaml, where their results are kept'),
    numbers: planNumbersSchema,
    scenarios: z.strictObject({ conservative: scenario, stretch: scenario }),
    changes: changesAfterAgreement(numberPlace, z.number()).describe(
      'Numbers changed after it was agreed, the newest last; written by cam',
    ),
    notes: prose.optional().describe('Never printed in a partner edition'),
  })
  .superRefine(({ status, agreed }, context) => {
    if (status === 'draft' || agreed) return;
    context.addIssue({
      code: 'custom',
      path: ['status'],
      message: `a plan that is ${status} says who agreed to it and when`,
      input: status,
    });
  })
  .describe("A partner's business plan over 36 months");

export type BusinessPlan = z.output<typeof businessPlanFileSchema>;

/** What of a plan may be written in a row of a table; the rest is agreed in its file. */
export const planRowSchema = z.strictObject({
  fiscal_year: fiscalYear.describe('The year of its first month; with the partner it names the plan'),
  goals: z.array(line).optional().describe('What both sides want to reach'),
  strategies: z.array(line).optional().describe('How they mean to reach it'),
  product_focus: z.array(line).optional().describe('Which products come first'),
  awareness: duty.optional().describe('Who makes customers aware of the offer'),
  lead_generation: duty.optional().describe('Who finds the leads'),
  closing: duty.optional().describe('Who closes the deals'),
  service: duty.optional().describe('Who serves the customer afterwards'),
  actuals_shared: z
    .boolean()
    .default(false)
    .describe('The partner shares its own profit: only then a review shows it against this plan'),
  notes: prose.optional().describe('Never printed in a partner edition'),
});

/** One number of a plan as a row of a table. */
export const planNumberRowSchema = z.strictObject({
  fiscal_year: fiscalYear.describe('The year of the plan'),
  number: z.string().describe('Its place in the plan: product_lines.platform.deals_per_month'),
  value: z.number().describe('As the plan writes it: a share of 32 % is 32'),
});
