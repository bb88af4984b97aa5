import type { ModelValueKind } from '../../../document/model-value-kind.ts';
import type { PlanInput } from './plan-inputs.ts';

/** How a number of the plan is called, what kind it is, and in which unit; `{currency}` is the plan's. */
export interface InputWords {
  readonly label: string;
  readonly kind: ModelValueKind;
  readonly unit: string;
}

const words = (label: string, kind: ModelValueKind, unit: string): InputWords => ({ label, kind, unit });

/** By the name the number has in the plan's file. */
export const INPUT_WORDS: Readonly<Record<string, InputWords>> = {
  deals_per_month: words('New deals a month, after ramp', 'number', 'deals'),
  new_customers_per_month: words('New customers a month, after ramp', 'number', 'customers'),
  introductions_per_month: words('Introductions a month, after ramp', 'number', 'introductions'),
  active_resellers: words('Active resellers, after ramp', 'number', 'resellers'),
  orders_per_reseller_month: words('Orders of a reseller', 'number', 'a month'),
  close_rate_percent: words('Introductions that buy', 'share', 'of introductions'),
  ramp_months: words('Months to full pace', 'months', 'months'),
  ramp_curve_percent: words('Share of full pace in month {month}', 'share', 'of full pace'),
  seasonality_percent: words('Month {month} of a year against a usual one', 'share', 'of a usual month'),
  annual_deal_growth_percent: words('Yearly growth of new deals', 'share', 'a year'),
  annual_price_uplift_percent: words('Yearly price increase', 'share', 'a year'),
  average_product_deal: words('Average product deal', 'amount', '{currency}'),
  average_order: words('Average order', 'amount', '{currency}'),
  customer_order: words('Average order of a customer', 'amount', '{currency}'),
  licence_value: words('Licence of a customer', 'amount', '{currency}'),
  fee_percent: words('Fee', 'share', 'of the order'),
  product_margin_percent: words('Product margin', 'share', 'of revenue'),
  registered_share_percent: words('Registered deals', 'share', 'of revenue'),
  registration_margin_percent: words('Registration margin', 'share', 'of registered revenue'),
  rebate_percent: words('Rebate', 'share', 'of revenue'),
  recurring_attach_percent: words('Customers who take the recurring service', 'share', 'of deals'),
  monthly_recurring_per_customer: words('Monthly fee of a customer', 'amount', '{currency}'),
  recurring_margin_percent: words('Margin on the recurring service', 'share', 'of revenue'),
  monthly_churn_percent: words('Customers lost a month', 'share', 'of customers'),
  seats_per_customer: words('Seats of a customer', 'number', 'seats'),
  price_per_seat_month: words('Price of a seat', 'number', '{currency} a month'),
  vendor_price_per_seat_month: words("The vendor's price of a seat", 'number', '{currency} a month'),
  delivery_cost_per_seat_month: words('Tools and desk time of a seat', 'number', '{currency} a month'),
  tickets_per_customer_month: words('Tickets outside the contract', 'number', 'a customer and month'),
  ticket_price: words('Price of a ticket', 'amount', '{currency}'),
  ticket_margin_percent: words('Margin on tickets', 'share', 'of revenue'),
  embedded_platform_percent: words('Embedded platform', 'share', 'of the licence'),
  hosting_percent: words('Hosting', 'share', 'of the licence'),
  maintenance_percent_per_year: words('Maintenance', 'share', 'of the licence a year'),
  maintenance_margin_percent: words('Margin on maintenance', 'share', 'of revenue'),
  attach_percent: words('Sold with', 'share', 'of deals'),
  value_per_deal: words('Value', 'amount', '{currency} a deal'),
  margin_percent: words('Margin', 'share', 'of revenue'),
  lag_months: words('Delivered after', 'months', 'months'),
  fte: words('People', 'number', 'full time'),
  per_step: words('Hired in steps of', 'number', 'deals or customers'),
  fte_per_step: words('People a step', 'number', 'full time'),
  minimum_fte: words('At least', 'number', 'full time'),
  annual_loaded_cost: words('Loaded cost of one', 'amount', '{currency} a year'),
  from_month: words('From month', 'months', 'month'),
  to_month: words('To month', 'months', 'month'),
  month: words('In month', 'months', 'month'),
  amount: words('Amount', 'amount', '{currency}'),
  fixed_per_month: words('Marketing, fixed', 'amount', '{currency} a month'),
  share_of_revenue_percent: words('Marketing, by revenue', 'share', 'of revenue'),
  mdf_funded_percent: words('Marketing paid by MDF', 'share', 'of spend'),
  annual_pay_rise_percent: words('Yearly pay rise', 'share', 'a year'),
  initial_investment: words('Starting investment', 'amount', '{currency}'),
  overhead_percent_of_revenue: words('Overhead', 'share', 'of revenue'),
  annual_discount_rate_percent: words('Discount rate', 'share', 'a year'),
};

/** Numbers that only the scenarios change, by their key. */
const SCENARIO_WORDS: Readonly<Record<string, InputWords>> = {
  margins: words('Margins', 'factor', 'times base'),
  ramp_pace: words('Time the ramp curves take', 'factor', 'times base'),
};

/** The words of a number of the model, in the currency of its plan. */
export function wordsOfInput({ key, at, position }: PlanInput, currency: string): InputWords {
  const parts = at.split('.');
  const field = parts.at(position === undefined ? -1 : -2)!;
  const { label, kind, unit } = SCENARIO_WORDS[key] ?? INPUT_WORDS[field]!;
  return { kind, label: label.replace('{month}', `${position}`), unit: unit.replace('{currency}', currency) };
}
