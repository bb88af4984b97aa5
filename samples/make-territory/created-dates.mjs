import { addDays, daysBetween, workdayBetween } from './calendar.mjs';
import { chooseToSum } from './amounts.mjs';

/** A deal that closes within so many days of a quarter's end was open at that end already. */
const SHORTEST_DAYS = 9;
/** The age in days that the oldest deals may have reached at the first quarter's end. */
const OLDEST_DAYS = 150;

/**
 * Dates the creation of every deal so that the pipeline which was open at the end of each past quarter, rebuilt from the
 * deals, is the one its snapshot states. Works backwards: of the deals open at one quarter's end and those closed since the
 * quarter's end before, some existed then already; they are chosen to add up to that snapshot.
 * Returns the quarter ends at which no choice adds up.
 */
export function dateCreation(deals, context) {
  const { ends, figures, newest, lastRegistration } = context;
  const unexplained = [];
  let existing = deals.filter((deal) => deal.status === 'open');
  for (let i = ends.length - 2; i >= 0; i--) {
    const [end, next] = [ends[i], ends[i + 1]];
    const closedSince = deals.filter((deal) => deal.status !== 'open' && deal.close > end && deal.close <= next);
    const candidates = [...existing, ...closedSince];
    const total = figures.pipeline_snapshots[i] ?? 0;
    const { chosen, exact } = chooseExisting(candidates, { ...context, end, total });
    if (!exact) unexplained.push(end);
    for (const deal of candidates) {
      if (!chosen.includes(deal)) deal.created ??= createdBetween(deal, addDays(end, 1), next, context);
    }
    existing = chosen;
  }
  for (const deal of deals) deal.created ??= createdAtFirst(deal, context);
  if (newest) newest.created = lastRegistration;
  return unexplained;
}

/** Deals that must have existed at that day, then those that close soonest after it, with some chance. */
function chooseExisting(candidates, context) {
  const { random, end, total, unit } = context;
  const possible = candidates.filter((deal) => !isYounger(deal, context));
  const certain = possible.filter((deal) => isOlder(deal, context));
  const likely = possible.filter((deal) => deal.status !== 'open' && daysBetween(end, deal.close) <= SHORTEST_DAYS);
  const ranked = possible
    .map((deal) => ({ deal, amount: deal.amount, rank: daysBetween(end, deal.close) + random.integer(0, 130) }))
    .sort((a, b) => a.rank - b.rank);
  const attempts = [new Set([...certain, ...likely]), new Set(certain)].map((required) => {
    const left = total - [...required].reduce((sum, deal) => sum + deal.amount, 0);
    if (left < 0) return { chosen: [...required], exact: false };
    const free = ranked.filter(({ deal }) => !required.has(deal));
    const { chosen, exact } = chooseToSum(free, left, unit);
    return { chosen: [...required, ...chosen.map(({ deal }) => deal)], exact };
  });
  return attempts.find(({ exact }) => exact) ?? attempts.at(-1);
}

function isYounger(deal, { end, newest, lastRegistration }) {
  return deal.created > end || (deal === newest && lastRegistration > end);
}

/** Quiet and overdue deals are old by nature. */
function isOlder(deal, { end, ends, newest, lastRegistration }) {
  const quiet = deal.quiet || deal.bucket === 'overdue';
  return (quiet && end === ends.at(-2)) || (deal === newest && lastRegistration <= end);
}

/** In the first half of the time there was, so that a deal does not close the day after it was found. */
function createdBetween(deal, from, to, { random, signed }) {
  const earliest = from < signed ? signed : from;
  const latest = deal.status === 'open' || deal.close > to ? to : midway(earliest, deal.close);
  return latest <= earliest ? earliest : workdayBetween(random, earliest, latest);
}

function createdAtFirst(deal, { random, ends, signed }) {
  const by = deal.status === 'open' || deal.close > ends[0] ? ends[0] : addDays(deal.close, -14);
  const from = addDays(by, -OLDEST_DAYS);
  return workdayBetween(random, from < signed ? signed : from, by);
}

function midway(from, to) {
  return addDays(from, Math.floor(daysBetween(from, to) / 2));
}
