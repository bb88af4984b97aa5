import type { SheetChart } from '../../../ooxml/charts/sheet-charts.ts';
import type { Chart } from '../../../document/chart.ts';
import { formatSentence } from '../../../units/format.ts';
import type { Sheet } from '../sheet.ts';
import type { ChartGrid } from './chart-grid.ts';
import { nativeChart } from './native-chart.ts';
import { FIRST_COLUMN, framedSheet, HEADER_ROW } from './page-frame.ts';
import { cellsOfChart, placeSeries } from './place-series.ts';
import { SheetDraft } from './sheet-draft.ts';
import type { SheetSetting } from './table-sheet.ts';

/** Columns and rows of usual size that a chart beside its numbers takes. */
const CHART_SIZE = { columns: 9, rows: 16 } as const;

/** The numbers of charts on a sheet, with the charts that draw them beside. */
export function chartSheet(grid: ChartGrid, name: string, { document, money }: SheetSetting): Sheet {
  const draft = new SheetDraft();
  const lastColumn = placeSeries(draft, grid, money);
  const title = grid.charts.map(({ heading }) => formatSentence(heading, document.format)).join(' \u00b7 ');
  const across = lastColumn + 1 + CHART_SIZE.columns;
  const sheet = framedSheet(draft, {
    ...{ name, title, document, currency: money.currency },
    lastColumn: across,
    isWide: true,
  });
  const column = lastColumn + 2;
  return {
    ...sheet,
    frozen: { rows: HEADER_ROW, columns: FIRST_COLUMN + 1 },
    charts: grid.charts.map((chart, index) => {
      const row = HEADER_ROW - 1 + index * (CHART_SIZE.rows + 1);
      return placedChart(grid, chart, {
        sheet: name,
        format: document.format,
        from: { column, row },
        to: { column: column + CHART_SIZE.columns, row: row + CHART_SIZE.rows },
      });
    }),
  };
}

/** A chart that draws the numbers of a sheet, wherever in the workbook it stands. */
export function placedChart(
  grid: ChartGrid,
  chart: Chart,
  {
    sheet,
    format,
    isNarrow = false,
    from,
    to,
  }: Pick<SheetChart, 'from' | 'to'> & {
    readonly sheet: string;
    readonly format: SheetSetting['document']['format'];
    readonly isNarrow?: boolean;
  },
): SheetChart {
  return {
    name: formatSentence(chart.heading, format),
    description: formatSentence(chart.description, format),
    chart: nativeChart(grid, chart, { format, isNarrow }),
    cells: cellsOfChart(grid, chart, sheet),
    from,
    to,
  };
}
