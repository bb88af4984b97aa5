import type { CategoryAxis, Chart, PlotArea, TextLook } from '../../../ooxml/charts/chart.ts';
import type { AxisRange } from '../../../document/axis-range.ts';
import type { Box } from '../grid.ts';
import { COLOUR, SIZE } from '../theme.ts';

const NAMES: TextLook = { size: SIZE.detail, colour: COLOUR.grey };
/** How values are printed on their points. */
export const FIGURES: TextLook = { size: SIZE.detail, colour: COLOUR.ink };

/** What every chart shares: no gridlines, no ticks, no value axis; category names in grey over a thin line. */
export function axesOf(
  plot: PlotArea,
  range: AxisRange,
  names: Partial<CategoryAxis> = {},
): Pick<Chart, 'plot' | 'categoryAxis' | 'valueAxis'> {
  return {
    plot,
    valueAxis: { ...range },
    categoryAxis: { names: 'low', look: NAMES, line: { colour: COLOUR.grey, points: 1 }, ...names },
  };
}

/** Where the point of a category stands on the slide, in inches. */
export function pointOn(
  frame: Box,
  { plot, range, count }: { readonly plot: PlotArea; readonly range: AxisRange; readonly count: number },
): (index: number, value: number) => { x: number; y: number } {
  return (index, value) => ({
    x: frame.x + frame.w * (plot.x + (plot.w * (index + 0.5)) / count),
    y: frame.y + frame.h * (plot.y + plot.h * (1 - (value - range.min) / (range.max - range.min))),
  });
}

/** Plot of charts over months: the same whatever is drawn, so that charts one above the other share their months. */
export const MONTHS_PLOT = { x: 0.005, w: 0.83 } as const;
