import { FONT } from '../../src/render/pptx/theme.ts';

/** What the deck library is asked for in place of one of our charts: the arguments of its `addChart`. */
export function stockChart({ categories, series, description, ...look }, placed) {
  const shared = { ...sharedOptions(look), ...placed, altText: description };
  if (series.length === 1 && series[0].kind === 'bars') {
    return ['bar', [dataOf(series[0], categories)], { ...shared, ...barOptions(series[0], look.bars) }];
  }
  const parts = series.map((one) => ({
    type: TYPES[one.kind],
    data: [dataOf(one, categories)],
    options: optionsOf(one, { look, seriesCount: series.length }),
  }));
  return [parts, shared];
}

const TYPES = { bars: 'bar', line: 'line', area: 'area' };

function optionsOf(one, { look, seriesCount }) {
  if (one.kind === 'bars') return barOptions(one, look.bars);
  return one.kind === 'area'
    ? { chartColors: Array(seriesCount).fill(one.colour), showValue: false }
    : lineOptions(one, seriesCount);
}

function dataOf({ name, values }, labels) {
  return { name, labels: [...labels], values: [...values] };
}

function sharedOptions({ plot, categoryAxis, valueAxis }) {
  return {
    layout: { ...plot },
    valAxisMinVal: valueAxis.min,
    valAxisMaxVal: valueAxis.max,
    valAxisHidden: valueAxis.labels === undefined,
    ...(valueAxis.majorUnit !== undefined && { valAxisMajorUnit: valueAxis.majorUnit }),
    valGridLine: valueAxis.gridlines
      ? { color: valueAxis.gridlines.colour, size: valueAxis.gridlines.points }
      : { style: 'none' },
    catGridLine: { style: 'none' },
    catAxisMajorTickMark: 'none',
    valAxisMajorTickMark: 'none',
    catAxisLabelPos: categoryAxis.names,
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: categoryAxis.look.size,
    catAxisLabelColor: categoryAxis.look.colour,
    catAxisLineShow: categoryAxis.line !== undefined,
    displayBlanksAs: 'gap',
  };
}

function barOptions({ colour, labels }, { direction, gap }) {
  return {
    barDir: direction,
    barGapWidthPct: gap,
    chartColors: [colour],
    showValue: labels !== undefined,
    ...(labels && {
      dataLabelPosition: labels.position,
      dataLabelFormatCode: labels.format,
      dataLabelFontFace: FONT,
      dataLabelFontSize: labels.look.size,
      dataLabelFontBold: labels.look.bold,
      dataLabelColor: labels.look.colour,
    }),
  };
}

function lineOptions({ stroke, marker }, seriesCount) {
  return {
    chartColors: Array(seriesCount).fill((stroke ?? marker).colour),
    lineSize: stroke?.points ?? 0,
    lineDash: stroke?.dash ?? 'solid',
    lineDataSymbol: marker?.symbol ?? 'none',
    ...(marker && { lineDataSymbolSize: marker.size, lineDataSymbolLineColor: marker.outline.colour }),
    showValue: false,
  };
}
