import { parseExpression } from '../../../expression/parse.ts';
import type { Expression } from '../../../expression/expression.ts';

/** What a line is to the whole: lines of one role are added up. */
export type LineRole =
  | 'new_deals'
  | 'customers'
  | 'product_revenue'
  | 'services_revenue'
  | 'recurring_revenue'
  /** What the vendor's product is sold or bought for. */
  | 'product_dollars'
  /** What the partner's own work adds to it where that is no service of the list: desk time, delivery. */
  | 'own_dollars'
  | 'product_profit'
  | 'services_profit'
  | 'recurring_profit'
  | 'registration_margin'
  | 'rebate'
  | 'monthly_recurring';

/** A line that every offer of a kind has; its names are those of the offer. */
export interface OfferLine {
  readonly name: string;
  readonly title: string;
  readonly formula: Expression;
  readonly role?: LineRole;
}

export type OfferKind = 'deals' | 'seats' | 'licences' | 'orders' | 'fees';

const line = (name: string, title: string, formula: string, role?: LineRole): OfferLine => ({
  name,
  title,
  formula: parseExpression(formula),
  ...(role && { role }),
});

const PRICE = line('price', 'Price level', 'power(1 + annual_price_uplift, year)');
const CUSTOMERS = line(
  'customers',
  'Customers served',
  'earlier(customers, 1) * (1 - monthly_churn) + new_deals * recurring_attach',
  'customers',
);

/** New deals after the ramp, grown from year to year. */
const newDeals = (title: string, aMonth: string): readonly OfferLine[] => [
  line('ramp', 'Share of full pace', 'min(1, month / ramp_months)'),
  line('new_deals', title, `${aMonth} * ramp * power(1 + annual_deal_growth, year)`, 'new_deals'),
  PRICE,
];

/** Margin on product revenue, what registration and rebate add to it. */
const PRODUCT_MARGIN: readonly OfferLine[] = [
  line('product_profit', 'Product margin', 'product_revenue * product_margin * margins', 'product_profit'),
  line(
    'registration_earned',
    'Registration margin',
    'product_revenue * registered_share * registration_margin',
    'registration_margin',
  ),
  line('rebate_earned', 'Rebate', 'product_revenue * rebate', 'rebate'),
  line('product_dollars', 'Product sold', 'product_revenue', 'product_dollars'),
];

const RECURRING: readonly OfferLine[] = [
  CUSTOMERS,
  line(
    'recurring_revenue',
    'Recurring revenue',
    'customers * monthly_recurring_per_customer * price',
    'recurring_revenue',
  ),
  line('recurring_profit', 'Recurring margin', 'recurring_revenue * recurring_margin * margins', 'recurring_profit'),
  line('monthly_recurring', 'Recurring revenue a month', 'recurring_revenue', 'monthly_recurring'),
];

/**
 * How each kind of offer is counted, the way its seller thinks: a reseller in deals, a service provider in seats, a software vendor in
 * licences with maintenance, a distributor in its resellers' orders, a referral agent in fees.
 * Source of the formulas: the plan's own rules, printed with its definitions.
 */
export const OFFER_KINDS: Readonly<Record<OfferKind, readonly OfferLine[]>> = {
  deals: [
    ...newDeals('New deals', 'deals_per_month'),
    line('product_revenue', 'Product revenue', 'new_deals * average_product_deal * price', 'product_revenue'),
    ...PRODUCT_MARGIN,
    ...RECURRING,
  ],
  orders: [
    ...newDeals('Orders', 'active_resellers * orders_per_reseller_month'),
    line('product_revenue', 'Product revenue', 'new_deals * average_order * price', 'product_revenue'),
    ...PRODUCT_MARGIN,
    ...RECURRING,
  ],
  seats: [
    ...newDeals('New customers', 'new_customers_per_month'),
    line('customers', 'Customers served', 'earlier(customers, 1) * (1 - monthly_churn) + new_deals', 'customers'),
    line('seats', 'Seats', 'customers * seats_per_customer'),
    line('seat_revenue', 'Paid for seats', 'seats * price_per_seat_month * price', 'recurring_revenue'),
    line('vendor_cost', "The vendor's price", 'seats * vendor_price_per_seat_month * price', 'product_dollars'),
    line('own_dollars', 'Own part of the price', 'seat_revenue - vendor_cost', 'own_dollars'),
    line(
      'seat_profit',
      'Margin on seats',
      '(seat_revenue - vendor_cost - seats * delivery_cost_per_seat_month * price) * margins',
      'recurring_profit',
    ),
    line(
      'ticket_revenue',
      'Tickets outside the contract',
      'customers * tickets_per_customer_month * ticket_price * price',
      'services_revenue',
    ),
    line('ticket_profit', 'Margin on tickets', 'ticket_revenue * ticket_margin * margins', 'services_profit'),
    line('monthly_recurring', 'Recurring revenue a month', 'seat_revenue', 'monthly_recurring'),
  ],
  licences: [
    ...newDeals('New customers', 'new_customers_per_month'),
    line('product_revenue', 'Licences', 'new_deals * licence_value * price', 'product_revenue'),
    line(
      'product_profit',
      'Margin on licences',
      'product_revenue * (1 - embedded_platform - hosting) * margins',
      'product_profit',
    ),
    line(
      'registration_earned',
      'Registration margin',
      'product_revenue * registered_share * registration_margin',
      'registration_margin',
    ),
    line('product_dollars', 'Licences sold', 'product_revenue', 'product_dollars'),
    line('customers', 'Customers served', 'earlier(customers, 1) * (1 - monthly_churn) + new_deals', 'customers'),
    line(
      'maintenance_revenue',
      'Maintenance',
      'customers * licence_value * maintenance_per_year / 12 * price',
      'recurring_revenue',
    ),
    line(
      'maintenance_profit',
      'Margin on maintenance',
      'maintenance_revenue * maintenance_margin * margins',
      'recurring_profit',
    ),
    line('monthly_recurring', 'Recurring revenue a month', 'maintenance_revenue', 'monthly_recurring'),
  ],
  fees: [
    ...newDeals('Introductions that buy', 'introductions_per_month * close_rate'),
    line('product_revenue', 'Fees', 'new_deals * customer_order * fee * price', 'product_revenue'),
    line('product_profit', 'Margin on fees', 'product_revenue * margins', 'product_profit'),
    line('product_dollars', 'Fees earned', 'product_revenue', 'product_dollars'),
    ...RECURRING,
  ],
};
