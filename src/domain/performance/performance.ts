import { addQuarters, formatFiscalQuarter, formatFiscalYear, type FiscalYear } from '../../units/fiscal-quarter.ts';
import { isKnown, missing, type Known } from '../../units/missing.ts';
import { addDays, earlier, oneYearEarlier, type PlainDate } from '../../units/plain-date.ts';
import type { Status } from '../../units/value.ts';
import { firstDay, lastDay, type YearMonth } from '../../units/year-month.ts';
import type { CamConfig } from '../../schema/cam-config.ts';
import type { Deal } from '../../schema/deal.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { dealsAt, selectDeals, type DealAt, type Selection } from '../deals-at.ts';
import { fiscalQuarterOf, monthsOfYear, rangeOfQuarter, rangeOfYear, type DateRange } from '../fiscal-calendar.ts';
import type { Figure } from '../figure.ts';
import type { Review } from '../review.ts';
import { NO_TARGET, statusOfCoverage, TARGET_MET } from '../status.ts';
import { planInForce, type Plan } from '../targets.ts';
import { bookingsOf, type Bookings } from './bookings.ts';
import { dealFigures, dealQuality, type DealQuality } from './deal-figures.ts';
import { openPipelineOf, type OpenPipeline } from './open-pipeline.ts';
import { pipelineFigures } from './pipeline-figures.ts';
import { resultFigures } from './result-figures.ts';
import { winRateOf, type WinRate } from './win-rate.ts';

/** Everything the pages say about results and pipeline of one partner. Amounts in the partner's currency. */
export interface Performance {
  readonly review: Review;
  readonly currency: string;
  readonly figures: Readonly<Record<FigureName, Figure>>;
  readonly months: readonly PerformanceMonth[];
  readonly periods: readonly PipelinePeriod[];
  readonly stages: readonly { readonly name: string; readonly deals: Selection }[];
  /** The quarters of the fiscal year up to the reviewed one, the last up to the results date. */
  readonly quarters: readonly { readonly label: string; readonly quality: DealQuality }[];
  readonly open?: OpenPipeline;
  readonly plan?: Plan;
}

export type FigureName = keyof (ReturnType<typeof resultFigures> &
  ReturnType<typeof pipelineFigures> &
  ReturnType<typeof dealFigures>);

/** One month of the fiscal year; `won` is null while the month is still ahead. */
export interface PerformanceMonth {
  readonly month: YearMonth;
  readonly won: Known<number> | null;
  readonly plan: Known<number>;
  readonly lastYear: Known<number>;
}

/** Open pipeline by close date: the rest of the year, its parts, and what lies beyond. */
export interface PipelinePeriod {
  readonly label: string;
  readonly scope: 'quarter' | 'year' | 'next' | 'later';
  readonly open: Selection;
  /** Open pipeline that would cover what remains of the target. */
  readonly needed: Known<number>;
  readonly wonYearAgo: Known<number>;
  readonly coverage: Known<number>;
  readonly status: Status;
}

/** What the three groups of figures are computed from. */
export interface PerformanceBasis {
  readonly files: PartnerFiles;
  readonly config: CamConfig;
  readonly review: Review;
  readonly currency: string;
  readonly bookings: Bookings;
  readonly plan?: Plan;
  /** As they stood on the results date. */
  readonly dealsAtResults?: readonly DealAt[];
  readonly open?: OpenPipeline;
  readonly winRate: WinRate;
  /** The fiscal year the open pipeline works for, and what is left to book in it after the pipeline date. */
  readonly coverage: CoverageBasis;
}

export interface CoverageBasis {
  readonly year: FiscalYear;
  readonly rest: DateRange;
  readonly plan?: Plan;
  readonly won: Known<number>;
  /** Target − won; zero or less when the target is met. */
  readonly remaining: Known<number>;
}

/**
 * Performance-to-plan and pipeline-to-target of one partner at the review's two dates.
 *
 * @param deals the deals the partner is credited with; undefined when none were loaded
 */
