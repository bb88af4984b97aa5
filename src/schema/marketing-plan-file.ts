import * as z from 'zod';
import { mdfClaim, mdfRequest } from './mdf-request.ts';
import { changesAfterAgreement } from './plan-change.ts';
import { money, quantity, share } from './plan-values.ts';
import { currency, entryId, fiscalQuarter, line, plainDate, positiveMoney, prose } from './values.ts';

/** From the first choice of tactics to the proof of what they returned. */
const PLAN_STATUSES = ['draft', 'agreed', 'running', 'verified'] as const;

/** Where a part of what was agreed stands, a campaign by its id: `campaigns.spring-webinar.cost_lines.Rooms and food`. */
const termPlace = z.string().min(1).max(1000);

/** What a goal counts. */
export const GOAL_MEASURES = ['inquiries', 'qualified-leads', 'won-deals', 'revenue'] as const;

const goal = z.strictObject({
  id: entryId.describe('A goal of the tactic library'),
  measure: z.enum(GOAL_MEASURES).optional(),
  target: quantity.optional().describe('The number to reach in the quarter'),
});

/** Leads that came to a stage, by the id of the stage; what is left out is unknown, not zero. */
const counts = z.record(entryId, quantity);

const actual = z.strictObject({
  on: plainDate.describe('The day the numbers are of'),
  source: line.optional().describe('Who said so'),
  spend: positiveMoney.optional(),
  counts: counts
    .default({})
    .describe('Leads by stage; a stage left out is counted from leads.csv and the won deals of the campaign'),
  pipeline: positiveMoney.optional(),
  revenue: positiveMoney.optional(),
  runs: z.int().min(1).max(100).default(1).describe('How often it has been run by now, earlier quarters included'),
});

/** What a partner does once in a quarter, from its dates and costs to what came of it. */
export const campaign = z
  .strictObject({
    id: entryId.describe('Also the campaign that leads.csv and deals.csv name'),
    tactic: entryId.describe('A tactic of the library'),
    title: line.optional().describe("Otherwise the tactic's"),
    goals: z.array(entryId).optional().describe('Otherwise those goals of the plan that the tactic serves'),
    product_focus: line.optional(),
    audience: z.strictObject({ size: quantity, who: line.optional() }).optional(),
    response_rate_percent: share.optional(),
    cost_per_lead: positiveMoney
      .optional()
      .describe('In place of the response rate: inquiries are the total cost through it'),
    cost_lines: z.record(line, money).optional(),
    funding_share_percent: share.optional().describe('What MDF pays; 0 where none is asked for'),
    rates_percent: z.array(share).max(9).optional().describe('One a step from stage to stage'),
    days_per_stage: z.array(quantity).max(9).optional(),
    revenue_per_deal: positiveMoney.optional(),
    margin_per_deal: positiveMoney.optional().describe("The partner's own, services and first recurring year included"),
    start: plainDate.describe('First day it is run'),
    end: plainDate.optional().describe('Last day; otherwise as long as the tactic runs'),
    first_spend: plainDate.optional().describe('Day on which money is first committed'),
    owner: line.optional().describe('Who runs it'),
    follow_up: z
      .strictObject({
        owner: line,
        days: z.int().min(0).max(60).optional().describe('Working days until a lead is called'),
      })
      .optional(),
    lead_list: line.optional().describe('Who keeps the list of leads, where the campaign id is not in the CRM'),
    verify_on: plainDate.optional().describe('Day on which it is verified'),
    request: mdfRequest.optional(),
    claim: mdfClaim.optional(),
    actual: actual.optional(),
    notes: prose.optional().describe('Never printed in a partner edition'),
  })
  .superRefine(({ start, end, claim, request }, context) => {
    if (end !== undefined && end < start) {
      context.addIssue({
        code: 'custom',
        path: ['end'],
        message: 'a tactic does not end before it starts',
        input: end,
      });
    }
    if (claim && !request) {
      context.addIssue({
        code: 'custom',
        path: ['claim'],
        message: 'there is no request that it belongs to',
        input: claim,
      });
    }
  });

/** `marketing/FY26-Q4.yaml`: the marketing plan of one partner for one quarter, and afterwards what came of it. */
export const marketingPlanFileSchema = z
  .strictObject({
    quarter: fiscalQuarter.describe('The quarter in which its tactics run'),
    status: z.enum(PLAN_STATUSES).default('draft'),
    begun: plainDate.optional().describe('The day it was first written'),
    started_from: line.optional().describe('The quarter or the partner whose plan it was at first'),
    agreed: z.strictObject({ on: plainDate, partner: line, vendor: line }).optional(),
    currency,
    goals: z.array(goal).default([]),
    target_revenue: positiveMoney
      .optional()
      .describe('What the tactics shall bring in all; the page says what it takes'),
    budget: positiveMoney.optional().describe('The most both sides spend'),
    campaigns: z.array(campaign).default([]),
    reviews: z
      .strictObject({ owner: line.optional(), dates: z.array(plainDate).default([]) })
      .prefault({})
      .describe('When the pipeline of the campaigns is looked at, and by whom'),
    changes: changesAfterAgreement(termPlace, z.union([z.number(), prose])).describe(
      'What was changed after it was agreed, the newest last; written by cam',
    ),
    notes: prose.optional().describe('Never printed in a partner edition'),
  })
  .superRefine(({ status, agreed, campaigns }, context) => {
    if (status !== 'draft' && !agreed) {
      const message = `a plan that is ${status} says who agreed to it and when`;
      context.addIssue({ code: 'custom', path: ['status'], message, input: status });
    }
    for (const [index, { id }] of campaigns.entries()) {
      if (campaigns.findIndex((other) => other.id === id) === index) continue;
      context.addIssue({
        code: 'custom',
        path: ['campaigns', index, 'id'],
        message: 'another campaign has the same id',
        input: id,
      });
    }
  })
  .describe('Marketing plan of a partner for one quarter');

export type MarketingPlan = z.output<typeof marketingPlanFileSchema>;
export type Campaign = MarketingPlan['campaigns'][number];
export type CampaignActual = NonNullable<Campaign['actual']>;
