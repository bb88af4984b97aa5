import { currencyOf } from '../../../input/import-columns/currency-words.ts';
import { cellText } from '../../../input/tabular/cell-text.ts';
import type { Cell } from '../../../input/tabular/table-of-text.ts';
import { cutText } from '../../../units/cut-text.ts';

/** An amount that names its currency. */
export interface WrittenAmount {
  readonly symbol: string;
  readonly cell: Cell;
  /** Index of its column. */
  readonly column: number;
}

/** Why a row cannot be taken, with the column that says it. */
export interface CellProblem {
  readonly why: string;
  readonly column: number;
}

export interface StatedCurrency {
  /** By the row's currency column. */
  readonly named: string | undefined;
  /** Of amounts that name none, by a mapping. */
  readonly stated: string | undefined;
  /** The one meant by a symbol that several share. */
  readonly territory: string;
}

/**
 * The currency of a row's amounts: a symbol or code beside them, which must not contradict the currency column, then the column, then the
 * mapping. Undefined where nothing says it.
 */
export function currencyOfAmounts(
  written: readonly WrittenAmount[],
  { named, stated, territory }: StatedCurrency,
): { readonly currency?: string | undefined; readonly problem?: CellProblem } {
  let currency = named;
  for (const { symbol, cell, column } of written) {
    const code = currencyOf(symbol, currency ?? territory);
    const amount = cutText(typeof cell === 'string' ? cell.trim() : `${symbol} ${cellText(cell)}`, 40);
    if (code === undefined) {
      const why = `the currency of "${amount}" is not clear; name it in a currency column`;
      return { currency, problem: { why, column } };
    }
    if (currency !== undefined && currency !== code) {
      return { currency, problem: { why: `"${amount}" is not in ${currency}`, column } };
    }
    currency = code;
  }
  return { currency: currency ?? stated };
}
