import * as z from 'zod';
import { condition } from './condition.ts';
import { productLine } from './plan-offers.ts';
import { interviewQuestion } from './plan-interview.ts';
import { planQuestions } from './plan-questions.ts';
import { role } from './plan-role.ts';
import { growth, money, month, quantity, share, sourceOf } from './plan-values.ts';
import { currency, entryId, line } from './values.ts';

const service = z.strictObject({
  title: line,
  sold_with: entryId.describe('The offer it is sold with'),
  attach_percent: share,
  value_per_deal: money,
  margin_percent: share,
  lag_months: z.int().min(0).max(35).default(0).describe('Months from the sale until it is delivered'),
  source_of: sourceOf,
});

const investment = z.strictObject({ title: line, month, amount: money, source_of: sourceOf });

/** The numbers of a plan, all of them optional but what is sold. */
const numbers = {
  product_lines: z.record(entryId, productLine),
  services: z.record(entryId, service).default({}),
  staff: z.record(entryId, role).default({}),
  annual_pay_rise_percent: growth.default(0),
  investments: z.record(entryId, investment).default({}),
  initial_investment: money.default(0),
  marketing: z
    .strictObject({
      fixed_per_month: money.default(0),
      share_of_revenue_percent: share.default(0),
      mdf_funded_percent: share.default(0),
    })
    .prefault({}),
  overhead_percent_of_revenue: share.default(0),
  annual_discount_rate_percent: share.default(10),
};

/** The numbers of one plan. */
export const planNumbersSchema = z.strictObject(numbers).superRefine(refuseUnsoldServices);

/** The numbers that plans of one type of partner start from. */
const startingNumbers = z
  .strictObject({ title: line, note: z.string().optional(), ...numbers })
  .superRefine(refuseUnsoldServices);

/** A service is sold with an offer of the same plan. */
function refuseUnsoldServices(
  { product_lines, services }: Pick<PlanNumbers, 'product_lines' | 'services'>,
  context: z.RefinementCtx,
): void {
  const offers = Object.keys(product_lines);
  for (const [id, { sold_with: offer }] of Object.entries(services)) {
    if (offers.includes(offer)) continue;
    const message = `the offers of this plan are ${offers.join(', ')}`;
    context.addIssue({ code: 'custom', path: ['services', id, 'sold_with'], message, input: offer });
  }
}

/** What a scenario does to the base numbers. */
export const scenarioMultipliers = z.strictObject({
  deals: z.number().min(0).max(10),
  deal_size: z.number().min(0).max(10),
  ramp_months: z.number().min(0.1).max(10),
  services_attach: z.number().min(0).max(10),
  recurring_attach: z.number().min(0).max(10),
  churn: z.number().min(0).max(10),
  margins: z.number().min(0).max(10),
  mdf_funded_share: z.number().min(0).max(10),
});

const sentenceRule = z.strictObject({ id: entryId, when: condition, text: z.string().min(1).max(400) });

export const SCENARIOS = ['base', 'conservative', 'stretch'] as const;

/** `business-plan-assumptions.yaml`: where a plan starts from, by type of partner, every number with its source. */
export const planAssumptionsSchema = z
  .strictObject({
    id: entryId,
    currency,
    months: z.literal(36),
    default_source: z.string(),
    sources: z.record(
      z.string(),
      z.strictObject({ short: line.describe('In a few words, for a column'), text: line, url: z.string().optional() }),
    ),
    scenarios: z.strictObject({
      multipliers: z.strictObject({
        base: scenarioMultipliers,
        conservative: scenarioMultipliers,
        stretch: scenarioMultipliers,
      }),
    }),
    story: z.strictObject({
      headlines: z.array(sentenceRule).min(1),
      notes: z.array(sentenceRule).default([]),
      advice: z.array(sentenceRule).default([]),
    }),
    interview: z.array(interviewQuestion).min(1).describe('The guided session, in its order'),
    product_margin_cases: z.strictObject({
      software_resale: z.strictObject({ low: share, default: share, high: share, note: z.string().optional() }),
      hardware_heavy: z.strictObject({ default: share, source: z.string().optional(), note: z.string().optional() }),
    }),
    sanity_bands: z.strictObject({
      services_per_product_dollar: z.strictObject({ warn_above: quantity, note: z.string().optional() }),
      net_margin_year_3_percent: z.strictObject({
        low: share,
        good: share,
        source: z.string().optional(),
        exempt: z.array(entryId).default([]),
      }),
      first_deal_month: z.strictObject({
        referral: quantity,
        reseller: quantity,
        source: z.string().optional(),
        note: z.string().optional(),
      }),
      payback_month_base: z.strictObject({ from: month, to: month }),
      discount_rate_percent: z.strictObject({ from: share, to: share }),
    }),
    tier_terms: z
      .record(entryId, z.array(z.enum(['registration_margin_percent', 'rebate_percent'])))
      .default({})
      .describe('By type of partner: the numbers that a plan takes from the tier of the partner, where it has one'),
    questions: planQuestions,
    sensitivity_swing_percent: share,
    history: z
      .strictObject({
        source: line.optional(),
        least_wins: z
          .int()
          .min(1)
          .max(1000)
          .describe('Own wins of twelve months that an offer needs to be planned from them'),
        one_deal_above_percent: share.describe('A deal that is more of the won amount is left out of the average'),
        least_services_months: z.int().min(1).max(12).describe('Months of own services revenue that are needed'),
        significant_figures: z
          .int()
          .min(1)
          .max(9)
          .describe('To how many figures own numbers and converted amounts are rounded'),
        retention_fact: z.string().describe('The fact that says which share of customers stays a year, as a ratio'),
      })
      .describe("When the partner's own figures replace starting numbers"),
    types: z.record(entryId, startingNumbers),
  })
  .superRefine(({ tier_terms: terms, types }, context) => {
    for (const type of Object.keys(terms).filter((id) => !(id in types))) {
      const params = { allowed: Object.keys(types) };
      context.addIssue({
        code: 'custom',
        path: ['tier_terms', type],
        message: 'there is no such type',
        params,
        input: type,
      });
    }
  });

export type PlanAssumptions = z.output<typeof planAssumptionsSchema>;
export type PlanNumbers = z.output<z.ZodObject<typeof numbers>>;
export type ProductLine = PlanNumbers['product_lines'][string];
export type ScenarioName = (typeof SCENARIOS)[number];
export type ScenarioMultipliers = z.output<typeof scenarioMultipliers>;
