import type { ClusterChart } from '../../document/chart.ts';
import { countAt, type StageCount } from '../../domain/marketing/waterfall/waterfall.ts';
import type { MarketingTactics } from '../../schema/marketing-tactics.ts';
import { isKnown } from '../../units/missing.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';

/** Leads of every stage under a name: "plan". */
interface NamedCounts {
  readonly label: string;
  readonly counts: readonly StageCount[];
}

/** The lead waterfall as a chart: what is measured against, and what is measured, side by side at every stage; unknown has no bar. */
export function leadsByStage(
  { stages }: Pick<MarketingTactics['waterfall'], 'stages'>,
  given: {
    readonly id: string;
    readonly description: Sentence;
    readonly reference: NamedCounts;
    readonly actual: NamedCounts;
  },
): ClusterChart {
  const series = (role: 'reference' | 'actual') => ({
    role,
    label: given[role].label,
    values: stages.map(({ id }) => {
      const known = countAt(given[role].counts, id);
      return isKnown(known) ? known : null;
    }),
  });
  return {
    kind: 'clusters',
    id: given.id,
    heading: sentence('Lead waterfall'),
    description: given.description,
    unit: 'leads',
    categories: stages.map(({ title }) => title),
    series: [series('reference'), series('actual')],
  };
}
