import type { Area } from '../../ooxml/workbook/cell-reference.ts';
import { isBlank } from './cell-text.ts';
import { findHeader, headerText, type FoundHeader } from './find-table.ts';
import type { TextRow } from './table-of-text.ts';

const MOST_LINES = 3;

/**
 * Finds the header of a table with merged cells. A group above several columns (`Q1` over `Target` and `Actual`) is put before each of
 * their names; a cell merged down over two lines names its column once; one merged over several columns without names beneath it names
 * all of them.
 * @param filled the first rows that hold anything, @param merged areas counted from the table's first column, lines from 0
 */
export function findMergedHeader(filled: readonly TextRow[], merged: readonly Area[]): FoundHeader {
  const lastLine = filled[Math.min(filled.length, 30) - 1]?.line ?? 0;
  const covers = new Covers(merged.filter(({ top }) => top < lastLine));
  const found = findHeader(filled.map((row) => covers.movedDown(row)));
  let [top, bottom] = [found, found];
  while (bottom - top + 1 < MOST_LINES && isNamesBelow(filled[bottom], filled[bottom + 1], covers)) bottom += 1;
  while (bottom - top + 1 < MOST_LINES && isGroupAbove(filled[top - 1], filled[top]!, covers)) top -= 1;
  const lines = filled.slice(top, bottom + 1);
  const width = Math.max(0, ...lines.map(({ cells }) => cells.length));
  const headers = Array.from({ length: width }, (_, column) => headerOf(lines, column, covers));
  while (headers.at(-1) === '') headers.pop();
  return { firstLine: lines[0]!.line, lastLine: lines.at(-1)!.line, headers };
}

/** What merged areas show in the cells they cover. */
class Covers {
  constructor(private readonly areas: readonly Area[]) {}

  /** The area a cell lies in. */
  at(line: number, column: number): Area | undefined {
    return this.areas.find(
      ({ top, left, bottom, right }) => line - 1 >= top && line - 1 <= bottom && column >= left && column <= right,
    );
  }

  /** Columns of a line that share a cell with their neighbour. */
  wideOn(line: number): Area[] {
    return this.areas.filter(({ top, bottom, left, right }) => top === line - 1 && bottom === top && right > left);
  }

  /** A row in which a cell merged down over several lines stands on the last of them, next to the names of the other columns. */
  movedDown({ line, cells }: TextRow): TextRow {
    const moved = cells.map((cell, column) => {
      const area = this.at(line, column);
      if (!area || area.bottom === area.top) return cell;
      return area.bottom === line - 1 ? 'merged' : '';
    });
    return { line, cells: moved };
  }
}

/** The line below names the columns of this line's groups, and nothing else. */
function isNamesBelow(row: TextRow | undefined, below: TextRow | undefined, covers: Covers): boolean {
  if (!row || below?.line !== row.line + 1) return false;
  const wide = covers.wideOn(row.line);
  const isInGroup = (column: number): boolean => wide.some(({ left, right }) => column >= left && column <= right);
  const filled = below.cells.flatMap((cell, column) => (isBlank(cell) ? [] : [{ cell, column }]));
  return filled.length > 0 && filled.every(({ cell, column }) => typeof cell === 'string' && isInGroup(column));
}

/** The line above puts columns into groups. One text merged from the first column on is the title of the sheet. */
function isGroupAbove(above: TextRow | undefined, row: TextRow, covers: Covers): boolean {
  if (!above || above.line !== row.line - 1) return false;
  const first = above.cells.findIndex((cell) => !isBlank(cell));
  const filled = above.cells.filter((cell) => !isBlank(cell)).length;
  return covers.wideOn(above.line).length > 0 && (filled > 1 || first > 0);
}

/** What stands over a column: the groups it lies under, then its own name. */
function headerOf(lines: readonly TextRow[], column: number, covers: Covers): string {
  const parts: string[] = [];
  for (const { line, cells } of lines) {
    const area = covers.at(line, column);
    const source = area ? lines.find((other) => other.line === area.top + 1)?.cells[area.left] : cells[column];
    const text = headerText(source ?? '');
    if (text !== '' && parts.at(-1) !== text) parts.push(text);
  }
  return parts.join(' ');
}
