import type { Parts } from '../parts.ts';
import { relationshipsXml } from '../relationships.ts';
import type { ChartCells } from './chart-cells.ts';
import { chartGraphicXml, identityXml } from './chart-frame.ts';
import { chartXml } from './chart-xml.ts';
import type { Chart } from './chart.ts';

/** A chart that stands on a sheet and shows cells of its workbook. */
export interface SheetChart {
  readonly name: string;
  /** Alternative text. */
  readonly description: string;
  readonly chart: Chart;
  readonly cells: ChartCells;
  /** The cell in whose upper left corner it begins, and the one before whose upper left corner it ends, counted from 0. */
  readonly from: CellPlace;
  readonly to: CellPlace;
}

export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

const NAMESPACES =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
/** The frame takes its size from its anchor, but must name one. */
const NO_SIZE = '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>';

/**
 * The parts that a sheet's charts consist of; the sheet refers to `xl/drawings/drawing{number}.xml`.
 * @param place number of the drawing and of its first chart, each unique in the workbook, from 1.
 */
export function sheetCharts(
  charts: readonly SheetChart[],
  { drawing, firstChart }: { readonly drawing: number; readonly firstChart: number },
): Parts {
  const parts: Parts = new Map();
  charts.forEach((sheetChart, i) => parts.set(`xl/charts/chart${firstChart + i}.xml`, chartXml(sheetChart)));
  const targets = charts.map((_, i) => ['chart', `../charts/chart${firstChart + i}.xml`] as const);
  parts.set(`xl/drawings/_rels/drawing${drawing}.xml.rels`, relationshipsXml(targets));
  return parts.set(
    `xl/drawings/drawing${drawing}.xml`,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr ${NAMESPACES}>${charts.map(anchorXml).join('')}</xdr:wsDr>`,
  );
}

function anchorXml({ name, description, from, to }: SheetChart, index: number): string {
  // Id 1 is the drawing's own.
  const identity = identityXml({ id: index + 2, name, description });
  return (
    `<xdr:twoCellAnchor><xdr:from>${placeXml(from)}</xdr:from><xdr:to>${placeXml(to)}</xdr:to><xdr:graphicFrame macro="">` +
    `<xdr:nvGraphicFramePr><xdr:cNvPr ${identity}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>${NO_SIZE}` +
    `${chartGraphicXml(`rId${index + 1}`)}</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

function placeXml({ column, row }: CellPlace): string {
  return `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
}
