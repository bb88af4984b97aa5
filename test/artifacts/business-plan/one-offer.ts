import type { PlanNumbers, ProductLine } from '../../../src/schema/business-plan.ts';

/** One offer, no ramp, no growth, nothing else: what is not named is zero. */
export function only(
  line: Partial<Extract<ProductLine, { kind: 'deals' }>>,
  rest: Partial<PlanNumbers> = {},
): PlanNumbers {
  return {
    product_lines: {
      product: {
        kind: 'deals',
        title: 'Product',
        ramp_months: 1,
        annual_deal_growth_percent: 0,
        annual_price_uplift_percent: 0,
        deals_per_month: 1,
        average_product_deal: 1_000,
        product_margin_percent: 20,
        registered_share_percent: 0,
        registration_margin_percent: 0,
        rebate_percent: 0,
        recurring_attach_percent: 0,
        monthly_recurring_per_customer: 0,
        recurring_margin_percent: 0,
        monthly_churn_percent: 0,
        ...line,
      },
    },
    services: {},
    staff: {},
    annual_pay_rise_percent: 0,
    investments: {},
    initial_investment: 0,
    marketing: { fixed_per_month: 0, share_of_revenue_percent: 0, mdf_funded_percent: 0 },
    overhead_percent_of_revenue: 0,
    annual_discount_rate_percent: 0,
    ...rest,
  };
}
