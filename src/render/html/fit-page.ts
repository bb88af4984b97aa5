import type { Block, Table } from '../../document/block.ts';
import type { Document } from '../../document/document.ts';
import { pageOrder } from '../../document/page-order.ts';
import { columnsOf, drawSection } from './draw-section.ts';
import { drawColumn } from './draw-column.ts';
import { stack, type Drawn, type Sheet } from './drawn.ts';
import { columnWidths, PAGE_HEIGHT, ROW } from './geometry.ts';
import { drawFooter, drawHeader, drawStrip } from './page-frame.ts';

/** A table keeps at least so many rows, or it says nothing. */
const FEWEST_ROWS = 3;

/**
 * The page with as many rows as one sheet holds. While it is too high, the longest table of a tallest column gives up rows; where
 * every table is at its least, the page runs on to further sheets.
 */
export function fitPage(document: Document): string {
  const limits = new Map<Table, number>();
  for (;;) {
    const sheet: Sheet = { format: document.format, limits };
    const page = drawPage(document, sheet);
    const excess = page.height - PAGE_HEIGHT;
    const longest = excess > 0 ? longestTable(document, sheet) : undefined;
    if (!longest) return page.html;
    const rows = shownRowCount(longest, limits);
    limits.set(longest, Math.max(FEWEST_ROWS, rows - Math.ceil(excess / ROW)));
  }
}

function drawPage(document: Document, sheet: Sheet): Drawn {
  const { opening, parts, closing } = pageOrder(document);
  return stack(
    [
      drawHeader(document, opening),
      ...parts.flatMap(({ section, strip }) => [
        drawSection(section, sheet),
        ...(strip ? [drawStrip(strip, sheet)] : []),
      ]),
      ...(closing ? [drawStrip(closing, sheet)] : []),
      drawFooter(document),
    ],
    0,
  );
}

/** The table with most rows to give among those in a column that makes the height of its section. */
function longestTable({ sections }: Document, sheet: Sheet): Table | undefined {
  const tables = sections.flatMap((section) => {
    const columns = columnsOf(section).filter((blocks) => blocks.length > 0);
    const widths = columnWidths(section.layout, columns.length);
    const heights = columns.map(
      (blocks, index) => drawColumn(blocks, sheet, { width: widths[index]!, name: ' ' }).height,
    );
    return columns.filter((_, index) => heights[index] === Math.max(...heights)).flat();
  });
  return tables
    .filter((block: Block): block is Table => block.kind === 'table')
    .filter((table) => shownRowCount(table, sheet.limits) > FEWEST_ROWS)
    .sort((a, b) => shownRowCount(b, sheet.limits) - shownRowCount(a, sheet.limits))[0];
}

function shownRowCount(table: Table, limits: ReadonlyMap<Table, number>): number {
  return Math.min(table.rows.length, table.most ?? Infinity, limits.get(table) ?? Infinity);
}
