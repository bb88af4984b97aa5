import type { BenchmarksTemplate } from '../schema/benchmarks.ts';
import type { Templates } from '../schema/territory.ts';
import { detailsOf, quote } from './check-values.ts';
import type { TemplateReading } from './load-template.ts';
import type { Problem } from './problem.ts';

/** Ids of a territory's benchmarks that the program or the questionnaire does not have: such a score would stand nowhere. */
export function checkBenchmarks(
  { value, problemAtKey }: TemplateReading<BenchmarksTemplate>,
  { tiers: { tiers }, questionnaire: { categories } }: Pick<Templates, 'tiers' | 'questionnaire'>,
): Problem[] {
  if (!value || !problemAtKey) return [];
  const open = categories.filter(({ audience }) => audience === 'partner');
  const known = {
    tier: tiers.map(({ id }) => id),
    category: open.map(({ id }) => id),
    topic: open.flatMap(({ topics }) => topics.map(({ id }) => id)),
  };
  const check = (what: keyof typeof known, written: string, path: readonly PropertyKey[]): Problem[] => {
    if (known[what].includes(written)) return [];
    const message = `${quote(written)} is not a ${what} of ${what === 'tier' ? 'this program' : 'the questionnaire'}`;
    return [problemAtKey(path, { message, ...detailsOf({ written, allowed: known[what] }) })];
  };
  return value.groups.flatMap((group, index) => {
    const at = ['groups', index] as const;
    return [
      ...(group.tiers ?? []).flatMap((id, place) => check('tier', id, [...at, 'tiers', place])),
      ...Object.keys(group.categories).flatMap((id) => check('category', id, [...at, 'categories', id])),
      ...Object.keys(group.topics).flatMap((id) => check('topic', id, [...at, 'topics', id])),
    ];
  });
}
