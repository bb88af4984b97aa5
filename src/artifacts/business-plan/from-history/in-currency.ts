import type { PlanNumbers } from '../../../schema/business-plan.ts';
import { INPUT_WORDS } from '../model/input-words.ts';
import { significant } from './significant.ts';

/**
 * The numbers of a plan with their amounts in another currency; counts, shares and months stay as they are.
 * @param rate what one unit of their currency is worth in the other; @param figures significant ones of a converted amount
 */
export function inCurrency<Numbers extends PlanNumbers>(
  numbers: Numbers,
  { rate, figures }: { readonly rate: number; readonly figures: number },
): Numbers {
  const converted = (name: string, value: unknown): unknown => {
    if (typeof value === 'number') return isAmount(name) ? significant(value * rate, figures) : value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, converted(key, inner)]));
  };
  return converted('', numbers) as Numbers;
}

function isAmount(name: string): boolean {
  return INPUT_WORDS[name]?.unit.includes('{currency}') ?? false;
}
