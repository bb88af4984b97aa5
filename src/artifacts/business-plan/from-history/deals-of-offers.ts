import { selectDeals, type DealAt, type Selection } from '../../../domain/deals-at.ts';
import type { DateRange } from '../../../domain/fiscal-calendar.ts';
import type { Deal } from '../../../schema/deal.ts';
import type { PlanNumbers } from '../../../schema/business-plan.ts';

/** Closed deals of a span that belong to an offer. */
export interface OfferDeals {
  readonly won: Selection;
  readonly lost: Selection;
}

type Offers = PlanNumbers['product_lines'];
type Claim = Pick<Offers[string], 'products' | 'deal_types'>;

/**
 * Whose deal is whose: a closed deal belongs to the offer that names its product, else to the first that names none, among those
 * that sell its type: new business where an offer gives no types, and where a deal gives none.
 */
export function dealsOfOffers(
  offers: Offers,
  deals: readonly DealAt[],
  within: DateRange,
): ReadonlyMap<string, OfferDeals> {
  const owners = new Map(deals.map((at) => [at, ownerOf(at.deal, offers)]));
  return new Map(
    Object.keys(offers).map((id) => {
      const closed = (state: 'won' | 'lost') =>
        selectDeals(deals, (at) => verdictOn(at, { state, within, isOwn: owners.get(at) === id }));
      return [id, { won: closed('won'), lost: closed('lost') }];
    }),
  );
}

function ownerOf({ type = 'new', product }: Deal, offers: Offers): string | undefined {
  const selling = Object.entries(offers).filter(([, offer]) => (offer.deal_types ?? ['new']).includes(type));
  const named = selling.find(([, offer]) => namesProduct(offer, product));
  return (named ?? selling.find(([, { products }]) => products === undefined))?.[0];
}

function namesProduct({ products }: Claim, product: string | undefined): boolean {
  return product !== undefined && (products ?? []).some((name) => name.toLowerCase() === product.toLowerCase());
}

function verdictOn(
  { deal, state }: DealAt,
  asked: { readonly state: 'won' | 'lost'; readonly within: DateRange; readonly isOwn: boolean },
): true | string {
  if (state !== asked.state) return state;
  if (deal.close_date === undefined) return 'closed without a date';
  if (deal.close_date < asked.within.from) return 'closed before';
  if (deal.close_date > asked.within.to) return 'closed after';
  return asked.isOwn ? true : 'not sold by this offer of the plan';
}
