import { rangeOfYear } from '../../domain/fiscal-calendar.ts';
import { coverageQuarter } from '../../domain/performance/basis.ts';
import type { Performance } from '../../domain/performance/performance.ts';
import { shortName } from '../../domain/short-name.ts';
import { addQuarters, formatFiscalQuarter, formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { addDays, daysBetween } from '../../units/plain-date.ts';
import { amount, count, date, share, text, type Value } from '../../units/value.ts';
import { monthOf } from '../../units/year-month.ts';
import type { ArtifactInput } from '../artifact.ts';
import { rankedOpenDeals } from './pipeline-blocks.ts';

/** Days ahead in which the next large deal is named. */
const NEXT_DEAL_DAYS = 45;

/** The figures that sentences about results and pipeline may use, by the names of the storyline. */
export function performanceStoryValues(input: ArtifactInput, performance: Performance): Record<string, Value> {
  const { review, files } = input;
  const { figures } = performance;
  const coverageYear = coverageQuarter(review).year;
  return {
    ...Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value])),
    partner_short: text(shortName(files.partner)),
    quarter: text(formatFiscalQuarter(review.quarter)),
    next_quarter: text(formatFiscalQuarter(addQuarters(review.quarter, 1))),
    fiscal_year: text(formatFiscalYear(review.quarter.year)),
    coverage_year: text(formatFiscalYear(coverageYear)),
    as_of: date(review.asOf),
    results_date: date(review.results),
    pipeline_date: date(review.pipeline),
    year_end: date(review.yearRange.to),
    rest_end: date(rangeOfYear(coverageYear, review.calendar).to),
    expected_rest: amount(expectedRest(performance), performance.currency),
    deals_listed: figures.open_deals.value,
    ...onboardingValues(input),
    ...certificationValues(input),
    ...nextDealValues(performance),
    last_booking_month: lastBookingMonth(input),
    ...thresholdValues(input),
    ...amountCounts(performance),
  };
}

/** How many open deals have an amount, and how many do not: unknown is not zero. */
function amountCounts({ open }: Performance): Record<string, Value> {
  if (!open) return {};
  const { counted, withoutAmount } = open.all;
  return { open_with_amount: count(counted.length - withoutAmount), open_without_amount: count(withoutAmount) };
}

/** The territory's thresholds, so that sentences and chips change together. */
function thresholdValues({ config }: ArtifactInput): Record<string, Value> {
  const { pace_percent, coverage, quiet_days } = config.thresholds;
  return {
    pace_red: share(pace_percent.red_below / 100),
    pace_green: share(pace_percent.green_from / 100),
    coverage_thin: share(coverage.thin_from_percent / 100),
    quiet_days: count(quiet_days),
  };
}

/** What the open pipeline of the year brings at the forecast's rate. */
function expectedRest({ figures }: Performance): Known<number> {
  const open = figures.open_rest_of_year.value;
  const rate = figures.forecast_rate.value;
  return open.kind === 'amount' && rate.kind === 'share'
    ? open.amount * rate.ratio
    : missing('no open pipeline with amounts');
}

function onboardingValues({ files, review }: ArtifactInput): Record<string, Value> {
  const { agreement_signed: signed, tasks } = files.partner;
  const done = tasks?.filter((task) => task.done !== undefined && task.done <= review.asOf).length;
  return {
    signed_date: date(signed ?? missing('no agreement date')),
    days_since_signed: count(
      signed && signed <= review.asOf ? daysBetween(signed, review.asOf) : missing('no agreement date'),
    ),
    onboarding_done: count(done ?? missing('tasks not loaded')),
    onboarding_all: count(tasks?.length ?? missing('tasks not loaded')),
  };
}

function certificationValues({ files, review }: ArtifactInput): Record<string, Value> {
  const certifications: Known<NonNullable<typeof files.partner.certifications>> =
    files.partner.certifications ?? missing('certifications not loaded');
  const soon = addDays(review.asOf, 60);
  const counted = (holds: (expires: string) => boolean) =>
    whenKnown([certifications], (all) => all.filter(({ expires }) => expires !== undefined && holds(expires)).length);
  return {
    certifications_expired: count(counted((expires) => expires < review.asOf)),
    certifications_expiring: count(counted((expires) => expires >= review.asOf && expires <= soon)),
  };
}

/** The largest open deal that closes soon: the next thing both sides will see. */
function nextDealValues(performance: Performance): Record<string, Value> {
  const { review, currency } = performance;
  const next = rankedOpenDeals(performance).find(
    ({ deal, amount }) =>
      isKnown(amount) &&
      deal.close_date !== undefined &&
      deal.close_date >= review.pipeline &&
      daysBetween(review.pipeline, deal.close_date) <= NEXT_DEAL_DAYS,
  );
  if (!next) return {};
  return {
    next_deal: text(next.deal.account ?? next.deal.name ?? missing('no name')),
    next_deal_amount: amount(next.amount, currency),
    next_deal_close: date(next.deal.close_date!),
  };
}

function lastBookingMonth({ deals, review, config }: ArtifactInput): Value {
  const closed = (deals ?? [])
    .filter((deal) => deal.status === 'won' && (deal.type === undefined || config.bookings.count.includes(deal.type)))
    .filter((deal) => deal.close_date !== undefined && deal.close_date <= review.results)
    .map((deal) => deal.close_date!)
    .sort()
    .at(-1);
  return closed ? { kind: 'month', month: monthOf(closed) } : { kind: 'missing', reason: 'no booking on record' };
}
