import type { Row, Table } from '../../../document/block.ts';
import { HEADING_HEIGHT, type BlockPlace, type BlockPlan } from '../block-plan.ts';
import { fitLine, runsWidth } from '../fit-text.ts';
import { below, type Box } from '../grid.ts';
import { lineHeight } from '../measure-text.ts';
import type { SlideCanvas } from '../slide-canvas.ts';
import { BAR_GAP, BAR_WIDTH, CELL_MARGIN, cellMargins } from '../table/column-widths.ts';
import { fitCellsOf, type FitCells } from '../table/fit-cells.ts';
import { printTable, type PrintedRow, type PrintedTable } from '../table/printed-rows.ts';
import { headerHeight, layOutRows, OVERFLOW_HEIGHT, tableHeights, type RowLayout } from '../table/row-layout.ts';
import { COLOUR, SIZE } from '../theme.ts';
import { paragraph, STYLE } from '../type-styles.ts';
import type { Words } from '../words.ts';
import type { TableCell } from '../xml/table-xml.ts';
import { drawHeading } from './heading.ts';

const CELL_TOP = 0.04;
const BAR_HEIGHT = 0.11;
/** Heights of rows with bars, and up to how many are few. */
const BAR_ROW = { many: 0.53, few: 0.7 } as const;
const FEW_BARS = 5;

/** A native table. What does not fit is left out from the end and counted below it. */
export function planTable(table: Table, given: BlockPlace): BlockPlan {
  const place = withRoomForBars(table, given);
  const printed = printTable(table, place.words);
  return {
    ...tableHeights(printed, place),
    draw(canvas, box) {
      if (table.heading) {
        const aside = table.aside ? [{ ...STYLE.soft, text: place.words.say(table.aside) }] : [];
        drawHeading(canvas, place.name, box, { text: place.words.say(table.heading), aside });
      }
      drawRows(canvas, table.heading ? below(box, HEADING_HEIGHT) : box, printed, place);
    },
  };
}

/** Bars read better with air around them: the fewer rows there are, the higher they may be. */
function withRoomForBars({ columns, rows }: Table, place: BlockPlace): BlockPlace {
  if (!columns.some(({ bar }) => bar)) return place;
  return { ...place, rowMost: Math.max(place.rowMost, rows.length <= FEW_BARS ? BAR_ROW.few : BAR_ROW.many) };
}

function drawRows(canvas: SlideCanvas, box: Box, printed: PrintedTable, place: BlockPlace): void {
  const { table } = printed;
  const layout = layOutRows(printed, box.h, place);
  const header = headerHeight(table);
  const blank: PrintedRow = { cells: layout.columns.map(() => []), shares: [], isIndented: false };
  const rows = [...layout.rows, ...Array<PrintedRow>(layout.blankRows).fill(blank)];
  const height = header + rows.length * layout.rowHeight;
  const fitCells = fitCellsOf(layout);
  canvas.table(
    place.name,
    { ...box, h: height },
    {
      columnWidths: layout.widths,
      rows: [
        { height: header, cells: headerCells(layout) },
        ...rows.map((row) => ({ height: layout.rowHeight, cells: rowCells(row, layout, fitCells) })),
      ],
      description: describe(table, layout, place.words),
    },
  );
  drawBars(canvas, { name: place.name, box, header }, layout);
  if (layout.hidden.length > 0) {
    const line = paragraph(overflowWords(table, layout.hidden, place.words), STYLE.soft);
    canvas.text(`${place.name}.more`, { ...below(box, height + 0.06), h: OVERFLOW_HEIGHT - 0.06 }, [line]);
  }
}

/** Shares as bars over their cells: a native table holds text alone. */
function drawBars(
  canvas: SlideCanvas,
  { name, box, header }: { readonly name: string; readonly box: Box; readonly header: number },
  { columns, rows, widths, rowHeight }: RowLayout,
): void {
  columns.forEach((column, i) => {
    if (!column.bar) return;
    const margin = cellMargins(columns)[i]!;
    const left = box.x + widths.slice(0, i).reduce((sum, width) => sum + width, 0) + margin.left;
    const text = Math.max(0, ...rows.map((row) => runsWidth(row.cells[i]!)));
    const room = widths[i]! - margin.left - margin.right - text - BAR_GAP;
    rows.forEach((row, at) => {
      const share = row.shares[i];
      if (share === undefined || room < BAR_WIDTH / 2) return;
      const y = box.y + header + at * rowHeight + (rowHeight - BAR_HEIGHT) / 2;
      canvas.rectangle(`${name}.track${at + 1}`, { x: left, y, w: room, h: BAR_HEIGHT }, COLOUR.rowRule);
      if (share > 0)
        canvas.rectangle(
          `${name}.bar${at + 1}`,
          { x: left, y, w: room * Math.min(1, share), h: BAR_HEIGHT },
          share >= 1 ? COLOUR.accent : COLOUR.bar,
        );
    });
  });
}

function headerCells(layout: RowLayout): TableCell[] {
  const margins = cellMargins(layout.columns);
  return layout.columns.map((column, i) => {
    const [left, right] = [margins[i]!.left, margins[i]!.right];
    const room = layout.widths[i]! - left - right;
    const label = column.cut === 'fixed' ? column.label : fitLine(column.label, room, STYLE.softStrong);
    return {
      runs: label ? [{ ...STYLE.softStrong, text: label }] : [],
      align: column.align,
      margin: { left, right, top: CELL_TOP, bottom: CELL_TOP },
    };
  });
}

function rowCells(row: PrintedRow, layout: RowLayout, fitCells: FitCells): TableCell[] {
  const margins = cellMargins(layout.columns);
  const textHeight = layout.lines * lineHeight(SIZE.detail);
  const top = Math.max(0.005, Math.min(CELL_TOP, (layout.rowHeight - textHeight) / 2 - 0.002));
  return fitCells(row).map((runs, i) => ({
    runs,
    align: layout.columns[i]!.align,
    margin: {
      left: margins[i]!.left + (i === 0 && row.isIndented ? CELL_MARGIN.indent : 0),
      right: margins[i]!.right,
      top,
      bottom: top,
    },
  }));
}

/** "+ 7 more ($605K) in the appendix"; the sum only when every hidden row has an amount of the same currency. */
function overflowWords(table: Table, hidden: readonly Row[], words: Words): string {
  const { sumColumn, where } = table.overflow ?? {};
  const values = sumColumn ? hidden.map((row) => row.cells[sumColumn]?.value) : [];
  const amounts = values.flatMap((value) => (value?.kind === 'amount' ? [value] : []));
  const currency = amounts[0]?.currency;
  const isSum = currency && amounts.length === hidden.length && amounts.every((value) => value.currency === currency);
  const total = amounts.reduce((sum, value) => sum + value.amount, 0);
  return [`+ ${hidden.length} more`, isSum ? `(${words.amount(total, currency)})` : '', where ? words.plain(where) : '']
    .filter(Boolean)
    .join(' ');
}

function describe(table: Table, layout: RowLayout, words: Words): string {
  const columns = layout.columns.map((column) => words.plain(column.label)).filter(Boolean);
  const heading = table.heading ? `${words.say(table.heading)}. ` : '';
  return `${heading}Table, ${layout.rows.length} of ${table.rows.length} rows: ${columns.join(', ')}.`;
}
