import { escapeXml } from '../escape-xml.ts';
import { type Chart, type Stroke } from './chart.ts';
import { strokeXml, textXml } from './look-xml.ts';

/** The one pair of axes that all series share. Any numbers will do, as long as both kinds of reference name the same. */
const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;

/** What a group of series ends with. */
export const AXIS_REFERENCES = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;

/** Both axes; their children stand in the order of ECMA-376 part 1, 21.2. */
export function axesXml(chart: Chart): string {
  return categoryAxisXml(chart) + valueAxisXml(chart);
}

function categoryAxisXml({ categoryAxis, bars, categories }: Chart): string {
  const { names, look, line, everyNth = 1, isReversed = false, isLevel = false } = categoryAxis;
  const format = 'numbers' in categories ? categories.format : 'General';
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/>` +
    `<c:scaling><c:orientation val="${isReversed ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${bars?.direction === 'bar' ? 'l' : 'b'}"/><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${names}"/>` +
    `<c:spPr>${strokeXml(line)}</c:spPr>${textXml(look, { isLevel })}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/>` +
    // Not "auto": Excel would turn days into an axis of dates, on which the quarters of a year stand unevenly.
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>' +
    `${everyNth > 1 ? `<c:tickLblSkip val="${everyNth}"/>` : ''}<c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

function valueAxisXml({ valueAxis, categoryAxis, bars, series }: Chart): string {
  const { min, max, majorUnit, labels, gridlines } = valueAxis;
  const limits = `${limitXml('max', max)}${limitXml('min', min)}`;
  // An area reaches from the first category to the last; anything else keeps half a category free on both sides.
  const isEdgeToEdge = series.some(({ kind }) => kind === 'area') && !series.some(({ kind }) => kind === 'bars');
  return (
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>${limits}</c:scaling>` +
    `<c:delete val="${labels ? 0 : 1}"/><c:axPos val="${bars?.direction === 'bar' ? 'b' : 'l'}"/>${gridlinesXml(gridlines)}` +
    `<c:numFmt formatCode="${escapeXml(labels?.format ?? 'General')}" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:spPr>${strokeXml(undefined)}</c:spPr>${labels ? textXml(labels.look) : ''}<c:crossAx val="${CATEGORY_AXIS}"/>` +
    // Where the first category stands on top, the axis of the values stays below the last one.
    `<c:crosses val="${categoryAxis.isReversed ? 'max' : 'autoZero'}"/>` +
    `<c:crossBetween val="${isEdgeToEdge ? 'midCat' : 'between'}"/>${limitXml('majorUnit', majorUnit)}</c:valAx>`
  );
}

function gridlinesXml(stroke: Stroke | undefined): string {
  return stroke ? `<c:majorGridlines><c:spPr>${strokeXml(stroke)}</c:spPr></c:majorGridlines>` : '';
}

function limitXml(name: string, value: number | undefined): string {
  return value !== undefined && Number.isFinite(value) ? `<c:${name} val="${value}"/>` : '';
}
