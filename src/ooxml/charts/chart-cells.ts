import { columnLetters } from '../workbook/cell-reference.ts';
import { categoryCount, type Chart } from './chart.ts';

/** Where the data of a chart stand in a workbook, so that "Edit data" finds them and the chart follows its cells. */
export interface ChartCells {
  /** Range of the categories, as `Model!$C$5:$N$5`. */
  readonly categories: string;
  /** For each series, in the order of the chart: the cell of its name, and the range of its values. */
  readonly series: readonly { readonly name: string; readonly values: string }[];
}

/** The sheet of the workbook that a deck carries for each of its charts. */
export const OWN_SHEET = 'Sheet1';

/** The cells of a chart in a workbook of its own: categories in column A from row 2, a column for each series, names in row 1. */
export function ownCells(chart: Chart): ChartCells {
  const last = categoryCount(chart) + 1;
  const range = (index: number): string => {
    const column = columnLetters(index);
    return `${OWN_SHEET}!$${column}$2${last > 2 ? `:$${column}$${last}` : ''}`;
  };
  return {
    categories: range(0),
    series: chart.series.map((_, i) => ({
      name: `${OWN_SHEET}!$${columnLetters(i + 1)}$1`,
      values: range(i + 1),
    })),
  };
}
