import type { LineChart } from '../../document/chart.ts';
import { formatAmount, formatSentence, type FormatOptions } from '../../units/format.ts';
import { at, plane, type Plane } from './axis.ts';
import { categoryLabels } from './category-labels.ts';
import type { Drawn } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { placeLabels, type PlacedLabel } from './line-labels.ts';

const HEIGHT = 112;
const LABELS_HEIGHT = 15;

type Line = LineChart['lines'][number];

/** Running totals as lines from zero, named at their ends. `labelled`: the categories stand under the axis. */
export function drawLineChart(
  chart: LineChart,
  { format, width, margin, labelled }: { format: FormatOptions; width: number; margin: number; labelled: boolean },
): Drawn {
  const height = HEIGHT + (labelled ? LABELS_HEIGHT : 0);
  const right = width - margin;
  const values = chart.lines.flatMap(({ values }) => values);
  const area = plane(values, { left: 0, right, top: 20, bottom: HEIGHT - 4, count: chart.categories.length });
  const order = { reference: 0, forecast: 1, actual: 2 };
  const lines = chart.lines.toSorted((a, b) => order[a.role] - order[b.role]);
  const labels = placeLabels(chart, area, {
    right,
    height: HEIGHT,
    width,
    print: (value) => formatAmount(value, chart.currency, format),
  });
  const html = `<svg role="img" aria-label="${escapeHtml(formatSentence(chart.description, format))}" viewBox="0 0 ${at(width)} ${height}" width="100%">
<path class="axis" d="M0 ${at(area.zero)}H${at(right)}"/>
${lines.map((line) => drawLine(line, area)).join('\n')}
${labels.map(drawLabel).join('\n')}
${labelled ? categoryLabels(chart.categories, area, height - 3) : ''}</svg>`;
  return { html, height };
}

function drawLine({ role, values }: Line, area: Plane): string {
  const runs = unbrokenRuns(values);
  const paths = runs
    .filter((run) => run.length > 1)
    .map((run) => run.map((index) => `${at(area.x(index))} ${at(area.y(values[index]!))}`).join('L'));
  const last = values.findLastIndex((value) => value !== null);
  const dots = runs.flatMap((run) =>
    run.length === 1 || (role === 'actual' && run.at(-1) === last) ? [run.at(-1)!] : [],
  );
  return [
    ...paths.map((path) => `<path class="line ${role}" d="M${path}"/>`),
    ...(role === 'reference' ? [] : dots).map(
      (index) => `<circle class="point" cx="${at(area.x(index))}" cy="${at(area.y(values[index]!))}" r="3.6"/>`,
    ),
  ].join('');
}

/** The stretches of a line between its gaps, as indexes. */
function unbrokenRuns(values: readonly (number | null)[]): number[][] {
  const runs: number[][] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    if (index > 0 && values[index - 1] !== null && runs.length > 0) runs.at(-1)!.push(index);
    else runs.push([index]);
  });
  return runs;
}

function drawLabel({ text, x, y, anchor, isReference }: PlacedLabel): string {
  return `<text${isReference ? '' : ' class="name"'} x="${at(x)}" y="${at(y)}" text-anchor="${anchor}">${escapeHtml(text)}</text>`;
}
