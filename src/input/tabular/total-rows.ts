import { cellText, isBlank } from './cell-text.ts';
import type { Cell, TextRow } from './table-of-text.ts';

const LABEL = new RegExp(
  [
    String.raw`^(grand |overall |report |page |sub ?-?)?totals?( (amount|revenue|value|pipeline|records?|rows?|count|deals|opportunities))*[ :=]*[(]?[\d.,'$€£% -]*( ?(records?|rows?|deals))?[)]?$`,
    String.raw`^.+ [(]\d[\d.,]* records?[)]$`,
    '^(sum|count|average|avg)[ :]*$',
    '^((zwischen|gesamt)?summe|(gesamt)?ergebnis|gesamt(betrag)?|insgesamt|(sous-)?total( g[ée]n[ée]ral)?|totaux|totales?|total(es)? (geral|general|generale)|suma)[ :]*$',
    // The words under which Excel shows totals in other languages.
    '^(totaal|eindtotaal|summa|yhteensä|toplam|celkem|összesen|итоги?|итого|всего|集計|合計|総計|汇总|合计|总计|總計|요약|합계|총합계)[ :：]*$',
  ].join('|'),
  'i',
);
/** Behind the name of a group whose rows are added up: `Acme Total`, as outlines of Excel have it. */
const OF_GROUP = /^(.+) (total|ergebnis|summe|totale)$/i;
const MEASURE = /^(count|sum|average|avg|min|max|median|anzahl|summe|nombre|somme|recuento|suma)$/i;
const ROWS_LOOKED_BACK = 1000;

/**
 * Whether a sparsely filled row states a total: its first text says just that, or names a group with its count, `Stage: Propose (2
 * records)`, or the group above it and "Total". A partner called Total Solutions is none.
 */
export function isTotal(cells: readonly Cell[], above: readonly TextRow[]): boolean {
  const column = cells.findIndex((cell) => !isBlank(cell));
  const first = cellText(cells[column] ?? '').trim();
  if (LABEL.test(first)) return true;
  const group = OF_GROUP.exec(first)?.[1];
  return group !== undefined && group === lastText(above, column);
}

/** `Subtotal, Count, 2`: a total with the name of what was reckoned, as reports put it over the first columns of however few there are. */
export function isNamedSum(cells: readonly Cell[]): boolean {
  const [first = '', second = ''] = cells.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell).trim());
  return LABEL.test(first) && MEASURE.test(second);
}

/** The last text of a column: groups are often named in their first row only. */
function lastText(above: readonly TextRow[], column: number): string | undefined {
  for (let index = above.length - 1; index >= Math.max(0, above.length - ROWS_LOOKED_BACK); index -= 1) {
    const cell = above[index]!.cells[column];
    if (cell !== undefined && !isBlank(cell)) return cellText(cell).trim();
  }
  return undefined;
}
