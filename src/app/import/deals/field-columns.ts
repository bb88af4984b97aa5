import { readNumber } from '../../../input/import-columns/number-column.ts';
import type { TextTable } from '../../../input/tabular/table-of-text.ts';
import { DEAL_COLUMNS, type Deal } from '../../../schema/deal.ts';
import type { DecimalSign, ImportField, ImportMapping } from '../../../schema/import-mapping.ts';
import type { CellNotes } from '../columns/cell-notes.ts';
import { inCurrency } from '../columns/cell-readers.ts';
import { cellStyle } from '../columns/read-columns.ts';
import type { ReadColumn } from '../columns/read-row.ts';
import { readerOf } from './read-cells.ts';
import type { ColumnReading } from './understand-table.ts';

/** Fields that say how to read a deal, and are no part of it. */
const NOT_READ: readonly ImportField[] = ['status', 'is_won', 'is_closed'];

export interface FieldSetting {
  /** The currency meant by a symbol that several share. */
  readonly currency: string;
  readonly notes: CellNotes;
  readonly mapping: ImportMapping;
}

/** The columns of an export that are read cell by cell. */
export function fieldColumns(
  table: TextTable,
  reading: ColumnReading,
  { currency, notes, mapping }: FieldSetting,
): ReadColumn<ImportField>[] {
  const read = [...reading.columns].filter(([field]) => !NOT_READ.includes(field));
  return read.map(([field, { index, header, currency: ofColumn }]) => {
    const { dateOrder, decimal } = cellStyle(reading, field);
    const probabilityFactor = field === 'probability_percent' && isShareOfOne(table, index, decimal) ? 100 : 1;
    const stated = statedLabels(field, mapping);
    const style = { dateOrder, decimal, probabilityFactor, currency, notes, stated } as const;
    return { field, index, header, read: inCurrency(readerOf(field, style), ofColumn) };
  });
}

function statedLabels(
  field: ImportField,
  { types, forecast_categories }: ImportMapping,
): Readonly<Record<string, string>> {
  if (field === 'type') return types;
  return field === 'forecast_category' ? forecast_categories : {};
}

/** Columns of `deals.csv` that a field fills. */
export function columnsFilledBy(field: ImportField): (keyof Deal)[] {
  if (field === 'actual_amount') return ['amount'];
  if (field === 'actual_close_date') return ['close_date'];
  return (DEAL_COLUMNS as readonly string[]).includes(field) ? [field as keyof Deal] : [];
}

/** Some exports write odds from 0 to 1. A column that never goes above 1 is one of them: nobody's best odds are 1 %. */
function isShareOfOne({ rows, headers }: TextTable, index: number, decimal: DecimalSign): boolean {
  if (/%|percent/i.test(headers[index]!)) return false;
  let largest = 0;
  for (const { cells } of rows) {
    const number = readNumber(cells[index]!, decimal);
    if (typeof number !== 'object') continue;
    if (number.percent) return false;
    largest = Math.max(largest, number.value);
  }
  return largest > 0 && largest <= 1;
}
