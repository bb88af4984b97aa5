import type { Metric } from '../../schema/metrics.ts';
import { isKnown, missing, type Known } from '../../units/missing.ts';
import type { Status, Value } from '../../units/value.ts';
import { lifeStageOf } from '../life-stage/life-stage.ts';
import { metricBasisOf, type MetricBasis, type MetricInput } from './metric-basis.ts';
import type { MetricSpan } from './metric-spans.ts';
import { statusOfMetric } from './metric-status.ts';
import { targetOf, type MetricGoal } from './metric-target.ts';
import { changeInUnit, valueInUnit } from './metric-value.ts';
import { readSource } from './read-source.ts';
import type { SourceReading } from './source-reading.ts';

/** One metric of a partner: every quarter so far, to date, and against target, last quarter and last year. */
export interface MetricStanding {
  readonly metric: Metric;
  readonly quarters: readonly PeriodValue[];
  readonly toDate: PeriodValue;
  /** Undefined for a metric without one. */
  readonly target?: { readonly value: Value; readonly from: string };
  readonly quarterBefore: PeriodValue;
  readonly yearBefore: PeriodValue;
  /** This quarter against as many days of the last; a state against the last quarter's end. */
  readonly changeOnQuarter: Value;
  /** The year to date against the same days of last year. */
  readonly changeOnYear: Value;
  readonly status?: Status;
}

/** What a metric stood at in one period. */
export interface PeriodValue {
  readonly span: MetricSpan;
  readonly value: Value;
  readonly reading: SourceReading;
}

/** Reads every metric of the program that applies to the partner's life-stage, in the order of the template. */
export function metricStandings(input: MetricInput): readonly MetricStanding[] {
  const basis = metricBasisOf(input);
  const { stage, hiddenMetrics } = lifeStageOf(input);
  return input.metrics.metrics
    .filter(({ id, life_stages: stages }) => !hiddenMetrics.includes(id) && (stages?.includes(stage.id) ?? true))
    .map((metric) => standingOf(metric, basis));
}

function standingOf(metric: Metric, basis: MetricBasis): MetricStanding {
  const { spans, input } = basis;
  const goal = targetOf(basis, metric, metric.source ?? input.metrics.source);
  const read = (span: MetricSpan) => periodValue(metric, readSource(basis, sourceOf(metric), span), { span, basis });
  const compared = (span: MetricSpan) => withHistory(basis, metric, read(span));
  const quarters = spans.quarters.map(read);
  const toDate = read(spans.toDate);
  const quarterBefore = compared(metric.grain === 'state' ? spans.quarterBefore.end : spans.quarterBefore.sameDays);
  const yearBefore = compared(spans.yearBefore);
  const status = statusOfMetric(metric, {
    reading: toDate.reading,
    target: goal?.number,
    words: input.metrics.words,
  });
  return {
    metric,
    quarters,
    toDate,
    ...(goal && { target: goalValue(metric, goal, basis) }),
    quarterBefore,
    yearBefore,
    changeOnQuarter: changeInUnit(metric.unit, quarters.at(-1)!.reading.number, quarterBefore.reading.number),
    changeOnYear: changeInUnit(metric.unit, toDate.reading.number, yearBefore.reading.number),
    ...(status && { status }),
  };
}

function sourceOf({ read, unit, grain }: Metric) {
  return { read, unit, grain };
}

function periodValue(
  { unit, status }: Metric,
  reading: SourceReading,
  { span, basis }: { readonly span: MetricSpan; readonly basis: MetricBasis },
): PeriodValue {
  const limits = status?.value ? Object.values(status.value).filter((limit) => limit !== undefined) : [];
  const { currency } = basis.source;
  const value = reading.shown ?? valueInUnit(unit, reading.number, { currency, thresholds: limits });
  return { span, reading, value };
}

function goalValue({ unit }: Metric, { number, from }: MetricGoal, { source }: MetricBasis) {
  return { value: valueInUnit(unit, number, { currency: source.currency }), from };
}

/** A period that ended before the first row of its table is not a period with nothing in it. */
function withHistory(basis: MetricBasis, { read, grain }: Metric, period: PeriodValue): PeriodValue {
  const { from, date } = read;
  if (from === undefined || date === undefined || grain === 'state' || !isKnown(period.reading.number)) return period;
  const { review } = basis.input;
  const table = basis.rowsOf(from, { day: review.results, isPast: review.results < review.pipeline });
  if (!isKnown(table)) return period;
  const isOnRecord = table.rows.some(({ cell }) => {
    const day = cell(date);
    return typeof day === 'string' && day <= period.span.range.to;
  });
  if (isOnRecord) return period;
  const unknown: Known<number> = missing(`no ${table.what} on record that early`);
  return {
    ...period,
    value: { kind: 'missing', reason: unknown.missing },
    reading: { ...period.reading, number: unknown },
  };
}
