import * as z from 'zod';
import { DEAL_TYPES } from './cam-config.ts';
import { growth, money, quantity, share, sourceOf } from './plan-values.ts';
import { line } from './values.ts';

/** Twelve shares that average 100, so that a year sells as much as without them; a little room for rounding. */
const YEAR_OF_SHARES = 1200;
const ROUNDING = 0.6;

/** What every offer has. */
const offer = {
  title: line,
  ramp_months: z.number().min(1).max(36).optional().describe('Months until full pace, in a straight line'),
  ramp_curve_percent: z
    .array(z.number().min(0).max(200))
    .min(1)
    .max(36)
    .optional()
    .describe('In place of ramp_months: the share of full pace in month 1, 2 …; after the last it stays'),
  seasonality_percent: z
    .array(z.number().min(0).max(YEAR_OF_SHARES))
    .length(12, 'seasonality has twelve numbers, one for each month from the one in which the plan starts')
    .refine((months) => Math.abs(sum(months) - YEAR_OF_SHARES) <= ROUNDING, {
      error: ({ input }) =>
        `the twelve numbers average ${average(input as number[])}; they must average 100, so that a year sells what it would without them`,
    })
    .optional()
    .describe('Each month against a usual one, in the year from the month in which the plan starts; 100 on average'),
  annual_deal_growth_percent: growth.default(0),
  annual_price_uplift_percent: growth.default(0),
  products: z
    .array(line)
    .optional()
    .describe('Whose own deals this offer is planned from: those of these products; left out: of every other product'),
  deal_types: z
    .array(z.enum(DEAL_TYPES))
    .optional()
    .describe('Whose own deals this offer is planned from: those of these types; left out: new business'),
  source_of: sourceOf,
};

const recurring = {
  recurring_attach_percent: share.default(0).describe('Share of new customers that take the recurring service'),
  monthly_recurring_per_customer: money.default(0),
  recurring_margin_percent: share.default(0),
  monthly_churn_percent: share.default(0),
};

const registered = {
  registered_share_percent: share.default(0),
  registration_margin_percent: share.default(0),
};

/** What a partner sells, counted the way it thinks of it. */
export const productLine = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('deals'),
      ...offer,
      deals_per_month: quantity,
      average_product_deal: money,
      product_margin_percent: share,
      ...registered,
      rebate_percent: share.default(0),
      ...recurring,
    }),
    z.strictObject({
      kind: z.literal('orders'),
      ...offer,
      active_resellers: quantity,
      orders_per_reseller_month: quantity,
      average_order: money,
      product_margin_percent: share,
      ...registered,
      rebate_percent: share.default(0),
      ...recurring,
    }),
    z.strictObject({
      kind: z.literal('seats'),
      ...offer,
      new_customers_per_month: quantity,
      seats_per_customer: quantity,
      price_per_seat_month: money,
      vendor_price_per_seat_month: money,
      delivery_cost_per_seat_month: money.default(0),
      monthly_churn_percent: share.default(0),
      tickets_per_customer_month: quantity.default(0),
      ticket_price: money.default(0),
      ticket_margin_percent: share.default(0),
    }),
    z.strictObject({
      kind: z.literal('licences'),
      ...offer,
      new_customers_per_month: quantity,
      licence_value: money,
      embedded_platform_percent: share,
      hosting_percent: share.default(0),
      ...registered,
      maintenance_percent_per_year: share.default(0),
      maintenance_margin_percent: share.default(0),
      monthly_churn_percent: share.default(0),
    }),
    z.strictObject({
      kind: z.literal('fees'),
      ...offer,
      introductions_per_month: quantity,
      close_rate_percent: share,
      customer_order: money,
      fee_percent: share,
      ...recurring,
    }),
  ])
  .refine(({ ramp_months: months, ramp_curve_percent: curve }) => months !== undefined || curve !== undefined, {
    error: 'how it gets to full pace is missing: ramp_months, or ramp_curve_percent for a curve of its own',
  })
  .transform(withoutReplacedRamp);

/** A curve takes the place of the straight ramp that starting numbers bring along. */
function withoutReplacedRamp<
  Offer extends { ramp_months?: number | undefined; ramp_curve_percent?: number[] | undefined },
>(given: Offer): Offer {
  if (!given.ramp_curve_percent) return given;
  const { ramp_months: _replaced, ...rest } = given;
  return rest as Offer;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function average(numbers: readonly number[]): string {
  return (sum(numbers) / numbers.length).toFixed(1);
}
