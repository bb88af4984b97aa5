import type { DealAt } from '../../../domain/deals-at.ts';
import { newestFact } from '../../../domain/facts/read-facts.ts';
import { twelveMonthsTo, type DateRange } from '../../../domain/fiscal-calendar.ts';
import { bookingsOf } from '../../../domain/performance/bookings.ts';
import type { PlanAssumptions, PlanNumbers } from '../../../schema/business-plan.ts';
import { formatAmount, formatDate, formatValue } from '../../../units/format.ts';
import type { ArtifactInput } from '../../artifact.ts';
import { churnHistory } from './churn-history.ts';
import { dealsIn } from './deals-in.ts';
import { dealsOfOffers } from './deals-of-offers.ts';
import { offerHistory } from './offer-history.ts';
import { withReplaced, type Found } from './replacement.ts';
import { servicesHistory } from './services-history.ts';

/** What is read: the partner, the numbers of its type in the plan's currency, and the twelve months up to the results date. */
interface Own {
  readonly input: ArtifactInput;
  readonly numbers: PlanNumbers;
  readonly assumptions: PlanAssumptions;
  /** In the plan's currency. */
  readonly deals: readonly DealAt[];
  readonly within: DateRange;
}

/**
 * Every number of a plan that the partner's own twelve months give. A partner that has not sold for a year starts from the numbers of its
 * type: a part of a year says neither a pace nor a ramp.
 */
export function ownFigures(input: ArtifactInput, assumptions: PlanAssumptions): Found {
  const { review, deals, files } = input;
  const within = twelveMonthsTo(review.results);
  const at = dealsIn(assumptions.currency, input);
  const sellsForAYear = at.some(({ deal, state }) => state === 'won' && (deal.close_date ?? within.from) < within.from);
  if (!sellsForAYear) {
    const reason = deals === undefined ? 'no deals imported' : 'it has not sold for a year yet';
    return { replaced: [], kept: [{ title: 'All numbers', reason }] };
  }
  const own: Own = { input, assumptions, within, deals: at, numbers: assumptions.types[files.partner.type]! };
  const sold = soldOffers(own);
  const services = ownServices({ ...own, numbers: withReplaced(own.numbers, sold.replaced) });
  return {
    replaced: [...sold.replaced, ...services.replaced, ...ownChurn(own)],
    kept: [...sold.kept, ...services.kept],
  };
}

function soldOffers({ input: { config, files }, numbers, assumptions, deals, within }: Own): Found {
  const own = dealsOfOffers(numbers.product_lines, deals, within);
  const found = Object.entries(numbers.product_lines).map(([id, offer]) =>
    offerHistory({
      id,
      offer,
      deals: own.get(id)!,
      rules: assumptions.history,
      span: `in the 12 months to ${formatDate(within.to, config.locale)}`,
      isRegistrationLoaded: files.deals?.columns.has('registration_id') ?? false,
      print: (amount) => formatAmount(amount, assumptions.currency, config),
    }),
  );
  return { replaced: found.flatMap(({ replaced }) => replaced), kept: found.flatMap(({ kept }) => kept) };
}

function ownServices({ input: { config, files, review }, numbers, assumptions, deals, within }: Own): Found {
  const money = {
    from: files.partner.currency ?? config.currency,
    to: assumptions.currency,
    rates: config.rates,
  };
  return servicesHistory({
    numbers,
    bookings: bookingsOf(deals, new Map()),
    facts: { files, metric: 'services_revenue', calendar: review.calendar, known: review.results, money },
    within,
    rules: assumptions.history,
    print: (ratio) => formatValue({ kind: 'times', ratio, decimals: 2 }, config),
  });
}

function ownChurn({ input: { files, review }, numbers, assumptions: { history }, within }: Own): Found['replaced'] {
  const reading = newestFact(
    { files, metric: history.retention_fact, calendar: review.calendar, known: review.results },
    within,
  );
  return churnHistory(numbers, { reading, figures: history.significant_figures });
}
