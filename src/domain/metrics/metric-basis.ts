import type { Fund } from '../../schema/funds.ts';
import type { MetricsTemplate } from '../../schema/metrics.ts';
import type { MetricTableName } from '../../schema/metric-tables.ts';
import type { Known } from '../../units/missing.ts';
import type { Figure } from '../figure.ts';
import { rangeOfQuarter, rangeOfYear } from '../fiscal-calendar.ts';
import type { StageInput } from '../life-stage/stage-basis.ts';
import { figureReader, type FigureName, type Performance } from '../performance/performance.ts';
import { tierBasisOf, type TierBasis, type TierInput } from '../tiers/tier-basis.ts';
import type { TierStanding } from '../tiers/tier-standing.ts';
import { metricSpansOf, type MetricSpan, type MetricSpans } from './metric-spans.ts';
import type { MetricTable, RowSource, SeenOn } from './rows/metric-table.ts';
import { rowsOfTable } from './rows/rows-of-table.ts';

/** A partner's page input with the metrics of the program and what is already computed of it. */
export interface MetricInput extends TierInput, StageInput {
  readonly metrics: MetricsTemplate;
  readonly funds: readonly Fund[] | undefined;
  readonly performance: Performance;
  readonly tier?: TierStanding | undefined;
  /** What the agreed business plan planned as own profit of the fiscal year, for the months that are reported; undefined without such a plan. */
  readonly profitPlanned?: (() => ProfitPlanned | undefined) | undefined;
}

/** Own profit as it was planned, in the partner's currency. */
export interface ProfitPlanned {
  readonly planned: Known<number>;
  /** In words: "business plan FY26". */
  readonly source: string;
}

/** What metrics are read from. Figures of other periods and rows of tables are worked out once, when first asked for. */
export interface MetricBasis {
  readonly input: MetricInput;
  readonly source: RowSource;
  readonly spans: MetricSpans;
  figureIn(span: MetricSpan, name: FigureName): Figure;
  rowsOf(table: MetricTableName, seenOn: SeenOn): Known<MetricTable>;
  programOn(span: MetricSpan): TierBasis;
}

/** Prepares a partner's files for reading metrics at the review's dates. */
export function metricBasisOf(input: MetricInput): MetricBasis {
  const { files, config, review, deals, funds, performance } = input;
  const source: RowSource = {
    files,
    config,
    calendar: review.calendar,
    currency: performance.currency,
    deals,
    funds,
  };
  const readers = once<(name: FigureName) => Figure>();
  const tables = once<Known<MetricTable>>();
  const program = tierBasisOf(input);
  return {
    input,
    source,
    spans: metricSpansOf(review),
    figureIn: (span, name) =>
      isReviewed(span, input)
        ? performance.figures[name]
        : readers(keyOf(span), () => figureReader({ ...input, review: reviewIn(span, input) }))(name),
    rowsOf: (table, seenOn) =>
      tables(`${table} ${seenOn.day} ${seenOn.isPast}`, () => rowsOfTable(source, table, seenOn)),
    programOn: (span) => ({
      ...program,
      // What was known on the last day of the period.
      ...(span.isPast && { asOf: span.day.others, known: span.day.deals }),
    }),
  };
}

function isReviewed({ quarter, range }: MetricSpan, { review }: MetricInput): boolean {
  return (
    quarter.year === review.quarter.year && quarter.quarter === review.quarter.quarter && range.to === review.results
  );
}

/** The review as it would have been on the last day of the period, with the plan that holds today. */
function reviewIn({ quarter, range, day }: MetricSpan, { review }: MetricInput): MetricInput['review'] {
  const { calendar } = review;
  const yearRange = rangeOfYear(quarter.year, calendar);
  const quarterRange = rangeOfQuarter(quarter, calendar);
  return { ...review, quarter, results: range.to, pipeline: day.deals, yearRange, quarterRange };
}

function keyOf({ quarter, range, day }: MetricSpan): string {
  return `${quarter.year} ${quarter.quarter} ${range.to} ${day.deals}`;
}

/** Remembers what was worked out under a name. */
function once<T>(): (name: string, work: () => T) => T {
  const done = new Map<string, T>();
  return (name, work) => {
    const known = done.get(name);
    if (known !== undefined) return known;
    const value = work();
    done.set(name, value);
    return value;
  };
}
