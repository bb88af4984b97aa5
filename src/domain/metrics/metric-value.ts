import type { MeasuredUnit } from '../../schema/metrics.ts';
import { roundHalfUp } from '../../units/format.ts';
import { isKnown, isMissing, missing, whenKnown, type Known } from '../../units/missing.ts';
import { amount, change, count, flag, none, numberIn, share, times, type Value } from '../../units/value.ts';

/** A number in the unit of its metric: yes is 1, no is 0, shares and multiples are ratios, amounts in `currency`. */
export function valueInUnit(
  unit: MeasuredUnit,
  value: Known<number>,
  { currency, thresholds }: { readonly currency: string; readonly thresholds?: readonly number[] },
): Value {
  switch (unit) {
    case 'amount':
      return amount(value, currency);
    case 'ratio':
      return share(value, thresholds);
    case 'times':
      return times(value);
    case 'days':
      return count(whenKnown([value], (days) => roundHalfUp(days)));
    case 'score-100':
      return isMissing(value) ? { kind: 'missing', reason: value.missing } : { kind: 'score', score: value };
    case 'yes-no':
      return flag(isMissing(value) ? value : value > 0);
    case 'count':
      return count(value);
  }
}

/** The bare number of a value; unknown with its reason. */
export function numberOf(value: Value): Known<number> {
  if (value.kind === 'missing') return missing(value.reason);
  if (value.kind === 'flag') return Number(value.flag);
  return numberIn(value) ?? missing('not a number');
}

/** How a metric has moved: money and multiples as a relative change, shares and the rest by how much more or less it is. */
export function changeInUnit(unit: MeasuredUnit, now: Known<number>, before: Known<number>): Value {
  switch (unit) {
    case 'yes-no':
      return none;
    case 'amount':
    case 'times':
      return change(
        whenKnown([now, before], (a, b) => (b > 0 ? a / b - 1 : missing('nothing in the compared period'))),
      );
    case 'ratio':
      return points(
        whenKnown([now, before], (a, b) => (a - b) * 100),
        'shares',
      );
    default:
      return points(whenKnown([now, before], (a, b) => a - b));
  }
}

function points(value: Known<number>, of?: 'shares'): Value {
  if (!isKnown(value)) return { kind: 'missing', reason: value.missing };
  return { kind: 'points', points: value, ...(of && { of }) };
}
