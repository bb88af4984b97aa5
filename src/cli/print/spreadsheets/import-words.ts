import { cleanText } from '../../../units/clean-text.ts';
import { cutText } from '../../../units/cut-text.ts';
import { formatAmount, formatValue } from '../../../units/format.ts';

/** Amounts of an import are printed to the unit, so that they can be compared with the CRM's own. */
export const FULL = { locale: 'en-GB', precision: 'full' } as const;

/** Sums of several currencies side by side. */
export function money(byCurrency: Readonly<Record<string, number>>): string {
  const sums = Object.entries(byCurrency).map(([currency, amount]) => formatAmount(amount, currency, FULL));
  return sums.length === 0 ? 'no amounts' : sums.join(' + ');
}

/** `8,800`. */
export function counted(count: number): string {
  return formatValue({ kind: 'count', count }, FULL);
}

/** A name out of somebody's file, cleaned and cut. */
export function quoted(header: string): string {
  return cutText(cleanText(header), 40);
}
