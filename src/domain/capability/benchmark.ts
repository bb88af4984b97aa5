import type { BenchmarksTemplate } from '../../schema/benchmarks.ts';
import type { PartnerType } from '../../schema/partner.ts';
import { missing } from '../../units/missing.ts';
import type { Cohort } from './peers.ts';

/**
 * The benchmark that channel operations supplied for partners of this type and tier: the first group that fits. Undefined where none
 * does, and the partner's own peers stand.
 */
export function benchmarkFor(
  { type, tier }: { readonly type: PartnerType; readonly tier?: string | undefined },
  { groups }: BenchmarksTemplate,
): Cohort | undefined {
  const group = groups.find(
    ({ partner_types: types, tiers }) =>
      (!types || types.includes(type)) && (!tiers || (tier !== undefined && tiers.includes(tier))),
  );
  if (!group) return undefined;
  const { title, source, partners, categories, topics } = group;
  const { lower, median, upper } = group.overall;
  const unknown = missing('the benchmark does not say it');
  return {
    kind: 'benchmark',
    n: partners,
    lower: lower ?? unknown,
    median,
    upper: upper ?? unknown,
    categories: new Map(Object.entries(categories)),
    topics: new Map(Object.entries(topics)),
    members: [],
    benchmark: { title, source },
  };
}
