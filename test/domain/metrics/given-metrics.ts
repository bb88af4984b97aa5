import type { MetricInput } from '../../../src/domain/metrics/metric-basis.ts';
import type { MetricStanding } from '../../../src/domain/metrics/metric-standing.ts';
import { metricStandings } from '../../../src/domain/metrics/metric-standing.ts';
import { computePerformance } from '../../../src/domain/performance/performance.ts';
import { tierStanding } from '../../../src/domain/tiers/tier-standing.ts';
import { metricsSchema, type MetricsTemplate } from '../../../src/schema/metrics.ts';
import type { PartnerFiles } from '../../../src/schema/territory.ts';
import type { Fund } from '../../../src/schema/funds.ts';
import type { Value } from '../../../src/units/value.ts';
import { givenInput, type PartnerCase } from '../../artifacts/given-input.ts';
import { plain } from '../given.ts';

/** A partner's case with the tables and funds that metrics ask. */
export interface MetricCase extends PartnerCase {
  readonly tables?: Partial<Pick<PartnerFiles, 'registrations' | 'leads' | 'activities'>>;
  readonly funds?: readonly Fund[];
  /** Metrics in place of those that ship. */
  readonly metrics?: readonly object[];
  readonly profitPlanned?: MetricInput['profitPlanned'];
}

/** The metrics of one partner on 28 February 2026, in FY26-Q3, by their ids. */
export function metricsOf(given: MetricCase): ReadonlyMap<string, MetricStanding> {
  const base = givenInput({ partner: { life_stage: 'support-success' }, ...given });
  const input = {
    ...base,
    files: { ...base.files, ...given.tables },
    funds: given.funds,
    profitPlanned: given.profitPlanned,
    ...(given.metrics && { metrics: templateOf(given.metrics) }),
  };
  const standings = metricStandings({ ...input, performance: computePerformance(input), tier: tierStanding(input) });
  return new Map(standings.map((standing) => [standing.metric.id, standing]));
}

/** One metric of a case; a case without it is a mistake of the test. */
export function metricOf(given: MetricCase, id: string): MetricStanding {
  const standing = metricsOf(given).get(id);
  if (!standing) throw new Error(`no metric "${id}"`);
  return standing;
}

/** The bare numbers of the quarters and of the year to date; the reason where one is unknown. */
export function numbersOf({ quarters, toDate }: MetricStanding) {
  return { quarters: quarters.map(({ value }) => bare(value)), toDate: bare(toDate.value) };
}

/** The bare number of a value. */
export function bare(value: Value): number | boolean | string {
  if (value.kind === 'score') return value.score;
  return value.kind === 'points' ? value.points : plain(value);
}

/** A template of these metrics; what a metric does not say is that of a simple count. */
export function templateOf(metrics: readonly object[]): MetricsTemplate {
  return metricsSchema.parse({
    id: 'metrics',
    title: 'Metrics',
    source: 'invented',
    categories: [{ id: 'own', title: 'Own' }],
    kinds: [
      { id: 'size', title: 'Size', looks_back: true },
      { id: 'history', title: 'History', looks_back: true },
      { id: 'skills', title: 'Skills' },
      { id: 'outlook', title: 'Outlook' },
    ],
    words: {
      more: { good: 'on target', watch: 'near target', bad: 'below target' },
      less: { good: 'on target', watch: 'near target', bad: 'above target' },
    },
    balance: { note: 'Only {measured} is measured. Nothing measures {missing}.' },
    metrics: metrics.map((metric, index) => ({ ...SIMPLE, id: `own-${index}`, ...metric })),
  });
}

const SIMPLE = {
  title: 'Own metric',
  category: 'own',
  measures: 'size',
  unit: 'count',
  grain: 'flow',
  direction: 'up',
} as const;

/** A loaded table with these columns. */
export function tableOf<T extends object>(name: string, columns: readonly (keyof T)[], rows: readonly T[]) {
  return { path: `partners/acme/${name}.csv`, columns: new Set(columns), rows };
}