export function computePerformance(input: {
  readonly files: PartnerFiles;
  readonly deals: readonly Deal[] | undefined;
  readonly config: CamConfig;
  readonly review: Review;
}): Performance {
  const basis = basisOf(input);
  const { config, review, currency, plan, open } = basis;
  return {
    review,
    currency,
    figures: { ...resultFigures(basis), ...pipelineFigures(basis), ...dealFigures(basis) },
    months: monthsOf(basis),
    periods: open ? periodsOf(basis, open) : [],
    stages: open ? stagesOf(open, config) : [],
    quarters: quartersOf(basis),
    ...(open && { open }),
    ...(plan && { plan }),
  };
}

function basisOf({ files, deals, config, review }: Parameters<typeof computePerformance>[0]): PerformanceBasis {
  const currency = files.partner.currency ?? config.currency;
  const at = (on: PlainDate) => deals && dealsAt(deals, { on, currency, config });
  const [dealsAtResults, dealsAtPipeline] = [at(review.results), at(review.pipeline)];
  const facts = files.facts?.rows ?? [];
  const targets = files.partner.targets;
  const planOf = (year: FiscalYear) => planInForce(targets, { year, on: review.asOf, calendar: review.calendar });
  const columns = files.deals?.columns ?? new Set<keyof Deal>();
  const open =
    dealsAtPipeline &&
    openPipelineOf(dealsAtPipeline, { on: review.pipeline, columns, quietDays: config.thresholds.quiet_days });
  const winRate = winRateOf(dealsAtResults ?? [], {
    on: review.results,
    calendar: review.calendar,
    thresholds: config.thresholds.coverage,
  });
  const plan = planOf(review.quarter.year);
  return {
    files,
    config,
    review,
    currency,
    bookings: bookingsOf(dealsAtResults, facts),
    winRate,
    coverage: coverageBasis(review, bookingsOf(dealsAtPipeline, facts), planOf),
    ...(plan && { plan }),
    ...(dealsAtResults && { dealsAtResults }),
    ...(open && { open }),
  };
}

function coverageBasis(
  review: Review,
  bookings: Bookings,
  planOf: (year: FiscalYear) => Plan | undefined,
): CoverageBasis {
  const { year } = fiscalQuarterOf(review.pipeline, review.calendar);
  const range = rangeOfYear(year, review.calendar);
  const plan = planOf(year);
  const won = bookings.between({ from: range.from, to: review.pipeline }).amount;
  return {
    year,
    rest: { from: review.pipeline, to: range.to },
    won,
    remaining: plan ? (isKnown(won) ? plan.total - won : won) : missing(`no target for ${formatFiscalYear(year)}`),
    ...(plan && { plan }),
  };
}

function monthsOf({ review, bookings, plan }: PerformanceBasis): PerformanceMonth[] {
  return monthsOfYear(review.quarter.year, review.calendar).map((month, index) => {
    const range = { from: firstDay(month), to: lastDay(month) };
    const counted = { from: range.from, to: range.to < review.results ? range.to : review.results };
    const lastYear = { from: oneYearEarlier(range.from), to: oneYearEarlier(addDays(range.to, 1)) };
    return {
      month,
      won: range.from > review.results ? null : bookings.between(counted).amount,
      plan: plan ? plan.months[index]!.amount : missing(`no target for ${formatFiscalYear(review.quarter.year)}`),
      lastYear: bookings.between({ from: lastYear.from, to: addDays(lastYear.to, -1) }).amount,
    };
  });
}

