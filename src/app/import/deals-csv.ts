import { csvText } from '../../output/csv-text.ts';
import { DEAL_COLUMNS, type Deal } from '../../schema/deal.ts';
import type { PartnerDeals } from './deal-book.ts';

/**
 * The text of a `deals.csv`: columns that were there keep their place, new ones follow in the canonical order; a column nobody loaded is
 * left out, because an empty one would say that nothing is known to be there.
 */
export function dealsCsv({ rows, columns, header }: Pick<PartnerDeals, 'rows' | 'columns' | 'header'>): string {
  return csvText(
    table(rows, [...header, ...DEAL_COLUMNS.filter((column) => columns.has(column) && !header.has(column))]),
  );
}

function* table(rows: readonly Deal[], order: readonly (keyof Deal)[]): Generator<string[]> {
  yield [...order];
  for (const deal of rows) yield order.map((column) => cellText(deal[column]));
}

function cellText(value: string | number | undefined): string {
  return typeof value === 'number' ? plainDecimal(value) : (value ?? '');
}

/** The shortest decimal that reads back as the number; JavaScript prints 1e-7 where files hold 0.0000001. */
function plainDecimal(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (!match) return text;
  const [, sign, first, rest = '', exponent] = match;
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${first}${rest}`;
}
