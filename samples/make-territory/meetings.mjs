import { addDays, workdayBetween } from './calendar.mjs';

/** Rounds of reviews, newest first: the quarter reviewed and the weeks in which it was held. */
const ROUNDS = [
  { quarter: 'FY26-Q1', from: '2025-10-13', to: '2025-10-24' },
  { quarter: 'FY25-Q4', from: '2025-07-14', to: '2025-07-25' },
  { quarter: 'FY25-Q3', from: '2025-04-14', to: '2025-04-25' },
  { quarter: 'FY25-Q2', from: '2025-01-20', to: '2025-01-31' },
];
const FISCAL_YEAR_FROM = '2025-07-01';

/**
 * The reviews held, so many in the four completed quarters and in the fiscal year to date as stated, and the week in which
 * the next one is planned.
 */
export function meetingsOf({ random, figures, numbers }) {
  const last = lastReview(random, figures, numbers);
  const held = last ? [...earlierReviews(random, figures, last), last] : [];
  const planned = { kind: 'qbr', quarter: plannedQuarter(figures, numbers), planned_week: figures.qbr_planned_week };
  return [...held.sort((a, b) => (a.date < b.date ? -1 : 1)), planned];
}

/** Quarter whose review brought the commitments of the last one; undefined before the first review. */
export function lastReviewedQuarter(figures, numbers) {
  const exceptions = numbers.last_qbr_dates.exceptions;
  if (!(figures.id in exceptions)) return numbers.last_qbr_quarter;
  const date = exceptions[figures.id];
  return date === null ? undefined : date >= '2025-10-01' ? 'FY26-Q1' : 'FY25-Q4';
}

function lastReview(random, figures, numbers) {
  const quarter = lastReviewedQuarter(figures, numbers);
  if (!quarter) return undefined;
  const { from, exceptions } = numbers.last_qbr_dates;
  const date = exceptions[figures.id] ?? workdayBetween(random, from, latestReviewDay(figures, numbers));
  return { kind: 'qbr', quarter, date, held: true };
}

/** Early enough for the first promise to be kept by its day. */
function latestReviewDay(figures, { last_qbr_dates: { from, to } }) {
  const dues = [...figures.partner_commitments, ...figures.vendor_commitments].map(([, , due]) => due);
  const before = addDays(dues.sort()[0], -3);
  return before < from ? from : before < to ? before : to;
}

function earlierReviews(random, figures, last) {
  const [completed, toDate] = figures.qbrs_held;
  const before = ROUNDS.filter(
    ({ quarter, from }) => quarter < last.quarter && from >= addDays(figures.agreement_signed, 60),
  );
  const thisYear = before.filter(({ from }) => from >= FISCAL_YEAR_FROM).slice(0, toDate - 1);
  const lastYear = before.filter(({ from }) => from < FISCAL_YEAR_FROM);
  const lastCounts = last.date <= '2025-12-31' ? 1 : 0;
  const wanted = completed - thisYear.length - lastCounts;
  return [...thisYear, ...lastYear.slice(0, wanted)].map(({ quarter, from, to }) => ({
    kind: 'qbr',
    quarter,
    date: workdayBetween(random, from, to),
    held: true,
  }));
}

/** A planned week that has passed without a review was meant for the quarter before. */
function plannedQuarter(figures, numbers) {
  return figures.qbr_planned_week < numbers.as_of ? numbers.last_qbr_quarter : numbers.current_quarter;
}
