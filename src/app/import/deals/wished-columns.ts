import { readDate } from '../../../input/import-columns/date-column.ts';
import { readNumber } from '../../../input/import-columns/number-column.ts';
import { cellText, isBlank } from '../../../input/tabular/cell-text.ts';
import type { Cell, TextTable } from '../../../input/tabular/table-of-text.ts';
import type { ImportField, ImportMapping } from '../../../schema/import-mapping.ts';
import type { WishedField } from '../mapping/open-questions.ts';
import type { ColumnReading } from './understand-table.ts';

/** What a deal can do without, and hardly any export does; with the fields that say the same. */
const WISHED: readonly {
  readonly field: ImportField;
  readonly instead?: ImportField;
  fits(column: Column): boolean;
}[] = [
  {
    field: 'id',
    fits: ({ cells, rows }) => cells.length === rows && rows >= 3 && isDistinct(cells) && !cells.every(isDate),
  },
  { field: 'name', fits: ({ cells, rows }) => rows >= 3 && isDistinct(cells) && !cells.some(isFigure) },
  { field: 'amount', instead: 'actual_amount', fits: ({ cells }) => shareOf(cells, isNumber) >= MOSTLY },
  { field: 'close_date', instead: 'actual_close_date', fits: ({ cells }) => shareOf(cells, isDate) >= MOSTLY },
];

interface Column {
  /** Those that hold anything. */
  readonly cells: readonly Cell[];
  readonly rows: number;
}

const MOST_ROWS = 300;
/** One "to be confirmed" among the sums does not make them words: the row that holds it is named later. */
const MOSTLY = 0.8;

/** Fields of deals that no column fills and one of the unused columns could; not those a person has said to leave empty. */
export function wishedColumns(
  table: TextTable,
  { columns, unused }: Pick<ColumnReading, 'columns' | 'unused'>,
  mapping: ImportMapping,
): WishedField[] {
  return WISHED.flatMap(({ field, instead, fits }) => {
    const isThere = columns.has(field) || (instead !== undefined && columns.has(instead));
    if (isThere || mapping.columns[field] === null) return [];
    const among = unused.filter((header) => {
      const column = columnUnder(table, header);
      return column.cells.length > 0 && fits(column);
    });
    return among.length === 0 ? [] : [{ field, among }];
  });
}

function columnUnder({ headers, rows }: TextTable, header: string): Column {
  const index = headers.indexOf(header);
  const looked = rows.slice(0, MOST_ROWS);
  return { cells: looked.map(({ cells }) => cells[index] ?? '').filter((cell) => !isBlank(cell)), rows: looked.length };
}

function shareOf(cells: readonly Cell[], is: (cell: Cell) => boolean): number {
  return cells.filter(is).length / cells.length;
}

function isDistinct(cells: readonly Cell[]): boolean {
  return new Set(cells.map((cell) => cellText(cell).trim())).size === cells.length;
}

function isFigure(cell: Cell): boolean {
  return isNumber(cell) || isDate(cell);
}

function isNumber(cell: Cell): boolean {
  return typeof readNumber(cell, '.') === 'object' || typeof readNumber(cell, ',') === 'object';
}

/** A bare number could be a day, and is hardly ever meant so. */
function isDate(cell: Cell): boolean {
  if (typeof cell !== 'string' || /^(\d{5}(\.\d+)?|\d{13})$/.test(cell.trim())) return false;
  return (['dmy', 'mdy'] as const).some((order) => !['unreadable', undefined].includes(readDate(cell, order)));
}
