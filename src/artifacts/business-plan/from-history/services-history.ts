import { sum } from '../../../domain/deals-at.ts';
import type { DateRange } from '../../../domain/fiscal-calendar.ts';
import { factsOf, factsWithin } from '../../../domain/facts/fact-series.ts';
import { sumOfFacts, type FactRequest } from '../../../domain/facts/read-facts.ts';
import type { Bookings } from '../../../domain/performance/bookings.ts';
import type { PlanAssumptions, PlanNumbers } from '../../../schema/business-plan.ts';
import { isKnown, missing, whenKnown, type Known } from '../../../units/missing.ts';
import { daysBetween } from '../../../units/plain-date.ts';
import { plural } from '../../../units/plural.ts';
import type { Found, Replacement } from './replacement.ts';
import { significant } from './significant.ts';

const DAYS_A_MONTH = 365.25 / 12;
const WHOLE = 100;

/** What services revenue is read from, and the plan it is compared with. Amounts in the plan's currency. */
export interface ServicesCase {
  readonly numbers: PlanNumbers;
  readonly bookings: Bookings;
  readonly facts: FactRequest;
  readonly within: DateRange;
  readonly rules: PlanAssumptions['history'];
  /** A multiple of bookings in words. */
  readonly print: (ratio: number) => string;
}

/**
 * Own services revenue a booked product dollar, over the months whose services are known. The plan's services keep their proportions:
 * more deals take them until all do, and from there on each is worth more.
 */
export function servicesHistory(given: ServicesCase): Found {
  const { numbers, rules } = given;
  const planned = plannedRatio(numbers);
  if (planned === undefined) return { replaced: [], kept: [] };
  const own = ownRatio(given);
  const factor = whenKnown([own.ratio], (ratio) => (ratio > 0 ? ratio / planned : missing('no services were sold')));
  if (!isKnown(factor)) return { replaced: [], kept: [{ title: 'Services sold with deals', reason: factor.missing }] };
  const services = Object.entries(numbers.services);
  const isMoreThanAll = services.some(([, { attach_percent: attach }]) => attach * factor > WHOLE);
  const field = isMoreThanAll ? 'value_per_deal' : 'attach_percent';
  return {
    replaced: services.map(([id, service]): Replacement => ({
      list: 'services',
      id,
      field,
      value: significant(service[field] * factor, rules.significant_figures),
      short: 'own services revenue',
      words: own.words,
    })),
    kept: [],
  };
}

/** Services a product dollar once the plan is at full pace; only where every service is sold with something that is sold by the deal. */
function plannedRatio({ product_lines: offers, services }: PlanNumbers): number | undefined {
  const flows = Object.entries(offers).map(([id, offer]) => {
    const sold = Object.values(services).filter(({ sold_with: offerId }) => offerId === id);
    const perDeal = sum(sold.map(({ attach_percent: attach, value_per_deal: value }) => (attach / WHOLE) * value));
    if (offer.kind === 'deals') return flow(offer.deals_per_month, offer.average_product_deal, perDeal);
    if (offer.kind === 'orders')
      return flow(offer.active_resellers * offer.orders_per_reseller_month, offer.average_order, perDeal);
    return undefined;
  });
  const known = flows.filter((each) => each !== undefined);
  const product = sum(known.map((each) => each.product));
  const own = sum(known.map((each) => each.services));
  return known.length < flows.length || product === 0 || own === 0 ? undefined : own / product;
}

function flow(pace: number, size: number, perDeal: number): { readonly product: number; readonly services: number } {
  return { product: pace * size, services: pace * perDeal };
}

function ownRatio({ facts, bookings, within, rules, print }: ServicesCase): {
  readonly ratio: Known<number>;
  readonly words: string;
} {
  const all = factsOf(facts.files.facts?.rows ?? [], facts.metric, facts.calendar);
  const ranges = factsWithin(all, within, within.to).map(({ range }) => range);
  const months = Math.round(sum(ranges.map(({ from, to }) => daysBetween(from, to) + 1)) / DAYS_A_MONTH);
  if (months < rules.least_services_months) {
    const known = months === 0 ? 'none is' : `${plural(months, 'month')} ${months === 1 ? 'is' : 'are'}`;
    const reason = `services revenue of ${rules.least_services_months} months is needed, ${known} known`;
    return { ratio: missing(reason), words: '' };
  }
  const booked = ranges.map((range) => bookings.between(range).amount);
  const product = booked.reduce((total, next) => whenKnown([total, next], (a, b) => a + b), 0 as Known<number>);
  const ratio = whenKnown([sumOfFacts(facts, within).value, product], (services, sold) =>
    sold > 0 ? services / sold : missing('nothing was booked in the months whose services revenue is known'),
  );
  const words = `own services of ${isKnown(ratio) ? print(ratio) : ''} what was booked, in the ${months} months known of the last 12`;
  return { ratio, words };
}
