import type { Cell, Row, Table } from '../../../document/block.ts';
import { liveFormula } from '../../../document/live-formula.ts';
import { numberIn } from '../../../units/value.ts';
import type { CellStyle, SheetCell } from '../sheet.ts';
import { printedValue } from './printed-value.ts';
import { cellName } from './sheet-draft.ts';
import { gridCell, type GridColumn, statusText } from './table-columns.ts';
import { ROOM_BESIDE, textRoom } from './text-room.ts';
import { heldValue, type PageMoney } from './value-cell.ts';

/** Which cell of a table, and where its first header stands. */
export interface BodyPlace {
  readonly table: Table;
  readonly columns: readonly GridColumn[];
  readonly at: number;
  readonly index: number;
  readonly place: { readonly row: number; readonly column: number; readonly money: PageMoney };
}

/** The cell of a row: its whole value, live where the page says how it follows from others. */
export function tableCell(row: Row, body: BodyPlace): SheetCell {
  const { columns, at, place } = body;
  const column = columns[at]!;
  const cell = gridCell(row, column, at === 0);
  if (column.holds === 'status') {
    return {
      ...(cell?.status && { value: statusText(cell.status) }),
      style: { border: 'hair', format: '@', wrap: true, align: 'left', indent: 1 },
    };
  }
  const { held, format } = heldValue(cell?.value ?? { kind: 'none' }, place.money);
  const formula = cell === undefined ? undefined : formulaOf(row, cell, body);
  return {
    ...(held !== undefined && { value: held }),
    ...(formula !== undefined && { formula }),
    style: styleOf(row, cell, { column, format, isFirst: at === 0 }),
  };
}

function styleOf(
  row: Row,
  cell: Cell | undefined,
  {
    column: { column },
    format,
    isFirst,
  }: { readonly column: GridColumn; readonly format: string; readonly isFirst: boolean },
): CellStyle {
  const isIndented = row.emphasis === 'indent';
  const font =
    cell?.meaning !== undefined && cell.meaning !== 'unknown'
      ? cell.meaning
      : row.emphasis === 'strong' || (column.tone === 'strong' && !isIndented)
        ? 'strong'
        : column.tone === 'soft' || isIndented || cell?.value.kind === 'missing'
          ? 'soft'
          : 'body';
  const isText = format === '@' && column.align === 'left';
  return {
    font: cell?.tint === 'strong' ? 'inverse' : font,
    ...(cell?.tint && { fill: cell.tint === 'strong' ? 'accent' : 'tint' }),
    border: 'hair',
    format,
    align: column.isCentred ? 'center' : column.align,
    vertical: 'center',
    ...(isText && { wrap: true }),
    ...(isIndented && isFirst && { indent: 1 }),
  };
}

/** The formula of a cell: as its row declares it, or else its column. */
function formulaOf(row: Row, { value }: Cell, { table, columns, at, index, place }: BodyPlace): string | undefined {
  const shown = numberIn(value);
  if (shown === undefined) return undefined;
  const { column } = columns[at]!;
  const rowNumber = place.row + 1;
  if (row.formula !== undefined) {
    const placeOf = (key: string) => table.rows.findIndex((other) => other.key === key);
    return liveFormula(row.formula, {
      shown,
      valueOf: (key) => numberOf(table.rows[placeOf(key)]?.cells[column.key]),
      cellOf: (key) => cellName(place.column + at, rowNumber + placeOf(key)),
    });
  }
  if (column.formula === undefined) return undefined;
  const placeOf = (key: string) => columns.findIndex((other) => other.column.key === key && other.holds === 'value');
  return liveFormula(column.formula, {
    shown,
    valueOf: (key) => (placeOf(key) === -1 ? undefined : numberOf(row.cells[key])),
    cellOf: (key) => cellName(place.column + placeOf(key), rowNumber + index),
  });
}

/** The words of a cell that may break into lines; undefined where it holds a figure. */
export function longText(row: Row, column: GridColumn, isFirst: boolean): string | undefined {
  const cell = gridCell(row, column, isFirst);
  if (column.holds === 'status') return cell?.status && statusText(cell.status);
  return cell?.value.kind === 'text' && column.column.align === 'left' ? cell.value.text : undefined;
}

/** The width that a cell asks for, in characters. */
export function tableCellRoom(
  row: Row,
  column: GridColumn,
  { isFirst, money }: { readonly isFirst: boolean; readonly money: PageMoney },
): number {
  const cell = gridCell(row, column, isFirst);
  if (cell === undefined) return 0;
  const text = column.holds === 'status' ? cell.status && statusText(cell.status) : printedValue(cell.value, money);
  const isBold = row.emphasis === 'strong' || column.column.tone === 'strong';
  return textRoom(text ?? '', isBold) + (column.holds === 'status' ? 2 : 1) * ROOM_BESIDE;
}

function numberOf(cell: Cell | undefined): number | undefined {
  return cell && numberIn(cell.value);
}
