import type { FactReading } from '../../../domain/facts/read-facts.ts';
import type { PlanNumbers } from '../../../schema/business-plan.ts';
import { isKnown } from '../../../units/missing.ts';
import type { Replacement } from './replacement.ts';
import { significant } from './significant.ts';

const MONTHS_A_YEAR = 12;

/**
 * Customers lost a month from the share that stays a year, for every offer that loses customers: 1 − retention^(1/12). Only a fact can say
 * it; that no renewal is in the deals does not mean that a customer left.
 */
export function churnHistory(
  { product_lines: offers }: PlanNumbers,
  { reading, figures }: { readonly reading: FactReading; readonly figures: number },
): readonly Replacement[] {
  const { value: retention, periods } = reading;
  if (!isKnown(retention) || retention <= 0 || retention > 1) return [];
  return Object.entries(offers).flatMap(([id, offer]): Replacement[] =>
    'monthly_churn_percent' in offer && offer.monthly_churn_percent > 0
      ? [
          {
            list: 'product_lines',
            id,
            field: 'monthly_churn_percent',
            value: significant((1 - retention ** (1 / MONTHS_A_YEAR)) * 100, figures),
            short: 'own retention',
            words: `own retention of ${Number((retention * 100).toFixed(1))} % a year, ${periods[0]}`,
          },
        ]
      : [],
  );
}
