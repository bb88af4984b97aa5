import { formatFiscalYear, type FiscalQuarter, type FiscalYear } from '../../units/fiscal-quarter.ts';
import { isKnown, missing, type Known } from '../../units/missing.ts';
import { onceFor } from '../../units/once-for.ts';
import { addDays, type PlainDate } from '../../units/plain-date.ts';
import type { CamConfig } from '../../schema/cam-config.ts';
import type { Deal } from '../../schema/deal.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { correctionsOn } from '../adjustments/corrections.ts';
import { dealsAt, type DealAt } from '../deals-at.ts';
import { movementOf, putOffTimes, type PipelineMovement } from '../movement/movement.ts';
import { fiscalQuarterOf, rangeOfYear, type DateRange } from '../fiscal-calendar.ts';
import type { Review } from '../review.ts';
import { planInForce, type Plan } from '../targets.ts';
import { bookingFacts } from './booking-facts.ts';
import { bookingsOf, type Bookings } from './bookings.ts';
import { openPipelineOf, type OpenPipeline } from './open-pipeline.ts';
import { winRateOf, type WinRate } from './win-rate.ts';

/** One partner at one review. `deals` are those the partner is credited with; undefined when none were loaded. */
export interface PerformanceInput {
  readonly files: PartnerFiles;
  readonly deals: readonly Deal[] | undefined;
  readonly config: CamConfig;
  readonly review: Review;
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
  /** Since the export before the one the pipeline stands as of. */
  readonly movement: Known<PipelineMovement>;
  /** How often the exports show that an open deal was put off, by its key. */
  readonly putOff: ReadonlyMap<string, number>;
}

export interface CoverageBasis {
  readonly year: FiscalYear;
  readonly rest: DateRange;
  /** Bookings as they stood on the pipeline date. */
  readonly bookings: Bookings;
  readonly plan?: Plan;
  readonly won: Known<number>;
  /** Target − won; zero or less when the target is met. */
  readonly remaining: Known<number>;
}

/** Reads a partner's files at the review's two dates: once for results, tier and life-stage. */
export const basisOf = onceFor(readBasis);

function readBasis({ files, deals, config, review }: PerformanceInput): PerformanceBasis {
  const currency = files.partner.currency ?? config.currency;
  const at = (on: PlainDate) => deals && dealsAt(deals, { on, currency, config });
  const dealsAtResults = at(review.results);
  const dealsAtPipeline = review.pipeline === review.results ? dealsAtResults : at(review.pipeline);
  const factsOn = (on: PlainDate) => bookingFacts(files.facts?.rows ?? [], { currency, on, config });
  const corrections = correctionsOn(files.adjustments ?? [], review.asOf);
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
  const history = {
    snapshots: files.snapshots,
    deals: dealsAtPipeline,
    on: review.pipeline,
    ...(review.since && { since: review.since }),
    yearEnd: rangeOfYear(coverageQuarter(review).year, review.calendar).to,
    currency,
    config,
  };
  return {
    files,
    config,
    review,
    currency,
    bookings: bookingsOf(dealsAtResults, factsOn(review.results), corrections),
    winRate,
    movement: movementOf(history),
    putOff: putOffTimes(history),
    coverage: coverageBasis(review, bookingsOf(dealsAtPipeline, factsOn(review.pipeline), corrections), planOf),
    ...(plan && { plan }),
    ...(dealsAtResults && { dealsAtResults }),
    ...(open && { open }),
  };
}

/** The quarter in which the open pipeline starts to work: on its last day a year is over, and the next one is what is left. */
export function coverageQuarter({ pipeline, calendar }: Review): FiscalQuarter {
  return fiscalQuarterOf(addDays(pipeline, 1), calendar);
}

function coverageBasis(
  review: Review,
  bookings: Bookings,
  planOf: (year: FiscalYear) => Plan | undefined,
): CoverageBasis {
  const { year } = coverageQuarter(review);
  const range = rangeOfYear(year, review.calendar);
  const plan = planOf(year);
  const won = bookings.between({ from: range.from, to: review.pipeline }).amount;
  return {
    year,
    rest: { from: review.pipeline < range.from ? range.from : review.pipeline, to: range.to },
    bookings,
    won,
    remaining: plan ? (isKnown(won) ? plan.total - won : won) : missing(`no target for ${formatFiscalYear(year)}`),
    ...(plan && { plan }),
  };
}
