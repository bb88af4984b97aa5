import { isKnown, missing, type Known } from '../../../units/missing.ts';
import { plural } from '../../../units/plural.ts';
import { sum, type DealAt, type Selection } from '../../../domain/deals-at.ts';
import type { PlanAssumptions, ProductLine } from '../../../schema/business-plan.ts';
import type { OfferDeals } from './deals-of-offers.ts';
import type { Found, Replacement } from './replacement.ts';
import { significant } from './significant.ts';

const MONTHS = 12;

/** One offer, the partner's deals of twelve months that belong to it, and the rules by which they count. */
export interface OfferCase {
  readonly id: string;
  readonly offer: ProductLine;
  readonly deals: OfferDeals;
  readonly rules: PlanAssumptions['history'];
  /** "in the 12 months to 28 Feb 2026" */
  readonly span: string;
  readonly isRegistrationLoaded: boolean;
  /** An amount in words. */
  readonly print: (amount: number) => string;
}

/** A number with what was counted for it. */
interface Own {
  readonly value: Known<number>;
  readonly words: string;
  readonly from?: Selection;
}

type Owns = Readonly<Record<string, Own>>;

/**
 * What twelve months of own deals say about an offer. Which of its numbers that is depends on how its kind is counted; what customers
 * pay the partner for seats and licences stands in no deal of the vendor and stays as it is.
 */
export function offerHistory(given: OfferCase): Found {
  const { id, offer, deals, rules } = given;
  const wins = deals.won.counted.length;
  if (wins < rules.least_wins) {
    const reason = `${wins} won ${given.span}, ${rules.least_wins} are needed`;
    return { replaced: [], kept: [{ title: offer.title, reason }] };
  }
  const owns = { ...ownsOfKind(given), ...ramp(given) };
  const found = Object.entries(owns);
  return {
    replaced: found.flatMap(([field, { value, words, from }]): Replacement[] =>
      isKnown(value)
        ? [
            {
              list: 'product_lines',
              id,
              field,
              value: significant(value, rules.significant_figures),
              short: 'own deals, 12 months',
              words,
              deals: from ?? deals.won,
            },
          ]
        : [],
    ),
    kept: found.flatMap(([, { value }]) => (isKnown(value) ? [] : [{ title: offer.title, reason: value.missing }])),
  };
}

function ownsOfKind(given: OfferCase): Owns {
  switch (given.offer.kind) {
    case 'deals':
      return { deals_per_month: winsAMonth(given), average_product_deal: averageDeal(given), ...registered(given) };
    case 'orders':
      return { ...ordersOfResellers(given), ...registered(given) };
    case 'seats':
      return { new_customers_per_month: customersAMonth(given) };
    case 'licences':
      return { new_customers_per_month: customersAMonth(given), ...registered(given) };
    case 'fees':
      return { ...introductions(given), customer_order: averageDeal(given) };
  }
}

function winsAMonth({ deals, span }: OfferCase): Own {
  const wins = deals.won.counted.length;
  return { value: wins / MONTHS, words: `${wins} won ${span}` };
}

/** Several deals of one customer are one customer; a deal without an account is one of its own. */
function customersAMonth({ deals, span }: OfferCase): Own {
  const { counted } = deals.won;
  const named = counted.flatMap(({ deal: { account_domain: domain, account } }) => domain ?? account ?? []);
  const unnamed = counted.length - named.length;
  const customers = new Set(named.map((name) => name.toLowerCase())).size + unnamed;
  return { value: customers / MONTHS, words: `${plural(customers, 'customer')} won ${span}` };
}

/** Mean of what was won; one deal that outweighs the others is left out and named. */
function averageDeal({ deals, rules, span, print }: OfferCase): Own {
  const amounts = deals.won.counted.map(({ amount }) => amount).filter(isKnown);
  const largest = Math.max(...amounts);
  const isGiant = largest > (sum(amounts) * rules.one_deal_above_percent) / 100;
  const usual = isGiant ? amounts.toSpliced(amounts.indexOf(largest), 1) : amounts;
  const words = `mean of ${plural(usual.length, 'deal')} won ${span}${isGiant ? `, without the one of ${print(largest)}` : ''}`;
  const mean = sum(usual) / usual.length;
  if (usual.length < rules.least_wins - 1) return { value: missing(`too few won deals have an amount ${span}`), words };
  return { value: mean > 0 ? mean : missing(`returns outweigh what was won ${span}`), words };
}

/** Orders and their size belong together: one's own number beside a starting number of the other would mean nothing. */
function ordersOfResellers(given: OfferCase): Owns {
  const { offer, deals, span } = given;
  const average = averageDeal(given);
  if (offer.kind !== 'orders' || offer.active_resellers === 0 || !isKnown(average.value)) return {};
  const wins = deals.won.counted.length;
  return {
    orders_per_reseller_month: {
      value: wins / MONTHS / offer.active_resellers,
      words: `${wins} won ${span}, over the ${offer.active_resellers} resellers of the plan`,
    },
    average_order: average,
  };
}

/** Every closed deal was an introduction. Where no loss is logged, the plan's own close rate stands and says how many there were. */
function introductions({ offer, deals, span }: OfferCase): Owns {
  if (offer.kind !== 'fees') return {};
  const [won, lost] = [deals.won.counted.length, deals.lost.counted.length];
  if (lost === 0) {
    const value =
      offer.close_rate_percent === 0
        ? missing('nothing is planned to close')
        : won / MONTHS / (offer.close_rate_percent / 100);
    return { introductions_per_month: { value, words: `${won} bought ${span}, at the close rate of the plan` } };
  }
  const closed = won + lost;
  const words = `${won} of ${closed} introductions bought ${span}`;
  return {
    introductions_per_month: { value: closed / MONTHS, words: `${plural(closed, 'introduction')} decided ${span}` },
    close_rate_percent: { value: (won / closed) * 100, words },
  };
}

/** By value, as margin is paid on it. */
function registered({ deals, span, isRegistrationLoaded }: OfferCase): Owns {
  if (!isRegistrationLoaded) return {};
  const worth = (rows: readonly DealAt[]) => sum(rows.map(({ amount }) => amount).filter(isKnown));
  const of = deals.won.counted.filter(({ deal }) => deal.registration_id !== undefined);
  const all = worth(deals.won.counted);
  const share = (worth(of) / all) * 100;
  const value = all > 0 && share >= 0 && share <= 100 ? share : missing(`no share of what was won ${span}`);
  const words = `by value, ${of.length} of ${deals.won.counted.length} won deals registered ${span}`;
  return { registered_share_percent: { value, words } };
}

/** Who sells already does not start from nothing. */
function ramp({ span }: OfferCase): Owns {
  return { ramp_months: { value: 1, words: `sells already: first deal won before, and more ${span}` } };
}
