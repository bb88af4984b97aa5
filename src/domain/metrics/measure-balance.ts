import type { MetricsTemplate } from '../../schema/metrics.ts';

/**
 * What a program says when its metrics measure only what was (size, history) and nothing of what comes; undefined when they are
 * balanced. The words are the template's.
 */
export function measureBalance({ metrics, kinds, balance }: MetricsTemplate): string | undefined {
  const used = new Set(metrics.map(({ measures }) => measures));
  const measured = kinds.filter(({ id }) => used.has(id));
  if (measured.some(({ looks_back: looksBack }) => !looksBack)) return undefined;
  const missing = kinds.filter(({ id, looks_back: looksBack }) => !used.has(id) && !looksBack);
  return balance.note.replaceAll('{measured}', named(measured)).replaceAll('{missing}', named(missing));
}

function named(kinds: readonly { readonly title: string }[]): string {
  const titles = kinds.map(({ title }) => title.toLowerCase());
  const last = titles.pop();
  return titles.length === 0 ? (last ?? 'nothing') : `${titles.join(', ')} and ${last}`;
}
