import { fitColumns } from '../../document/fit-columns.ts';
import { labelled, wrap } from './wrap.ts';
import { blanks, run, type Line, type Pen, type Run } from './pen.ts';

/** A column of a table on the screen. */
export interface GridColumn {
  readonly label: string;
  readonly align: 'left' | 'right';
  readonly cut: 'name' | 'text' | 'fixed';
  readonly soft?: boolean;
  /** Its words run over several lines where there is no room on one. */
  readonly wraps?: boolean;
  /** At least this wide, so that tables of a page stand under each other. */
  readonly atLeast?: number;
}

/** The first run of a cell is cut where there is no room; the others (a status) never. */
export type GridCell = readonly Run[];

/** Stands for a cell that gives its room to the cell on its left. */
export const MERGED: GridCell = [];

const LEAST_TEXT = 9;
/** A longer word than this is broken where there is no room. */
const MOST_WORD = 16;
/** A label longer than this is broken at its words. */
const LABEL_LINE = 14;

/** A table without lines: a dim header, then the rows; numbers on the right. Never wider than the screen. */
export function drawGrid(columns: readonly GridColumn[], rows: readonly (readonly GridCell[])[], pen: Pen): Line[] {
  const gap = gapOf(pen);
  const widths = fitColumns(
    columns.map((column, index) => needOf(column, rows, index, pen)),
    pen.width,
    gap,
  );
  const draw = (cells: readonly GridCell[]) => drawRow(columns, cells, { widths, gap, pen });
  return [
    ...headerRows(columns, widths, pen).map(draw),
    ...rows.flatMap((cells) => [
      ...wrappedRow(columns, cells, { widths, pen }).map(draw),
      ...wordsBelow(columns, cells, { widths, pen }),
    ]),
  ];
}

/** Words of columns that found no room beside the others stand under their row. */
function wordsBelow(
  columns: readonly GridColumn[],
  cells: readonly GridCell[],
  { widths, pen }: { readonly widths: readonly (number | undefined)[]; readonly pen: Pen },
): Line[] {
  return columns.flatMap(({ wraps }, index) => {
    const [words] = cells[index] ?? [];
    return wraps && words && widths[index] === undefined ? labelled([blanks(2)], words.text, pen, words.style) : [];
  });
}

/** A row as the lines it takes; its other cells stand in the first. */
function wrappedRow(
  columns: readonly GridColumn[],
  cells: readonly GridCell[],
  { widths, pen }: { readonly widths: readonly (number | undefined)[]; readonly pen: Pen },
): readonly (readonly GridCell[])[] {
  const wrapped = columns.map(({ wraps }, index): GridCell[] => {
    const [first, ...others] = cells[index] ?? [];
    if (!wraps || !first || others.length > 0) return [cells[index] ?? []];
    return wrap(first.text, widths[index] ?? pen.width, pen).map((text) => [{ ...first, text }]);
  });
  const height = Math.max(...wrapped.map((lines) => lines.length));
  if (height === 1) return [cells];
  return Array.from({ length: height }, (_, line) => wrapped.map((lines) => lines[line] ?? []));
}

/** Columns of the screen that stay free when every cell has the room it needs; negative when there are too few. */
export function freeWidth(columns: readonly GridColumn[], rows: readonly (readonly GridCell[])[], pen: Pen): number {
  const needed = columns.map((column, index) => needOf(column, rows, index, pen).natural);
  return pen.width - needed.reduce((sum, width) => sum + width, (columns.length - 1) * gapOf(pen));
}

function gapOf({ wide }: Pen): number {
  return wide ? 4 : 2;
}

/** The labels as rows of cells; a label longer than its column takes several lines and ends on the last. */
function headerRows(columns: readonly GridColumn[], widths: readonly (number | undefined)[], pen: Pen): GridCell[][] {
  const labels = columns.map(({ label }, index) => wrap(run(label).text, widths[index] ?? pen.width, pen));
  const height = Math.max(...labels.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    labels.map((lines) => [run(lines[line - height + lines.length] ?? '', 'dim')]),
  );
}

/** Columns a cell takes on the screen. */
export function cellWidth(cell: GridCell, pen: Pen): number {
  return cell.reduce((sum, { text }) => sum + pen.measure(text), 0);
}

function needOf(column: GridColumn, rows: readonly (readonly GridCell[])[], index: number, pen: Pen) {
  const cells = rows.map((row) => (row[index + 1] === MERGED ? [] : (row[index] ?? [])));
  const label = Math.max(0, ...wrap(run(column.label).text, LABEL_LINE, pen).map(pen.measure));
  const natural = Math.max(label, column.atLeast ?? 0, ...cells.map((cell) => cellWidth(cell, pen)));
  const uncut = cells.map((cell) => cellWidth(cell.slice(1), pen));
  const least =
    column.cut === 'fixed'
      ? natural
      : Math.min(natural, Math.max(label, leastText(column, cells, pen), ...uncut.map((w) => w + LEAST_TEXT)));
  return { natural, least, soft: column.soft ?? false };
}

/** Words that run over several lines are not broken inside. */
function leastText({ wraps }: GridColumn, cells: readonly GridCell[], pen: Pen): number {
  if (!wraps) return 0;
  const words = cells.flatMap(([first]) => first?.text.split(' ') ?? []);
  return Math.min(MOST_WORD, Math.max(0, ...words.map(pen.measure)));
}

function drawRow(
  columns: readonly GridColumn[],
  cells: readonly GridCell[],
  { widths, gap, pen }: { widths: readonly (number | undefined)[]; gap: number; pen: Pen },
): Line {
  const line: Run[] = [];
  columns.forEach((column, index) => {
    if (widths[index] === undefined || cells[index] === MERGED) return;
    const width = widths[index] + mergedWidth(cells, index, { widths, gap });
    const runs = cutCell(cells[index] ?? [], width, column, pen);
    const padding = blanks(width - cellWidth(runs, pen));
    if (line.length > 0) line.push(blanks(gap));
    line.push(...(column.align === 'right' ? [padding, ...runs] : [...runs, padding]));
  });
  return line;
}

function mergedWidth(
  cells: readonly GridCell[],
  index: number,
  { widths, gap }: { widths: readonly (number | undefined)[]; gap: number },
): number {
  let width = 0;
  for (let next = index + 1; cells[next] === MERGED; next += 1)
    width += widths[next] === undefined ? 0 : widths[next]! + gap;
  return width;
}

/** The runs of a cell, at most `width` columns together. */
function cutCell(cell: GridCell, width: number, { cut }: GridColumn, pen: Pen): Run[] {
  const [first, ...others] = cell;
  if (!first) return [];
  const taken = cellWidth(others, pen);
  if (taken >= width) return [{ ...first, text: pen.cut(first.text, width, cut) }];
  return [{ ...first, text: pen.cut(first.text, width - taken, cut) }, ...others];
}
