import { escapeXml } from '../escape-xml.ts';
import { fillXml } from '../fill-xml.ts';
import type { ChartCells } from './chart-cells.ts';
import { type BarSeries, categoryCount, type Chart, type DataLabels, type LineSeries, type Series } from './chart.ts';
import { strokeXml, textXml } from './look-xml.ts';

/** A chart with the cells of its data. */
export interface LinkedChart {
  readonly chart: Chart;
  readonly cells: ChartCells;
}

/**
 * One series with the values it showed last. Its children stand in the order of ECMA-376 part 1, 21.2: PowerPoint repairs any other.
 * @param index its place among all series of the chart.
 */
export function seriesXml(series: Series, index: number, linked: LinkedChart): string {
  const { name, values } = linked.cells.series[index]!;
  const data =
    `<c:cat>${categoriesXml(linked)}</c:cat>` +
    `<c:val>${numbersXml(values, series.values, { count: categoryCount(linked.chart) })}</c:val>`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${textsXml(name, [series.name])}</c:tx>` +
    `${shapeXml(series, linked.chart)}${data}${series.kind === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

/** What a series looks like: everything between its name and its data. */
function shapeXml(series: Series, { bars }: Chart): string {
  switch (series.kind) {
    case 'area':
      return `<c:spPr>${fillXml(series.colour)}${strokeXml(undefined)}</c:spPr>`;
    case 'bars':
      return (
        `<c:spPr>${fillXml(series.colour)}${strokeXml(undefined)}</c:spPr><c:invertIfNegative val="0"/>` +
        labelsXml(bars?.grouping === 'stacked' ? insideOf(series.labels) : series.labels)
      );
    case 'line':
      return `<c:spPr>${strokeXml(series.stroke)}</c:spPr>${markerXml(series)}${labelsXml(series.labels)}`;
  }
}

function markerXml({ marker }: LineSeries): string {
  if (!marker) return '<c:marker><c:symbol val="none"/></c:marker>';
  return (
    `<c:marker><c:symbol val="${marker.symbol}"/><c:size val="${marker.size}"/>` +
    `<c:spPr>${fillXml(marker.colour)}${strokeXml(marker.outline)}</c:spPr></c:marker>`
  );
}

/** Bars that stand on one another leave no room outside; PowerPoint repairs a file that puts labels there. */
function insideOf(labels: BarSeries['labels']): BarSeries['labels'] {
  return labels?.position === 'outEnd' ? { ...labels, position: 'inEnd' } : labels;
}

function labelsXml(labels: DataLabels<string> | undefined): string {
  if (!labels) return '';
  const points = (labels.points ?? []).map(
    ({ index, format }) => `<c:dLbl><c:idx val="${index}"/>${labelXml({ ...labels, format })}</c:dLbl>`,
  );
  return `<c:dLbls>${points.join('')}${labelXml(labels)}</c:dLbls>`;
}

function labelXml({ format, look, position }: DataLabels<string>): string {
  return (
    `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` +
    `${textXml(look)}<c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/>` +
    '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
  );
}

function categoriesXml({ chart: { categories }, cells }: LinkedChart): string {
  if (!('numbers' in categories)) return textsXml(cells.categories, categories);
  const { numbers, format } = categories;
  return numbersXml(cells.categories, numbers, { count: numbers.length, format });
}

/** Texts and the cells they stand in. An empty one is left out: a point may not be empty. */
function textsXml(reference: string, texts: readonly string[]): string {
  const points = texts
    .map((text, i) => {
      const escaped = escapeXml(text);
      return escaped && pointXml(i, escaped);
    })
    .join('');
  return `<c:strRef><c:f>${escapeXml(reference)}</c:f><c:strCache><c:ptCount val="${texts.length}"/>${points}</c:strCache></c:strRef>`;
}

/** Numbers and the cells they stand in. What is no finite number is left out, which makes it a gap. */
function numbersXml(
  reference: string,
  numbers: readonly (number | null)[],
  { count, format = 'General' }: { readonly count: number; readonly format?: string },
): string {
  const points = numbers
    .slice(0, count)
    .map((value, i) => (value !== null && Number.isFinite(value) ? pointXml(i, String(value)) : ''))
    .join('');
  return (
    `<c:numRef><c:f>${escapeXml(reference)}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode>` +
    `<c:ptCount val="${count}"/>${points}</c:numCache></c:numRef>`
  );
}

function pointXml(index: number, value: string): string {
  return `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`;
}
