import { type CountLabel, countLabels } from '../../document/count-label.ts';
import type { ClusterChart } from '../../document/chart.ts';
import { formatSentence, type FormatOptions } from '../../units/format.ts';
import { at, plane, type Plane } from './axis.ts';
import { wrappedLabels } from './category-labels.ts';
import { chartTwin } from './chart-twin.ts';
import { clusterKey } from './cluster-key.ts';
import { drawClusterRows } from './cluster-rows.ts';
import type { Drawn } from './drawn.ts';
import { drawParagraph } from './draw-words.ts';
import { escapeHtml } from './escape-html.ts';
import { textWidth } from './text-width.ts';

const PLOT_HEIGHT = 96;
const VALUE_ROOM = 15;
const TYPE = 11;
const NAME_LINE = 13;
/** Space between the bars of two categories, as a part of a bar. */
const GAP = 0.4;
/** What is known and not zero shows at least so much. */
const LEAST_HEIGHT = 0.8;

/** Counts as bars beside each other with their numbers on top; as rows where bars or names would have no room. */
export function drawClusters(chart: ClusterChart, format: FormatOptions, width: number): Drawn {
  const values = chart.series.flatMap((series) => series.values.map(known)).filter((value) => value !== null);
  if (values.length === 0) return drawParagraph(chart.description, format, { width, grey: true });
  const band = width / chart.categories.length;
  const bar = band / (chart.series.length + GAP);
  const label = countLabels(values, (text) => textWidth(text, TYPE) <= bar);
  const names = wrappedLabels(chart.categories, band - 6);
  if (!label || !names) return drawClusterRows(chart, format, width);
  const bottom = VALUE_ROOM + PLOT_HEIGHT;
  const area = plane(values, { left: 0, right: width, top: VALUE_ROOM, bottom, count: chart.categories.length });
  const height = bottom + NAME_LINE * Math.max(...names.map((lines) => lines.length)) + 4;
  const svg = `<svg role="img" aria-label="${escapeHtml(formatSentence(chart.description, format))}" viewBox="0 0 ${at(width)} ${height}" width="100%">
${chart.categories.map((_, index) => drawCluster(chart, index, { area, bar, label })).join('\n')}
<path class="axis" d="M0 ${at(area.zero)}H${at(width)}"/>
${names.map((lines, index) => drawName(lines, area.x(index), bottom)).join('')}</svg>`;
  const key = clusterKey(chart);
  return { html: key.html + svg + chartTwin(chart, format), height: key.height + height };
}

interface Bars {
  readonly area: Plane;
  readonly bar: number;
  readonly label: (count: number) => CountLabel;
}

function drawCluster({ series }: ClusterChart, index: number, { area, bar, label }: Bars): string {
  const left = area.x(index) - (bar * series.length) / 2;
  return series
    .map(({ role, values }, place) => {
      const value = known(values[index] ?? null);
      if (value === null) return '';
      const [top, bottom] = [Math.min(area.y(value), area.zero), Math.max(area.y(value), area.zero)];
      const height = value === 0 ? 0 : Math.max(LEAST_HEIGHT, bottom - top);
      const x = left + bar * place;
      const figure = `<text class="figure" x="${at(x + bar / 2)}" y="${at(top - 4)}" text-anchor="middle">${escapeHtml(label(value).text)}</text>`;
      return `<rect class="bar ${role}" x="${at(x)}" y="${at(bottom - height)}" width="${at(bar)}" height="${at(height)}"/>${figure}`;
    })
    .join('');
}

function drawName(lines: readonly string[], x: number, bottom: number): string {
  return lines
    .map(
      (line, index) =>
        `<text x="${at(x)}" y="${at(bottom + NAME_LINE * (index + 1))}" text-anchor="middle">${escapeHtml(line)}</text>`,
    )
    .join('');
}

function known(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
