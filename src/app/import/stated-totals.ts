import { readNumber } from '../../input/import-columns/number-column.ts';
import { cellText, isBlank } from '../../input/tabular/cell-text.ts';
import { placeOf } from '../../input/tabular/place-of.ts';
import type { Cell, TextTable } from '../../input/tabular/table-of-text.ts';
import type { ColumnStyles } from './columns/read-columns.ts';
import { MoneySum } from './money-sum.ts';

/** A total that a file states itself, beside the sum of the rows above it. */
export interface StatedTotal {
  /** Where the total stands. */
  readonly where: string;
  readonly column: string;
  readonly stated: number;
  /** Sum of the column over every row of the file, taken or not. */
  readonly rows: number;
  /** The sum of the rows less the stated total, 0 where they tie. */
  readonly difference: number;
}

/** Of one group of rows, as reports name it: `Stage: Propose (2 records)`. */
const SUBTOTAL = /sub-?total|zwischensumme|sous-total|^(?!.*\btotals?\b).+ [(]\d[\d.,]* records?[)]$/i;
/** Sums are compared to the last digit that is written. */
const HALF_A_CENT = 0.005;
const HALF = 0.5;

/**
 * Compares the last total a file states with its rows, a money column each. Amounts are compared as they stand in the column, whatever
 * their currencies, as the system that wrote the file added them up.
 */
export function statedTotals(
  table: TextTable,
  { columns, decimals }: Pick<ColumnStyles<string>, 'columns' | 'decimals'>,
  money: readonly string[],
): StatedTotal[] {
  const totals = table.skipped.filter(({ cells }) => cells !== undefined && !SUBTOTAL.test(labelOf(cells)));
  const last = totals.at(-1);
  if (!last) return [];
  return money.flatMap((field) => {
    const column = columns.get(field);
    if (!column) return [];
    const read = (cell: Cell | undefined): number | undefined => numberIn(cell, decimals.get(field) ?? '.');
    const stated = read(last.cells![column.index]);
    if (stated === undefined) return [];
    const sum = new MoneySum();
    for (const { cells } of table.rows) sum.add(read(cells[column.index]), '');
    const rows = sum.total().amount ?? 0;
    const difference = Math.abs(rows - stated) <= (Number.isInteger(stated) ? HALF : HALF_A_CENT) ? 0 : rows - stated;
    return [{ where: placeOf(table, last.line, column.index), column: column.header, stated, rows, difference }];
  });
}

function labelOf(cells: readonly Cell[]): string {
  return cellText(cells.find((cell) => !isBlank(cell)) ?? '');
}

function numberIn(cell: Cell | undefined, sign: ',' | '.'): number | undefined {
  const number = cell === undefined ? undefined : readNumber(cell, sign);
  return typeof number === 'object' ? number.value : undefined;
}
