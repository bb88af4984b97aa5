import { addDays, addMonths, lastDay, workdayBetween, workdayUpTo } from './calendar.mjs';
import { splitAmount } from './amounts.mjs';

/**
 * The bare deals of a partner: status, amount and planned or actual close date, adding up to its figures. What they are
 * called, when they were created and registered is decided afterwards.
 */
export function dealsOfPartner(context) {
  return [...wonDeals(context), ...lostDeals(context), ...openDeals(context)];
}

function wonDeals({ random, numbers, figures, words, unit }) {
  return figures.monthly_bookings.flatMap((total, index) => {
    const month = numbers.months[index];
    return splitAmount(random, total, figures.monthly_won_deals[index], unit).map((amount, place) => ({
      status: 'won',
      amount,
      close: closeDay(random, `${month}-01`, lastDay(month)),
      ...(place === 0 && words.won_deals?.[month]),
    }));
  });
}

function lostDeals({ random, numbers, figures, words, unit, asOf }) {
  const { deals, amount } = figures.lost_last_4_quarters;
  const amounts = words.lost_amounts ?? splitAmount(random, amount, deals, unit);
  const completed = amounts.map((lost, index) =>
    lostDeal(random, lost, addMonths('2025-01', Math.floor(((index + 0.5) * 12) / deals))),
  );
  const running = numbers.months.filter((month) => month > '2025-12' && month <= asOf.slice(0, 7));
  const since = splitAmount(random, figures.lost_since.amount, figures.lost_since.deals, unit).map((lost, index) =>
    lostDeal(random, lost, running[index % running.length]),
  );
  return [...completed, ...since];
}

function lostDeal(random, amount, month) {
  return { status: 'lost', amount, close: closeDay(random, `${month}-01`, lastDay(month)) };
}

function openDeals(context) {
  const { random, figures, words, asOf, calendar } = context;
  if (words.open_deals) return words.open_deals.map((deal) => ({ ...deal, status: 'open', fixed: true }));
  const spans = bucketSpans(asOf, calendar);
  const quiet = quietAmounts(figures);
  return Object.entries(spans).flatMap(([bucket, [from, to]]) => {
    const [total, count] = figures.open_pipeline[bucket];
    const [quietTotal, quietCount] = quiet[bucket] ?? [0, 0];
    const stale = splitAmount(random, quietTotal, quietCount, context.unit);
    const moving = splitAmount(random, total - quietTotal, count - quietCount, context.unit);
    return [...stale, ...moving].map((amount, index) => ({
      status: 'open',
      bucket,
      amount,
      close: closeDay(random, from, to),
      quiet: index < stale.length,
    }));
  });
}

function bucketSpans(asOf, calendar) {
  const month = asOf.slice(0, 7);
  const quarterEnd = lastDay(calendar.lastMonthOfQuarter(month));
  const yearEnd = lastDay(calendar.lastMonthOfYear(month));
  return {
    overdue: [addDays(asOf, -75), addDays(asOf, -8)],
    'rest_of_FY26-Q3': [addDays(asOf, 2), quarterEnd],
    'FY26-Q4': [addDays(quarterEnd, 1), yearEnd],
    later: [addDays(yearEnd, 1), addDays(yearEnd, 170)],
  };
}

/** Quiet deals are first of all the overdue ones, then a fitting number of those planned for the next quarter. */
function quietAmounts({ open_pipeline: pipeline }) {
  const [overdue, overdueDeals] = pipeline.overdue;
  const [amount, deals] = pipeline['FY26-Q4'];
  const left = (pipeline.stale_over_60_days ?? 0) - overdue;
  if (left <= 0) return {};
  const count = Math.min(deals - 1, Math.max(1, Math.round((deals * left) / amount)));
  return { overdue: [overdue, overdueDeals], 'FY26-Q4': [left, count] };
}

/** A working day; close dates pile up on the last one of the month, as they do in a CRM. */
function closeDay(random, from, to) {
  const day = workdayBetween(random, from, workdayUpTo(to));
  const monthEnd = workdayUpTo(lastDay(day.slice(0, 7)));
  return random.chance(0.2) && monthEnd <= to && !monthEnd.includes('-12-') ? monthEnd : day;
}
