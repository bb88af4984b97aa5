import type { TiersTemplate } from '../../schema/tiers.ts';
import { isMissing, type Known } from '../../units/missing.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, count, flag, share, type Value } from '../../units/value.ts';
import type { RequirementStanding } from './judge-requirement.ts';

/** A value of a requirement in its unit: yes is 1, no is 0, amounts are in the program's currency. */
export function requirementValue(
  { unit }: Pick<RequirementStanding, 'unit'>,
  value: Known<number>,
  currency: string,
): Value {
  switch (unit) {
    case 'amount':
      return amount(value, currency);
    case 'ratio':
      return share(value);
    case 'score-100':
      return isMissing(value) ? { kind: 'missing', reason: value.missing } : { kind: 'score', score: value };
    case 'yes-no':
      return flag(isMissing(value) ? value : value > 0);
    default:
      return count(value);
  }
}

/** The name of a metric on a page. */
export function metricTitle(metric: string, { metrics }: TiersTemplate): string {
  const words = metric.replaceAll('_', ' ');
  return metrics[metric]?.title ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** What is still to do for a requirement, as the end of a sentence: `$46.9K of bookings`, `1 sales certification`. */
export function stepWords(requirement: RequirementStanding, tiers: TiersTemplate): Sentence {
  const { metric, unit, left } = requirement;
  const pattern = tiers.metrics[metric]?.step ?? (unit === 'yes-no' ? '{metric}' : '{left} of {metric}');
  const counted = unit === 'score-100' ? count(left) : requirementValue(requirement, left, tiers.currency);
  return sentence(pattern, { left: counted, metric: { kind: 'text', text: metricTitle(metric, tiers).toLowerCase() } });
}
