import { escapeXml } from '../escape-xml.ts';
import { AXIS_REFERENCES, axesXml } from './axes-xml.ts';
import type { BarLayout, Chart, PlotArea } from './chart.ts';
import { lookXml, textXml } from './look-xml.ts';
import { seriesXml, type LinkedChart } from './series-xml.ts';

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const NOTHING = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
const LEGEND_PLACE = { top: 't', bottom: 'b', right: 'r' } as const;
/** From back to front, which is also the order in which Excel itself writes them. */
const KINDS = ['area', 'bars', 'line'] as const;
const USUAL_BARS: BarLayout = { direction: 'col', gap: 100 };

/**
 * A chart part, for a slide or a sheet alike.
 * @param linked the chart and the cells of its data, which for a chart on a slide are `ownCells(chart)`.
 * @param workbook relationship that leads to the workbook of a chart on a slide.
 * @throws RangeError when there is nothing to draw, or the cells are of another chart.
 * @example
 * const chart: Chart = {
 *   categories: ['Jul', 'Aug', 'Sep'],
 *   series: [
 *     { kind: 'bars', name: 'Actual', values: [120, 80, null], colour: 'accent2', labels: { position: 'inBase', format: '#,##0', look } },
 *     { kind: 'line', name: 'Plan', values: [100, 100, 110], marker: { symbol: 'dash', size: 16, colour: 'tx1' } },
 *   ],
 *   bars: { direction: 'col', gap: 45 },
 *   categoryAxis: { names: 'low', look, line: { colour: 'tx2', points: 1 } },
 *   valueAxis: { min: 0 },
 *   language: 'en-GB',
 * };
 * chartXml({ chart, cells: {
 *   categories: 'Months!$A$5:$A$7',
 *   series: [{ name: 'Months!$B$4', values: 'Months!$B$5:$B$7' }, { name: 'Months!$C$4', values: 'Months!$C$5:$C$7' }],
 * } });
 */
export function chartXml(linked: LinkedChart, workbook?: string): string {
  const { chart, cells } = linked;
  if (chart.series.length === 0) throw new RangeError('A chart needs a series');
  if (chart.series.length !== cells.series.length)
    throw new RangeError(`${chart.series.length} series do not stand in the cells of ${cells.series.length}`);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}><c:date1904 val="0"/>` +
    `<c:lang val="${escapeXml(chart.language)}"/><c:roundedCorners val="0"/>` +
    `<c:chart>${titleXml(chart)}<c:plotArea>${plotXml(chart.plot)}${groupsXml(linked)}${axesXml(chart)}${NOTHING}</c:plotArea>` +
    `${legendXml(chart)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${NOTHING}` +
    `${workbook ? `<c:externalData r:id="${workbook}"><c:autoUpdate val="0"/></c:externalData>` : ''}</c:chartSpace>`
  );
}

function titleXml({ title, language }: Chart): string {
  if (!title) return '<c:autoTitleDeleted val="1"/>';
  const words = `<a:r><a:rPr lang="${escapeXml(language)}"/><a:t>${escapeXml(title.text)}</a:t></a:r>`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${lookXml(title.look)}</a:pPr>${words}</a:p></c:rich></c:tx>` +
    '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
  );
}

function plotXml(plot: PlotArea | undefined): string {
  if (!plot) return '<c:layout/>';
  const { x, y, w, h } = plot;
  return (
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>' +
    `<c:x val="${x}"/><c:y val="${y}"/><c:w val="${w}"/><c:h val="${h}"/></c:manualLayout></c:layout>`
  );
}

/** The series of a kind stand together in one group, as Office itself writes them. */
function groupsXml(linked: LinkedChart): string {
  return KINDS.map((kind) => {
    const written = linked.chart.series
      .map((series, index) => (series.kind === kind ? seriesXml(series, index, linked) : ''))
      .join('');
    return written && groupXml(kind, written, linked.chart.bars ?? USUAL_BARS);
  }).join('');
}

function groupXml(kind: (typeof KINDS)[number], series: string, { direction, gap, grouping }: BarLayout): string {
  const start = '<c:grouping val="standard"/><c:varyColors val="0"/>';
  switch (kind) {
    case 'area':
      return `<c:areaChart>${start}${series}${AXIS_REFERENCES}</c:areaChart>`;
    case 'line':
      return `<c:lineChart>${start}${series}<c:marker val="1"/>${AXIS_REFERENCES}</c:lineChart>`;
    case 'bars':
      return (
        `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${grouping === 'stacked' ? 'stacked' : 'clustered'}"/>` +
        `<c:varyColors val="0"/>${series}<c:gapWidth val="${gap}"/>` +
        `<c:overlap val="${grouping === 'stacked' || grouping === 'over' ? 100 : 0}"/>${AXIS_REFERENCES}</c:barChart>`
      );
  }
}

function legendXml({ legend }: Chart): string {
  if (!legend) return '';
  return `<c:legend><c:legendPos val="${LEGEND_PLACE[legend.position]}"/><c:overlay val="0"/>${textXml(legend.look)}</c:legend>`;
}
