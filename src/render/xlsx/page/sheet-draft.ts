import { columnLetters } from '../../../ooxml/workbook/cell-reference.ts';
import type { ConditionalFormat, SheetCell, SheetColumn, SheetLink, SheetRow } from '../sheet.ts';

/** A sheet while things are put onto it. Rows count from 1, columns from 0. */
export class SheetDraft {
  readonly merged: string[] = [];
  readonly conditions: ConditionalFormat[] = [];
  readonly links: SheetLink[] = [];
  readonly #rows: { height?: number; readonly cells: (SheetCell | undefined)[] }[] = [];
  readonly #widths: number[] = [];

  put(row: number, column: number, cell: SheetCell): void {
    this.#row(row).cells[column] = cell;
  }

  /** One cell across several columns of a row. */
  merge(row: number, from: number, to: number): void {
    this.merged.push(`${cellName(from, row)}:${cellName(to, row)}`);
  }

  /** A fixed height, in points. */
  setHeight(row: number, height: number): void {
    this.#row(row).height = height;
  }

  /** Makes a column at least so many characters wide, within reason: longer texts break into lines. */
  widen(column: number, width: number): void {
    this.#widths[column] = Math.max(this.#widths[column] ?? 0, Math.min(MOST_WIDTH, width));
  }

  /** Width of the columns between two, both included. */
  widthOf(from: number, to: number): number {
    let sum = 0;
    for (let column = from; column <= to; column += 1) sum += this.#widths[column] ?? USUAL_WIDTH;
    return sum;
  }

  get lastRow(): number {
    return this.#rows.length;
  }

  get columns(): SheetColumn[] {
    return Array.from(this.#widths, (width) => ({ width: Math.round((width ?? USUAL_WIDTH) * 10) / 10 }));
  }

  get rows(): SheetRow[] {
    // A place that was passed over is an empty cell.
    return this.#rows.map(({ height, cells }) => ({
      cells: Array.from(cells),
      ...(height !== undefined && { height }),
    }));
  }

  #row(number: number) {
    while (this.#rows.length < number) this.#rows.push({ cells: [] });
    return this.#rows[number - 1]!;
  }
}

const USUAL_WIDTH = 9.1;
const MOST_WIDTH = 56;

/** A cell as formulas name it: B5. */
export function cellName(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

/** A range down a column: B5:B9; one cell is B5. */
export function columnRange(column: number, from: number, to: number): string {
  return from === to ? cellName(column, from) : `${cellName(column, from)}:${cellName(column, to)}`;
}

/** The same with both ends held fast: $B$5:$B$9. */
export function fixedRange(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}
