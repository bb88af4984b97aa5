import type { ChartCells } from '../../../ooxml/charts/chart-cells.ts';
import type { Chart } from '../../../document/chart.ts';
import type { Value } from '../../../units/value.ts';
import type { CellStyle, SheetCell } from '../sheet.ts';
import { excelDate } from '../excel-date.ts';
import { sheetRange } from '../sheet-names.ts';
import type { ChartGrid, SeriesColumn } from './chart-grid.ts';
import { FIRST_COLUMN, HEADER_ROW } from './page-frame.ts';
import { type ColumnHeader, placeHeader } from './place-header.ts';
import { printedValue } from './printed-value.ts';
import { cellName, columnRange, fixedRange, type SheetDraft } from './sheet-draft.ts';
import { statusColours } from './status-colours.ts';
import { statusText } from './table-columns.ts';
import { ROOM_BESIDE, textRoom } from './text-room.ts';
import { heldValue, MONTH_FORMAT, type PageMoney } from './value-cell.ts';

const FIRST_ROW = HEADER_ROW + 1;
const FIRST_SERIES = FIRST_COLUMN + 1;

/** Puts the numbers of charts onto a sheet, a row a category and a column a series; running totals are live. Returns the last column. */
export function placeSeries(draft: SheetDraft, grid: ChartGrid, money: PageMoney): number {
  const { categories, months, statuses, columns } = grid;
  const words = statuses?.map((status) => (status ? statusText(status) : ''));
  const columnsOfCells: {
    readonly header: ColumnHeader;
    readonly cells: readonly SheetCell[];
    readonly room: number;
  }[] = [
    {
      header: { label: months ? 'Month' : '', align: 'left' },
      cells: categories.map((label, index) => categoryCell(label, months?.[index])),
      room: roomOf(categories),
    },
    ...columns.map((column, index) => ({
      header: { label: column.label, align: 'right' } as const,
      cells: column.values.map((_, at) => seriesCell(grid, { column: index, at, money })),
      room: seriesRoom(column, money),
    })),
    ...(words ? [{ header: STATUS, cells: words.map(statusCell), room: roomOf(words) + ROOM_BESIDE }] : []),
  ];
  for (const [at, { cells, room }] of columnsOfCells.entries()) {
    draft.widen(FIRST_COLUMN + at, room);
    for (const [index, cell] of cells.entries()) draft.put(FIRST_ROW + index, FIRST_COLUMN + at, cell);
  }
  const headers = columnsOfCells.map(({ header }) => header);
  placeHeader(draft, headers, { row: HEADER_ROW, column: FIRST_COLUMN });
  const lastColumn = FIRST_COLUMN + columnsOfCells.length - 1;
  if (words) draft.conditions.push(statusColours(columnRange(lastColumn, FIRST_ROW, HEADER_ROW + words.length)));
  return lastColumn;
}

const STATUS = { label: 'Status', align: 'left', indent: 1 } as const;

function statusCell(value: string): SheetCell {
  return { value, style: { border: 'hair', format: '@', align: 'left', indent: 1, wrap: true } };
}

function roomOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textRoom(text))) + ROOM_BESIDE;
}

/** Where the numbers of one of the charts stand. */
export function cellsOfChart(grid: ChartGrid, chart: Chart, sheet: string): ChartCells {
  const lastRow = HEADER_ROW + grid.categories.length;
  const range = (column: number): string => sheetRange(sheet, fixedRange(columnRange(column, FIRST_ROW, lastRow)));
  return {
    categories: range(FIRST_COLUMN),
    series: grid.columns.flatMap((column, index) =>
      column.chart === chart
        ? [
            {
              name: sheetRange(sheet, fixedRange(cellName(FIRST_SERIES + index, HEADER_ROW))),
              values: range(FIRST_SERIES + index),
            },
          ]
        : [],
    ),
  };
}

function categoryCell(label: string, month: string | undefined): SheetCell {
  const serial = month === undefined ? undefined : excelDate(`${month}-01`);
  const style: CellStyle = { font: 'body', border: 'hair', align: 'left', wrap: true };
  return serial === undefined
    ? { value: label, style: { ...style, format: '@' } }
    : { value: serial, style: { ...style, format: MONTH_FORMAT } };
}

function seriesCell(
  grid: ChartGrid,
  { column: index, at, money }: { readonly column: number; readonly at: number; readonly money: PageMoney },
): SheetCell {
  const column = grid.columns[index]!;
  const value = column.values[at];
  const { format } = heldValue(valueOn(column.chart, value ?? 0), money);
  const style: CellStyle = { font: 'body', border: 'hair', align: 'right', format };
  if (value === null || value === undefined) return { style };
  const formula = totalFormula(grid, column, at);
  return { value, ...(formula !== undefined && { formula }), style };
}

/** The running total of another column, where the sum up to here gives the very value. */
function totalFormula({ columns }: ChartGrid, { totalOf, values }: SeriesColumn, at: number): string | undefined {
  const base = columns.findIndex(({ chart, series }) => chart.id === totalOf?.chart && series === totalOf.series);
  if (base === -1) return undefined;
  const sum = columns[base]!.values.slice(0, at + 1).reduce<number>((total, value) => total + (value ?? 0), 0);
  if (Math.abs(sum - values[at]!) > 1e-12 * Math.max(1, Math.abs(sum))) return undefined;
  const start = cellName(FIRST_SERIES + base, FIRST_ROW).replace(/([A-Z]+)(\d+)/, '$1$$$2');
  return `SUM(${start}:${cellName(FIRST_SERIES + base, FIRST_ROW + at)})`;
}

function seriesRoom({ values, chart }: SeriesColumn, money: PageMoney): number {
  return roomOf(values.map((value) => (value === null ? '' : printedValue(valueOn(chart, value), money))));
}

function valueOn(chart: Chart, value: number): Value {
  if (chart.kind === 'clusters') return { kind: 'count', count: value };
  return { kind: 'amount', amount: value, currency: chart.currency };
}
