import type { DataColumn, DataKind, DataRow, DataValue } from './data-book.ts';
import { excelDate } from './excel-date.ts';
import type { CellStyle, SheetCell } from './sheet.ts';

/** Turns the values of one column into cells. */
export interface CellWriter {
  /** The cell of a value; undefined where nothing needs to stand in the file. */
  readonly cell: (value: DataValue | undefined) => SheetCell | undefined;
  /** Style of the rows that nobody has filled in yet. */
  readonly emptyStyle: CellStyle;
}

/**
 * The writer of a column. Cells that name a row that stands already, or that are only for reading, are locked; everything else of the
 * column is free, rows yet to be written included.
 */
export function cellWriter(column: DataColumn, format: string): CellWriter {
  const isLocked = column.isKey || column.isReadOnly === true;
  const own: CellStyle = isLocked ? { font: 'soft', fill: 'band', locked: true } : { font: 'body' };
  const align = { align: isFigure(column) ? 'right' : 'left' } as const;
  const usual: CellStyle = { ...own, ...align, format };
  const asText: CellStyle = format === '@' ? usual : { ...own, align: 'left', format: '@' };
  const asNumber: CellStyle = column.kind === 'any' ? { ...own, format: 'General', align: 'left' } : usual;
  return {
    emptyStyle: { font: 'body', ...align, format, locked: column.isReadOnly === true },
    cell: (value) => {
      const written = writtenValue(value, column.kind);
      if (written === undefined) return isLocked ? { style: usual } : undefined;
      return { value: written, style: typeof written === 'number' ? asNumber : asText };
    },
  };
}

/** Figures stand right, one under the other; everything else begins at the left. */
export function isFigure({ kind }: DataColumn): boolean {
  return kind === 'number' || kind === 'amount' || kind === 'percent';
}

/** The value as Excel holds it: numbers and days are numbers, all else is text. What is no finite number is not known. */
function writtenValue(value: DataRow[number], kind: DataKind): string | number | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return undefined;
    return kind === 'percent' ? Number((value / 100).toPrecision(15)) : value;
  }
  return kind === 'date' ? (excelDate(value) ?? value) : value;
}
