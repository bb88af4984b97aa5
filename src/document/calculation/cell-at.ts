import { TOTAL, type CalculationEntry, type CalculationPlace, type CalculationSheet } from './calculation.ts';

/** What stands in a cell of a sheet: what its column says, else its row; in the total the columns added up or the row's formula. */
export function cellAt(
  { column, row }: Pick<CalculationPlace, 'column' | 'row'>,
  { columns, rows }: CalculationSheet,
): CalculationEntry | { readonly sum: true } | undefined {
  const { formula, total } = rows.find(({ key }) => key === row)!;
  const own = formula && { formula };
  if (column === TOTAL) return total === 'sum' ? { sum: true } : total === 'formula' ? own : undefined;
  return columns.find(({ key }) => key === column)!.entries.get(row) ?? own;
}
