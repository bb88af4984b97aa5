import type { ProductLine } from '../../../schema/business-plan.ts';
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

const line = (name: string, title: string, formula: string, role?: LineRole): OfferLine => ({
  name,
  title,
  formula: parseExpression(formula),
  ...(role && { role }),
});

/** Noise of binary fractions, such as 7 ÷ 1.4 = 5.000000000000001, must not take a step too many. */
const NOISE = '0.000000001';

/**
 * The share of full pace: a straight line, or a curve given by month. A slower case reads the curve more slowly, between two of its
 * months in proportion, so that a curve that is a straight line is the same as months of ramp in every scenario.
 */
function rampLines({ ramp_curve_percent: curve }: ProductLine): readonly OfferLine[] {
  if (!curve) return [line('ramp', 'Share of full pace', 'min(1, month / ramp_months)')];
  return [
    line('ramp_place', 'Place on the ramp curve', `min(${curve.length}, month / ramp_pace)`),
    line('ramp_step', 'Its next month', `round_up(ramp_place - ${NOISE})`),
    line(
      'ramp',
      'Share of full pace',
      'entry(ramp_curve, ramp_step - 1) + (ramp_place - ramp_step + 1) * (entry(ramp_curve, ramp_step) - entry(ramp_curve, ramp_step - 1))',
    ),
  ];
}

const SEASON = line('season', 'Share of a usual month', 'entry(seasonality, month - 12 * year)');

const PRICE = line('price', 'Price level', 'power(1 + annual_price_uplift, year)');
const CUSTOMERS = line(
  'customers',
  'Customers served',
  'earlier(customers, 1) * (1 - monthly_churn) + new_deals * recurring_attach',
  'customers',
);

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

/** What a kind of offer counts as new: its name, how many a month at full pace, and what follows from them. */
interface OfferKind {
  readonly counted: string;
  readonly aMonth: string;
  readonly lines: readonly OfferLine[];
}

/**
 * How each kind of offer is counted, the way its seller thinks: a reseller in deals, a service provider in seats, a software vendor in
 * licences with maintenance, a distributor in its resellers' orders, a referral agent in fees.
 * Source of the formulas: the plan's own rules, printed with its definitions.
 */
const OFFER_KINDS: Readonly<Record<ProductLine['kind'], OfferKind>> = {
  deals: {
    counted: 'New deals',
    aMonth: 'deals_per_month',
    lines: [
      line('product_revenue', 'Product revenue', 'new_deals * average_product_deal * price', 'product_revenue'),
      ...PRODUCT_MARGIN,
      ...RECURRING,
    ],
  },
  orders: {
    counted: 'Orders',
    aMonth: 'active_resellers * orders_per_reseller_month',
    lines: [
      line('product_revenue', 'Product revenue', 'new_deals * average_order * price', 'product_revenue'),
      ...PRODUCT_MARGIN,
      ...RECURRING,
    ],
  },
  seats: {
    counted: 'New customers',
    aMonth: 'new_customers_per_month',
    lines: [
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
  },
  licences: {
    counted: 'New customers',
    aMonth: 'new_customers_per_month',
    lines: [
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
  },
  fees: {
    counted: 'Introductions that buy',
    aMonth: 'introductions_per_month * close_rate',
    lines: [
      line('product_revenue', 'Fees', 'new_deals * customer_order * fee * price', 'product_revenue'),
      line('product_profit', 'Margin on fees', 'product_revenue * margins', 'product_profit'),
      line('product_dollars', 'Fees earned', 'product_revenue', 'product_dollars'),
      ...RECURRING,
    ],
  },
};

/** Every line of an offer: how it gets to full pace, what is new in a month, and what follows from that. */
export function linesOfOffer(offer: ProductLine): readonly OfferLine[] {
  const { counted, aMonth, lines } = OFFER_KINDS[offer.kind];
  const seasons = offer.seasonality_percent ? [SEASON] : [];
  const paces = ['ramp', ...seasons.map(({ name }) => name)].join(' * ');
  return [
    ...rampLines(offer),
    ...seasons,
    line('new_deals', counted, `${aMonth} * ${paces} * power(1 + annual_deal_growth, year)`, 'new_deals'),
    PRICE,
    ...lines,
  ];
}
