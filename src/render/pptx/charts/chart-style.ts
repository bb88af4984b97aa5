import { singleLine } from '../../../units/clean-text.ts';
import type { Box } from '../grid.ts';
import type { ChartData, ChartOptions } from '../slide-canvas.ts';
import { COLOUR, FONT, SIZE } from '../theme.ts';

/** Shares of the chart's frame that its plot takes. */
export interface PlotArea {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What every chart shares: no gridlines, no ticks, no value axis; category names in grey, gaps stay gaps. */
export function baseOptions(plot: PlotArea, range: Range): ChartOptions {
  return {
    layout: { ...plot },
    valAxisMinVal: range.min,
    valAxisMaxVal: range.max,
    valAxisHidden: true,
    valGridLine: { style: 'none' },
    catGridLine: { style: 'none' },
    catAxisMajorTickMark: 'none',
    valAxisMajorTickMark: 'none',
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: SIZE.detail,
    catAxisLabelColor: COLOUR.grey,
    catAxisLineColor: COLOUR.grey,
    valAxisLabelFontFace: FONT,
    valAxisLabelColor: COLOUR.grey,
    valAxisLineShow: false,
    valAxisLineColor: COLOUR.grey,
    dataLabelFontFace: FONT,
    dataLabelFontSize: SIZE.detail,
    dataLabelColor: COLOUR.ink,
    displayBlanksAs: 'gap',
    showLegend: false,
    showTitle: false,
  } as ChartOptions;
}

/** One series; `null` is a gap. */
export function series(name: string, labels: readonly string[], values: readonly (number | null)[]): ChartData[number] {
  return { name: singleLine(name), labels: labels.map(singleLine), values: values as number[] };
}

/** Where the point of a category stands on the slide, in inches. */
export function pointOn(
  frame: Box,
  { plot, range, count }: { readonly plot: PlotArea; readonly range: Range; readonly count: number },
): (index: number, value: number) => { x: number; y: number } {
  return (index, value) => ({
    x: frame.x + frame.w * (plot.x + (plot.w * (index + 0.5)) / count),
    y: frame.y + frame.h * (plot.y + plot.h * (1 - (value - range.min) / (range.max - range.min))),
  });
}

/** Plot of charts over months: the same whatever is drawn, so that charts one above the other share their months. */
export const MONTHS_PLOT = { x: 0.005, w: 0.83 } as const;
