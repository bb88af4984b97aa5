import type { PlanNumbers, ProductLine } from '../../schema/business-plan.ts';
import type { DealType } from '../../schema/cam-config.ts';

/** What one won deal is worth in its first twelve months, in the currency of the plan it is read from. */
export interface WonDealWorth {
  /** Title of the offer it is a deal of. */
  readonly offer: string;
  /** What the customer pays for the product. */
  readonly revenue: number;
  /** The partner's own: product, registration, rebate, services sold with it, recurring. */
  readonly margin: number;
  /** What of the product's price goes to the vendor. */
  readonly vendorRevenue: number;
}

const MONTHS = 12;

/**
 * What a won deal of a type is worth by the numbers of a partner's business plan: of the first offer that such deals are planned from.
 * Services count with the share of customers that take them, recurring revenue with the customers that stay.
 * @returns undefined where the plan has no offer of this type
 */
export function wonDealWorth(
  { product_lines: offers, services }: PlanNumbers,
  type: DealType,
): WonDealWorth | undefined {
  const found = Object.entries(offers).find(([, { deal_types: types = ['new'] }]) => types.includes(type));
  if (!found) return undefined;
  const [id, offer] = found;
  const sold = Object.values(services).filter(({ sold_with: with_ }) => with_ === id);
  const work = sold.reduce(
    (sum, { attach_percent: attach, value_per_deal: value, margin_percent: margin }) =>
      sum + value * ratio(attach) * ratio(margin),
    0,
  );
  const { margin, ...rest } = worthOf(offer);
  return { offer: offer.title, ...rest, margin: margin + work };
}

function worthOf(offer: ProductLine): Omit<WonDealWorth, 'offer'> {
  switch (offer.kind) {
    case 'deals':
      return resold(offer.average_product_deal, offer);
    case 'orders':
      return resold(offer.average_order, offer);
    case 'seats': {
      const seats = offer.seats_per_customer * stayingMonths(offer.monthly_churn_percent);
      const {
        price_per_seat_month: price,
        vendor_price_per_seat_month: bought,
        delivery_cost_per_seat_month: work,
      } = offer;
      const tickets =
        stayingMonths(offer.monthly_churn_percent) *
        offer.tickets_per_customer_month *
        offer.ticket_price *
        ratio(offer.ticket_margin_percent);
      return {
        revenue: seats * price,
        margin: seats * (price - bought - work) + tickets,
        vendorRevenue: seats * bought,
      };
    }
    case 'licences': {
      const { licence_value: value, embedded_platform_percent: platform, hosting_percent: hosting } = offer;
      const maintenance =
        (value *
          ratio(offer.maintenance_percent_per_year) *
          ratio(offer.maintenance_margin_percent) *
          stayingMonths(offer.monthly_churn_percent)) /
        MONTHS;
      const product = value * (1 - ratio(platform) - ratio(hosting) + registration(offer));
      return { revenue: value, margin: product + maintenance, vendorRevenue: value * ratio(platform) };
    }
    case 'fees': {
      const { customer_order: order, fee_percent: fee } = offer;
      return { revenue: order, margin: order * ratio(fee) + recurring(offer), vendorRevenue: order * (1 - ratio(fee)) };
    }
  }
}

type Resold = Extract<ProductLine, { kind: 'deals' | 'orders' }>;

function resold(revenue: number, offer: Resold): Omit<WonDealWorth, 'offer'> {
  const product = revenue * (ratio(offer.product_margin_percent) + registration(offer) + ratio(offer.rebate_percent));
  return { revenue, margin: product + recurring(offer), vendorRevenue: revenue - product };
}

function registration({
  registered_share_percent: registered,
  registration_margin_percent: margin,
}: Pick<Resold, 'registered_share_percent' | 'registration_margin_percent'>): number {
  return ratio(registered) * ratio(margin);
}

function recurring(
  offer: Pick<
    Resold,
    'recurring_attach_percent' | 'monthly_recurring_per_customer' | 'recurring_margin_percent' | 'monthly_churn_percent'
  >,
): number {
  const {
    recurring_attach_percent: attach,
    monthly_recurring_per_customer: fee,
    recurring_margin_percent: margin,
  } = offer;
  return ratio(attach) * fee * ratio(margin) * stayingMonths(offer.monthly_churn_percent);
}

/** Of the first twelve months those that an average customer stays, the first whole. */
function stayingMonths(churnPercent: number): number {
  return Array.from({ length: MONTHS }, (_, month) => (1 - ratio(churnPercent)) ** month).reduce((a, b) => a + b, 0);
}

function ratio(percent: number): number {
  return percent / 100;
}
