import type { Cell, FormattedNumber, TextRow } from '../../../input/tabular/table-of-text.ts';
import { currencyOfAmounts, type CellProblem, type StatedCurrency, type WrittenAmount } from './amount-currency.ts';
import { Unreadable } from './cell-readers.ts';

/** What a cell says for its field. */
type Said = string | number | boolean;

/** A column of a file with the reader of its cells; an amount comes with what stood beside the number. */
export interface ReadColumn<Field extends string> {
  readonly field: Field;
  /** From 0. */
  readonly index: number;
  readonly header: string;
  readonly read: (cell: Cell) => Said | FormattedNumber | Unreadable | undefined;
}

/** What a row says by its fields; what it does not say is left out. */
export interface ReadCells<Field extends string> {
  readonly values: Partial<Record<Field | 'currency', Said>>;
  /** Of the first cell that cannot be taken. */
  readonly problem: CellProblem | undefined;
}

/** Reads the cells of a row by their columns. A currency that its amounts name, or a mapping states, is one of its values. */
export function readRow<Field extends string>(
  { cells }: TextRow,
  columns: readonly ReadColumn<Field>[],
  currencies: Omit<StatedCurrency, 'named'>,
): ReadCells<Field> {
  const values: Partial<Record<Field | 'currency', Said>> = {};
  const amounts: WrittenAmount[] = [];
  let problem: CellProblem | undefined;
  for (const { field, index, header, read } of columns) {
    const cell = cells[index]!;
    const value = read(cell);
    if (value === undefined) continue;
    if (value instanceof Unreadable) {
      problem ??= { why: `${header}: ${value.why}`, column: index };
    } else if (typeof value === 'object') {
      values[field] = value.value;
      if (value.currency !== undefined) amounts.push({ symbol: value.currency, cell, column: index });
    } else values[field] = value;
  }
  const settled = currencyOfAmounts(amounts, { ...currencies, named: values.currency as string | undefined });
  if (settled.currency !== undefined) values.currency = settled.currency;
  return { values, problem: problem ?? settled.problem };
}
