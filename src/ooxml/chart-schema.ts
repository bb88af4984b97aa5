const SERIES_START = ['c:idx', 'c:order', 'c:tx', 'c:spPr'];
const TRENDS = ['c:trendline', 'c:errBars'];

/** The children of a series by the kind of chart it stands in, in the order of ECMA-376 part 1, 21.2. */
export const SERIES_ORDER: Readonly<Record<string, readonly string[]>> = {
  bar: [...SERIES_START, 'c:invertIfNegative', 'c:dPt', 'c:dLbls', ...TRENDS, 'c:cat', 'c:val', 'c:shape', 'c:extLst'],
  bar3D: [
    ...SERIES_START,
    'c:invertIfNegative',
    'c:dPt',
    'c:dLbls',
    ...TRENDS,
    'c:cat',
    'c:val',
    'c:shape',
    'c:extLst',
  ],
  line: [...SERIES_START, 'c:marker', 'c:dPt', 'c:dLbls', ...TRENDS, 'c:cat', 'c:val', 'c:smooth', 'c:extLst'],
  area: [...SERIES_START, 'c:dPt', 'c:dLbls', ...TRENDS, 'c:cat', 'c:val', 'c:extLst'],
  radar: [...SERIES_START, 'c:marker', 'c:dPt', 'c:dLbls', 'c:cat', 'c:val', 'c:extLst'],
  pie: [...SERIES_START, 'c:explosion', 'c:dPt', 'c:dLbls', 'c:cat', 'c:val', 'c:extLst'],
  doughnut: [...SERIES_START, 'c:explosion', 'c:dPt', 'c:dLbls', 'c:cat', 'c:val', 'c:extLst'],
  scatter: [...SERIES_START, 'c:marker', 'c:dPt', 'c:dLbls', ...TRENDS, 'c:xVal', 'c:yVal', 'c:smooth', 'c:extLst'],
  bubble: [
    ...[...SERIES_START, 'c:invertIfNegative', 'c:dPt', 'c:dLbls', ...TRENDS],
    ...['c:xVal', 'c:yVal', 'c:bubbleSize', 'c:bubble3D', 'c:extLst'],
  ],
};

const AXIS_START = [
  ...['c:axId', 'c:scaling', 'c:delete', 'c:axPos', 'c:majorGridlines', 'c:minorGridlines', 'c:title', 'c:numFmt'],
  ...[
    'c:majorTickMark',
    'c:minorTickMark',
    'c:tickLblPos',
    'c:spPr',
    'c:txPr',
    'c:crossAx',
    'c:crosses',
    'c:crossesAt',
  ],
];

/** The children of an axis by its element, in the same source's order. */
export const AXIS_ORDER: Readonly<Record<string, readonly string[]>> = {
  'c:catAx': [
    ...[...AXIS_START, 'c:auto', 'c:lblAlgn', 'c:lblOffset'],
    ...['c:tickLblSkip', 'c:tickMarkSkip', 'c:noMultiLvlLbl', 'c:extLst'],
  ],
  'c:dateAx': [
    ...[...AXIS_START, 'c:auto', 'c:lblOffset', 'c:baseTimeUnit'],
    ...['c:majorUnit', 'c:majorTimeUnit', 'c:minorUnit', 'c:minorTimeUnit', 'c:extLst'],
  ],
  'c:valAx': [...AXIS_START, 'c:crossBetween', 'c:majorUnit', 'c:minorUnit', 'c:dispUnits', 'c:extLst'],
  'c:serAx': [...AXIS_START, 'c:tickLblSkip', 'c:tickMarkSkip', 'c:extLst'],
};

/**
 * Where the data labels of a kind of chart may stand; PowerPoint repairs a file that puts them elsewhere.
 * @param kind the chart's element without `c:` and `Chart`, as `bar`.
 * @param isStacked whether its series stand on one another.
 */
export function labelPositions(kind: string, isStacked: boolean): readonly string[] {
  switch (kind) {
    case 'bar':
      return isStacked ? ['ctr', 'inBase', 'inEnd'] : ['ctr', 'inBase', 'inEnd', 'outEnd'];
    case 'line':
    case 'scatter':
    case 'bubble':
      return ['b', 'ctr', 'l', 'r', 't'];
    case 'pie':
      return ['bestFit', 'ctr', 'inEnd', 'outEnd'];
    default:
      return [];
  }
}
