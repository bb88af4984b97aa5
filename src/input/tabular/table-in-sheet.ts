import type { Area } from '../../ooxml/workbook/cell-reference.ts';
import type { Sheet } from '../../ooxml/workbook/open-workbook.ts';
import type { SheetRow } from '../../ooxml/workbook/sheet-rows.ts';
import { cutTable, firstFilledRows, tableWithoutHeader, type FoundTable } from './find-table.ts';
import { findMergedHeader } from './merged-header.ts';
import { chooseBlock, type Block } from './sheet-blocks.ts';
import { tablesOfSheet, totalLines } from './excel-tables.ts';
import { besideWarnings, headlessWarnings, hiddenWarnings, mergedWarnings } from './sheet-warnings.ts';
import type { Cell, TextRow } from './table-of-text.ts';

/** The table of a sheet. */
export interface SheetTable extends FoundTable {
  /** Column of the sheet it starts in, from 0. */
  readonly firstColumn: number;
  /** Sentences without the sheet's name and without a full stop. */
  readonly warnings: readonly string[];
}

/** Finds the table on a sheet: without its pivot tables and what stands beside it; undefined when the sheet holds none. */
export function tableInSheet(sheet: Sheet, header?: 'none'): SheetTable | undefined {
  const tables = tablesOfSheet(sheet);
  const rows = withoutAreas(sheet.rows, [...sheet.pivots, ...tables.others]);
  const chosen = chooseBlock(rows);
  if (!chosen) return undefined;
  const { table: block, beside } = chosen;
  const all = denseRows(rows, block);
  const warnings = besideWarnings(beside, { pivots: sheet.pivots, tables: tables.others });
  if (header === 'none') {
    return { ...tableWithoutHeader(all)!, firstColumn: block.left, warnings };
  }
  const merged = sheet.merged.flatMap((area) => shifted(area, block));
  const found = findMergedHeader(firstFilledRows(all), merged);
  const width = found.headers.length;
  const fitting = all.map(({ line, cells }) => ({
    line,
    cells: cells.length === width ? cells : fitted(cells, width),
  }));
  const table = cutTable(fitting, { ...found, totals: totalLines(fitting, tables.read, block) });
  warnings.push(...headlessWarnings(table, all, block), ...mergedWarnings(table, merged, block));
  warnings.push(...hiddenWarnings(table, sheet.hidden));
  return { ...table, firstColumn: block.left, warnings };
}

/** Cells by the columns of a block, a blank line where the sheet leaves one or more out. */
function denseRows(rows: readonly SheetRow[], block: Block): TextRow[] {
  const dense: TextRow[] = [];
  for (const row of rows) {
    const cells = cellsWithin(row, block);
    if (!cells) continue;
    const last = dense.at(-1);
    if (last && row.line > last.line + 1) dense.push({ line: last.line + 1, cells: [] });
    dense.push({ line: row.line, cells });
  }
  return dense;
}

/** The cells of a row in a block, blank ones too; undefined when the row fills none. */
function cellsWithin({ columns, cells }: SheetRow, { left, right }: Block): readonly Cell[] | undefined {
  const width = right - left + 1;
  if (columns.length === width && columns[0] === left && columns[width - 1] === right) return cells;
  const within = blanks(width);
  let isFilled = false;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at]! - left;
    if (column < 0 || column >= width) continue;
    within[column] = cells[at]!;
    isFilled = true;
  }
  return isFilled ? within : undefined;
}

function blanks(length: number): Cell[] {
  return Array.from({ length }, () => '');
}

function withoutAreas(rows: readonly SheetRow[], areas: readonly Area[]): readonly SheetRow[] {
  if (areas.length === 0) return rows;
  return rows.map(({ line, columns, cells }) => {
    const isFree = (column: number): boolean =>
      !areas.some(
        ({ top, left, bottom, right }) => line - 1 >= top && line - 1 <= bottom && column >= left && column <= right,
      );
    return { line, columns: columns.filter(isFree), cells: cells.filter((_, at) => isFree(columns[at]!)) };
  });
}

/** A merged area counted from the first column of a block; left out where it lies beside it. */
function shifted({ top, bottom, left, right }: Area, block: Block): Area[] {
  if (right < block.left || left > block.right) return [];
  return [{ top, bottom, left: Math.max(0, left - block.left), right: Math.min(right, block.right) - block.left }];
}

function fitted(cells: readonly Cell[], width: number): readonly Cell[] {
  if (cells.length === 0) return cells;
  return cells.length > width ? cells.slice(0, width) : [...cells, ...blanks(width - cells.length)];
}