function periodsOf(basis: PerformanceBasis, open: OpenPipeline): PipelinePeriod[] {
  const { review, coverage, bookings } = basis;
  const { calendar } = review;
  const current = fiscalQuarterOf(review.pipeline, calendar);
  const quarters = Array.from({ length: 5 - current.quarter }, (_, ahead) => addQuarters(current, ahead));
  const nextYear = addQuarters(current, 5 - current.quarter);
  const lastYearOf = ({ from, to }: DateRange) =>
    bookings.between({ from: oneYearEarlier(from), to: oneYearEarlier(to) }).amount;
  const restOf = (range: DateRange) => (range.from < review.pipeline ? { from: review.pipeline, to: range.to } : range);
  const targeted = (label: string, scope: 'quarter' | 'year', range: DateRange): PipelinePeriod => ({
    label,
    scope,
    open: open.closingIn(restOf(range)),
    wonYearAgo: lastYearOf(range),
    ...coverageOf(
      basis,
      open.closingIn(restOf(range)).amount,
      scope === 'year' ? coverage.remaining : remainingOf(basis, range),
    ),
  });
  const untargeted = (
    label: string,
    scope: 'next' | 'later',
    range: DateRange,
    wonYearAgo: Known<number>,
  ): PipelinePeriod => ({
    label,
    scope,
    open: open.closingIn(range),
    wonYearAgo,
    needed: missing(`no target for ${label}`),
    coverage: missing(`no target for ${label}`),
    status: NO_TARGET,
  });
  const nextRange = rangeOfQuarter(nextYear, calendar);
  const beyond = { from: addDays(nextRange.to, 1), to: '2199-12-31' as PlainDate };
  return [
    ...quarters.map((quarter, ahead) =>
      targeted(
        `${ahead === 0 ? 'Rest of ' : ''}${formatFiscalQuarter(quarter)}`,
        'quarter',
        rangeOfQuarter(quarter, calendar),
      ),
    ),
    targeted(`Rest of ${formatFiscalYear(coverage.year)}`, 'year', coverage.rest),
    untargeted(formatFiscalQuarter(nextYear), 'next', nextRange, lastYearOf(nextRange)),
    untargeted('Later', 'later', beyond, missing('not compared')),
  ];
}

/** What remains of the plan of a quarter: its plan less what is already won in it. */
function remainingOf({ coverage, bookings, review }: PerformanceBasis, range: DateRange): Known<number> {
  if (!coverage.plan) return missing(`no target for ${formatFiscalYear(coverage.year)}`);
  const won = range.from > review.results ? 0 : bookings.between({ from: range.from, to: review.results }).amount;
  return isKnown(won) ? coverage.plan.between(range) - won : won;
}

function coverageOf(
  { winRate, config }: PerformanceBasis,
  open: Known<number>,
  remaining: Known<number>,
): Pick<PipelinePeriod, 'needed' | 'coverage' | 'status'> {
  const required = winRate.requiredCoverage;
  if (!isKnown(remaining)) return { needed: remaining, coverage: remaining, status: NO_TARGET };
  if (remaining <= 0) return { needed: 0, coverage: missing('target met'), status: TARGET_MET };
  const needed = required * remaining;
  if (!isKnown(open)) return { needed, coverage: open, status: { meaning: 'unknown', word: 'no amounts' } };
  const coverage = open / remaining;
  return { needed, coverage, status: statusOfCoverage(coverage, required, config.thresholds) };
}

function quartersOf(basis: PerformanceBasis): Performance['quarters'] {
  const { quarter, calendar, results } = basis.review;
  return Array.from({ length: quarter.quarter }, (_, index) => {
    const range = rangeOfQuarter(addQuarters(quarter, index + 1 - quarter.quarter), calendar);
    const upToResults = { from: range.from, to: earlier(range.to, results) };
    return { label: `Q${index + 1}`, quality: dealQuality(basis, upToResults) };
  });
}

/** Open deals by stage in the order of `cam.yaml`; stages it does not name follow. */
function stagesOf(open: OpenPipeline, { stages }: CamConfig): Performance['stages'] {
  const named = stages.filter(({ status }) => status === 'open').map(({ name }) => name);
  const others = open.all.counted.map(({ deal }) => deal.stage ?? 'No stage').filter((name) => !named.includes(name));
  return [...named, ...new Set(others)].map((name) => ({
    name,
    deals: selectDeals(open.all.counted, ({ deal }) => ((deal.stage ?? 'No stage') === name ? true : 'another stage')),
  }));
}
