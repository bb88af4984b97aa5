import type { ColumnChart } from '../../document/chart.ts';
import { numberScale } from '../../document/number-scale.ts';
import { formatSentence, type FormatOptions } from '../../units/format.ts';
import { cutText } from '../../units/cut-text.ts';
import { at, plane, type Plane } from './axis.ts';
import { categoryLabels } from './category-labels.ts';
import type { Drawn } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { textWidth } from './text-width.ts';

const HEIGHT = 80;
const LABELS_HEIGHT = 15;
const BAR = 0.68;
const MARK = 0.84;
const TYPE = 11;

/** Months as bars from zero with their values at the base, marks across them, names at the right. */
export function drawColumnChart(
  chart: ColumnChart,
  { format, width, margin }: { format: FormatOptions; width: number; margin: number },
): Drawn {
  const { bars, marks, categories } = chart;
  const right = width - margin;
  const values = [bars, ...marks].flatMap(({ values }) => values);
  const area = plane(values, { left: 0, right, top: 8, bottom: HEIGHT - LABELS_HEIGHT, count: categories.length });
  const scale = numberScale(values, chart.currency);
  const printed = bars.values.map((value) => (value === null ? '' : scale.print(value)));
  const labelsFit = printed.every((text) => textWidth(text, TYPE) < area.band + 2);
  const shapes = categories.map((_, index) =>
    [
      drawBar(bars.values[index] ?? null, index, area),
      ...marks.map(({ role, values }) => drawMark(role, values[index] ?? null, index, area)),
      labelsFit ? drawValue(printed[index] ?? '', index, chart, area) : '',
    ].join(''),
  );
  const html = `<svg role="img" aria-label="${escapeHtml(formatSentence(chart.description, format))}" viewBox="0 0 ${at(width)} ${HEIGHT}" width="100%">
${shapes.join('\n')}
<path class="axis" d="M0 ${at(area.zero)}H${at(right)}"/>
${drawNames(chart, area, { right, room: margin - 6, unit: scale.unit })}
${categoryLabels(
  categories.map(({ label }) => label),
  area,
  HEIGHT - 2,
)}</svg>`;
  return { html, height: HEIGHT };
}

function drawBar(value: number | null, index: number, area: Plane): string {
  if (value === null || value === 0) return '';
  const [top, bottom] = [Math.min(area.y(value), area.zero), Math.max(area.y(value), area.zero)];
  const width = area.band * BAR;
  return `<rect class="bar" x="${at(area.x(index) - width / 2)}" y="${at(top)}" width="${at(width)}" height="${at(Math.max(0.6, bottom - top))}"/>`;
}

function drawMark(
  role: ColumnChart['marks'][number]['role'],
  value: number | null,
  index: number,
  area: Plane,
): string {
  if (value === null) return '';
  if (role === 'previous') {
    return `<circle class="previous" cx="${at(area.x(index))}" cy="${at(area.y(value))}" r="3.2"/>`;
  }
  const half = (area.band * MARK) / 2;
  return `<path class="target" d="M${at(area.x(index) - half)} ${at(area.y(value))}H${at(area.x(index) + half)}"/>`;
}

/** At the base of the bar; above everything where a mark would run through it. */
function drawValue(text: string, index: number, { bars, marks }: ColumnChart, area: Plane): string {
  if (text === '') return '';
  const base = area.zero - 4;
  const heights = [bars, ...marks].flatMap(({ values }) => (values[index] == null ? [] : [area.y(values[index])]));
  const crossed = marks.some(({ values }) => {
    const mark = values[index] == null ? undefined : area.y(values[index]);
    return mark !== undefined && mark > base - TYPE && mark < base + 3;
  });
  const y = crossed ? Math.min(...heights, area.zero) - 3 : base;
  return `<text class="figure" x="${at(area.x(index))}" y="${at(y)}" text-anchor="middle">${escapeHtml(text)}</text>`;
}

/** What bars and marks are and their unit, beside the last of them. */
function drawNames(
  { bars, marks, categories }: ColumnChart,
  area: Plane,
  { right, room, unit }: { right: number; room: number; unit: string },
): string {
  const label = (text: string, x: number, y: number, width: number) =>
    `<text x="${at(x)}" y="${at(y)}">${escapeHtml(cutText(text, width, (part) => textWidth(part, TYPE)))}</text>`;
  const last = bars.values.findLastIndex((value) => value !== null);
  const freeBands = categories.length - 1 - last;
  const length = textWidth(bars.label, TYPE);
  const touched = marks.some(({ values }) =>
    values
      .slice(last + 1, last + 2 + Math.ceil(length / area.band))
      .some((value) => value !== null && area.zero - area.y(value) < TYPE + 8),
  );
  const fitsBeside = last >= 0 && !touched && length < freeBands * area.band;
  const barName = fitsBeside
    ? label(bars.label, area.x(last) + area.band * 0.45, area.zero - 4, freeBands * area.band)
    : '';
  const others = marks.flatMap(({ label: name, values }) => {
    const value = values.at(-1) ?? values.findLast((value) => value !== null);
    return value == null ? [] : [{ name, y: area.y(value) + 4 }];
  });
  const named = [...(fitsBeside || last < 0 ? [] : [{ name: bars.label, y: area.zero - 4 }]), ...others].sort(
    (a, b) => b.y - a.y,
  );
  named.forEach((entry, index) => {
    entry.y = Math.min(entry.y, index === 0 ? area.zero - 3 : named[index - 1]!.y - 12);
  });
  return [
    barName,
    ...named.map(({ name, y }) => label(name, right + 4, y, room)),
    label(unit, right + 4, HEIGHT - 2, room),
  ].join('');
}
