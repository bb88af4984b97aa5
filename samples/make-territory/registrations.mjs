import { addDays, daysBetween } from './calendar.mjs';

/** The deal that carries the partner's newest registration, or undefined when nothing was ever registered. */
export function newestRegistration(random, deals, lastRegistration) {
  if (!lastRegistration) return undefined;
  const named = deals.find((deal) => deal.newest);
  if (named) return named;
  const moving = deals.filter((deal) => deal.status === 'open' && !deal.quiet && deal.bucket !== 'overdue');
  if (moving.length > 0) return random.pick(moving);
  const won = deals.filter((deal) => deal.status === 'won' && daysBetween(lastRegistration, deal.close) > 14);
  return won.sort((a, b) => (a.close < b.close ? -1 : 1))[0];
}

/**
 * Marks which deals are registered: as many open ones as stated, all won ones of the last twelve months but the stated
 * number, about the same share of earlier ones, and half of the lost. None is younger than the newest registration.
 */
export function registerDeals(deals, context) {
  const { random, figures, asOf, newest, lastRegistration } = context;
  if (newest) newest.registered = true;
  const couldBe = (deal) => deal !== newest && lastRegistration && deal.created <= lastRegistration;
  registerOpen(
    deals.filter((deal) => deal.status === 'open'),
    { random, couldBe, count: figures.open_pipeline.registered_deals },
  );
  const yearAgo = addDays(asOf, -365);
  const won = deals.filter((deal) => deal.status === 'won');
  const recent = won.filter((deal) => deal.close > yearAgo);
  const missed = figures.won_unregistered_deals_12_months;
  registerAllBut(missed, recent, { random, couldBe });
  const earlier = won.filter((deal) => deal.close <= yearAgo && deal !== newest);
  const share = recent.length === 0 ? 0 : missed / recent.length;
  for (const deal of earlier) deal.registered = !random.chance(share);
  for (const deal of deals.filter(({ status }) => status === 'lost')) {
    deal.registered = Boolean(couldBe(deal)) && random.chance(0.5);
  }
}

function registerOpen(open, { random, couldBe, count }) {
  const already = open.filter((deal) => deal.registered).length;
  const candidates = random.shuffled(open.filter((deal) => couldBe(deal) && !deal.registered && !deal.fixed));
  if (candidates.length < count - already) throw new Error(`only ${candidates.length} open deals can be registered`);
  for (const deal of candidates.slice(0, count - already)) deal.registered = true;
}

function registerAllBut(missed, won, { random, couldBe }) {
  const tooYoung = won.filter((deal) => !deal.registered && !couldBe(deal));
  if (tooYoung.length > missed)
    throw new Error(`${tooYoung.length} won deals are younger than the newest registration`);
  const others = random.shuffled(won.filter((deal) => !deal.registered && couldBe(deal)));
  for (const deal of others.slice(missed - tooYoung.length)) deal.registered = true;
}
