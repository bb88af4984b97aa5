import { addQuarters, formatFiscalQuarter, formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { isKnown, missing, type Known } from '../../units/missing.ts';
import { addDays, type PlainDate } from '../../units/plain-date.ts';
import type { Status } from '../../units/value.ts';
import type { Selection } from '../deals-at.ts';
import { rangeOfQuarter, sameDaysLastYear, type DateRange } from '../fiscal-calendar.ts';
import { quotient } from '../quotient.ts';
import { NO_TARGET, statusOfCoverage, TARGET_MET } from '../status.ts';
import { coverageQuarter, type PerformanceBasis } from './basis.ts';
import type { OpenPipeline } from './open-pipeline.ts';

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

/** The open pipeline by close date, each period with what is needed, what was won a year ago and the status. */
export function periodsOf(basis: PerformanceBasis, open: OpenPipeline): PipelinePeriod[] {
  const { review, coverage } = basis;
  const { calendar } = review;
  const current = coverageQuarter(review);
  const quarters = Array.from({ length: 5 - current.quarter }, (_, ahead) => addQuarters(current, ahead));
  const nextYear = addQuarters(current, 5 - current.quarter);
  const lastYearOf = (range: DateRange) => {
    const before = sameDaysLastYear(range);
    return before.to > review.pipeline ? missing('not over yet') : coverage.bookings.between(before).amount;
  };
  const restOf = (range: DateRange) => (range.from < review.pipeline ? { from: review.pipeline, to: range.to } : range);
  const targeted = (label: string, scope: 'quarter' | 'year', range: DateRange): PipelinePeriod => ({
    label,
    scope,
    open: open.closingIn(restOf(range)),
    wonYearAgo: lastYearOf(restOf(range)),
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
function remainingOf({ coverage, review }: PerformanceBasis, range: DateRange): Known<number> {
  if (!coverage.plan) return missing(`no target for ${formatFiscalYear(coverage.year)}`);
  const won =
    range.from > review.pipeline ? 0 : coverage.bookings.between({ from: range.from, to: review.pipeline }).amount;
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
  const coverage = quotient(open, remaining);
  return { needed, coverage, status: statusOfCoverage(coverage, required, config.thresholds) };
}
