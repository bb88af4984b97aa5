import { cutToCell } from './cell-text.ts';
import type { DataColumn, DataKind, DataRow, DataValue } from './data-book.ts';
import { excelDate } from './excel-date.ts';
import type { SharedStrings } from './xml/shared-strings.ts';
import type { CellStyle, StyleSheet } from './xml/style-sheet.ts';

/** Turns the values of one column into cells. */
export interface CellWriter {
  /** The cell of a value; the empty text where nothing needs to stand in the file. */
  readonly cell: (value: DataValue | undefined, place: string) => string;
  /** Style of the rows that nobody has filled in yet. */
  readonly emptyStyle: number;
}

/**
 * The writer of a column. Cells that name a row that stands already, or that are only for reading, are locked; everything else of the
 * column is free, rows yet to be written included.
 */
export function cellWriter(
  column: DataColumn,
  format: string,
  { styles, strings }: { readonly styles: StyleSheet; readonly strings: SharedStrings },
): CellWriter {
  const isLocked = column.isKey || column.isReadOnly === true;
  const own: CellStyle = isLocked ? { font: 'soft', fill: 'band', locked: true } : { font: 'body' };
  const align = { align: isFigure(column) ? 'right' : 'left' } as const;
  const usual = styles.indexOf({ ...own, ...align, format });
  const asText = styles.indexOf({ ...own, align: 'left', format: '@' });
  const asNumber = styles.indexOf({ ...own, format: 'General', align: 'left' });
  return {
    emptyStyle: styles.indexOf({ font: 'body', ...align, format, locked: column.isReadOnly === true }),
    cell: (value, place) => {
      const written = writtenValue(value, column.kind);
      if (written === undefined) return isLocked ? `<c r="${place}" s="${usual}"/>` : '';
      if (typeof written === 'number') {
        return `<c r="${place}" s="${column.kind === 'any' ? asNumber : usual}"><v>${written}</v></c>`;
      }
      const style = format === '@' ? usual : asText;
      return `<c r="${place}" s="${style}" t="s"><v>${strings.indexOf(cutToCell(written))}</v></c>`;
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
    return kind === 'percent' ? Number((value / 100).toPrecision(15)) : value + 0;
  }
  return kind === 'date' ? (excelDate(value) ?? value) : value;
}
