import { sentence, type Sentence } from '../../units/sentence.ts';
import { text, type Value } from '../../units/value.ts';
import type { Figure } from '../figure.ts';
import { figureNameOfId } from './figure-name.ts';
import type { MetricStanding, PeriodValue } from './metric-standing.ts';

/**
 * The figures of the metrics by the names `cam why` takes: `average_deal_size` to date, `average_deal_size_q2` of a quarter. A name
 * that is taken gets `_metric` behind it, unless the metric reads the very figure of that name.
 * @param taken names of other figures
 */
export function metricFigures(
  standings: readonly MetricStanding[],
  taken: ReadonlySet<string>,
): Readonly<Record<string, Figure>> {
  return Object.fromEntries(
    standings.flatMap((standing) => {
      const name = figureNameOf(standing, taken);
      const quarters = standing.quarters.map(
        (period) => [`${name}_${period.span.label.toLowerCase()}`, quarterFigure(standing, period)] as const,
      );
      return [[name, figureToDate(standing)] as const, ...quarters];
    }),
  );
}

/** The name of a metric's figure. */
export function figureNameOf({ metric }: MetricStanding, taken: ReadonlySet<string>): string {
  const name = figureNameOfId(metric.id);
  return taken.has(name) && metric.read.figure !== name ? `${name}_metric` : name;
}

/** Its evidence names rows by the hundred, so it is gathered when it is asked for. */
function figureToDate(standing: MetricStanding): Figure {
  const { metric, toDate, status } = standing;
  return {
    label: metric.title,
    value: toDate.value,
    ...(status && { status }),
    get evidence(): Figure['evidence'] {
      const own = toDate.reading.evidence();
      const rule = limitWords(standing) ?? own.rule;
      return { ...own, ...(rule !== undefined && { rule }), beside: beside(standing) };
    },
  };
}

function quarterFigure({ metric }: MetricStanding, { span, value, reading }: PeriodValue): Figure {
  return {
    label: `${metric.title}, ${span.label}`,
    value,
    get evidence() {
      return reading.evidence();
    },
  };
}

/** Quarters, target and what the metric is compared with, as far as they are known. */
function beside({ quarters, target, quarterBefore, yearBefore }: MetricStanding): Sentence[] {
  const known = quarters.filter(({ value }) => value.kind !== 'missing');
  const compared = [quarterBefore, yearBefore].filter(({ value }) => value.kind !== 'missing');
  return [
    ...(known.length > 0 ? [listed(known)] : []),
    ...(target && target.value.kind !== 'missing'
      ? [sentence('target {target}, from: {from}', { target: target.value, from: text(target.from) })]
      : []),
    ...(compared.length > 0 ? [listed(compared)] : []),
  ];
}

function listed(periods: readonly PeriodValue[]): Sentence {
  const values: Record<string, Value> = {};
  const parts = periods.map(({ span, value }, index) => {
    values[`label${index}`] = text(span.label);
    values[`value${index}`] = value;
    return `{label${index}}: {value${index}}`;
  });
  return sentence(parts.join(' · '), values);
}

function limitWords({ metric }: MetricStanding): string | undefined {
  const { percent_of_target: ofTarget, value } = metric.status ?? {};
  const limits = ofTarget ?? value;
  if (!limits) return undefined;
  const words = Object.entries(limits).flatMap(([name, limit]) =>
    limit === undefined ? [] : [`${name.replace('_', ' ')} ${limit}${ofTarget ? ' %' : ''}`],
  );
  return `${words.join(', ')}${ofTarget ? ' of the target' : ''} (metrics.yaml)`;
}
