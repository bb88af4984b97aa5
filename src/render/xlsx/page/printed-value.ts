import { formatValue } from '../../../units/format.ts';
import type { Value } from '../../../units/value.ts';
import type { PageMoney } from './value-cell.ts';

/** A value as its cell's number format will print it, to measure how wide it is. */
export function printedValue(value: Value, { locale, currency }: PageMoney): string {
  switch (value.kind) {
    case 'amount': {
      const code = value.currency === currency ? '' : `${value.currency} `;
      return code + formatValue({ kind: 'count', count: Math.round(value.amount) }, { locale });
    }
    case 'share':
    case 'change':
      return `${value.kind === 'change' ? '+' : ''}${(value.ratio * 100).toFixed(value.kind === 'share' && value.precise ? 2 : 1)}%`;
    case 'times':
      return `${value.ratio.toFixed(2)}x`;
    case 'date':
      return formatValue({ kind: 'date', date: value.date }, { locale });
    default:
      return formatValue(value, { locale, precision: 'full' });
  }
}
