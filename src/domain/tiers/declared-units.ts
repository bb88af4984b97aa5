import type { MetricsTemplate } from '../../schema/metrics.ts';
import type { TiersTemplate } from '../../schema/tiers.ts';
import { figureNameOfId } from '../metrics/figure-name.ts';

/** Metrics of `metrics.yaml` as the program knows metrics, so that a requirement on one has its unit. */
export function declaredUnits(metrics: MetricsTemplate | undefined): TiersTemplate['metrics'] {
  const asked = metrics?.metrics.filter(({ read }) => read.from !== undefined) ?? [];
  return Object.fromEntries(
    asked.map(({ id, title, unit }) => [
      figureNameOfId(id),
      { unit: unit === 'times' || unit === 'days' ? ('count' as const) : unit, title },
    ]),
  );
}
