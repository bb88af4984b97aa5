import { TOTAL, type CalculationChart, type CalculationSheet } from '../../../document/calculation/calculation.ts';
import type { Document } from '../../../document/document.ts';
import type { BarSeries, TextLook } from '../../../ooxml/charts/chart.ts';
import type { SheetChart } from '../../../ooxml/charts/sheet-charts.ts';
import { sheetRange } from '../sheet-names.ts';
import type { CellWriter } from './calculation-cell.ts';
import { absolute, HEADER_ROW } from './calculation-places.ts';

const SMALL: TextLook = { size: 9, colour: 'tx2' };
const TITLE: TextLook = { size: 12, bold: true, colour: 'tx1' };
const COLOURS = ['accent1', 'accent5', 'accent2', 'accent3'] as const;
const NUMBERS = '[>=10]#,##0;[=0]0;0.0';

/** Rows as bars that run to the right, the first on top, a series a column; it follows its cells. */
export function calculationChart(
  { title, description, rows, columns }: CalculationChart,
  {
    sheet,
    document,
    writer,
  }: { readonly sheet: CalculationSheet; readonly document: Document; readonly writer: CellWriter },
  place: Pick<SheetChart, 'from' | 'to'>,
): SheetChart {
  const { places, values } = writer;
  const name = places.sheetName(sheet.key);
  const cellOf = (column: string, row: string) => places.cell({ sheet: sheet.key, column, row });
  const range = (letters: string) =>
    sheetRange(
      name,
      [rows[0]!, rows.at(-1)!].map((row) => absolute(cellOf(columns[0]!, row).replace(/^[A-Z]+/, letters))).join(':'),
    );
  const letters = (column: string) => cellOf(column, rows[0]!).replace(/\d+$/, '');
  const titleOf = (column: string) =>
    column === TOTAL ? sheet.total!.title : sheet.columns.find(({ key }) => key === column)!.title;
  const labelOf = (row: string) => sheet.rows.find(({ key }) => key === row)!.label;
  return {
    name: title,
    description,
    chart: {
      categories: rows.map(labelOf),
      series: columns.map((column, index): BarSeries => ({
        kind: 'bars',
        name: titleOf(column),
        colour: COLOURS[index % COLOURS.length]!,
        values: rows.map((row) => {
          const value = values.at({ sheet: sheet.key, column, row });
          return typeof value === 'number' ? value : null;
        }),
        labels: { position: 'outEnd', format: NUMBERS, look: SMALL },
      })),
      bars: { direction: 'bar', gap: 45, grouping: 'beside' },
      categoryAxis: { names: 'low', look: SMALL, line: { colour: 'tx2', points: 0.75 }, isReversed: true },
      valueAxis: { gridlines: { colour: 'E6E9ED', points: 0.5 } },
      title: { text: title, look: TITLE },
      ...(columns.length > 1 && { legend: { position: 'bottom' as const, look: SMALL } }),
      language: document.format.locale,
    },
    cells: {
      categories: range('B'),
      series: columns.map((column) => ({
        name: sheetRange(name, `$${letters(column)}$${HEADER_ROW}`),
        values: range(letters(column)),
      })),
    },
    ...place,
  };
}
