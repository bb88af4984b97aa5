import type { ClusterChart } from '../../document/chart.ts';
import type { Drawn } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { LEGEND } from './geometry.ts';

/** What the colours of bars side by side are. */
export function clusterKey({ series }: ClusterChart): Drawn {
  const entries = series.map(
    ({ role, label }) =>
      `<span><svg viewBox="0 0 10 12" width="10" height="12"><rect class="bar ${role}" y="2" width="9" height="9"/></svg>${escapeHtml(label)}</span>`,
  );
  return { html: `<p class="legend" aria-hidden="true">${entries.join('')}</p>`, height: LEGEND };
}
