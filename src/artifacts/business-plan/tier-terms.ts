import type { PlanAssumptions } from '../../schema/business-plan.ts';
import type { TiersTemplate } from '../../schema/tiers.ts';
import type { Replacement } from './from-history/replacement.ts';

/**
 * What the program pays a partner of a tier, in place of the starting numbers of its type: registration margin and rebate, in percent, for
 * every offer that earns them. None without a tier, for a type that sells on other terms, and for rates that the tier does not state.
 */
export function tierTerms(
  { tier_terms: terms, types }: PlanAssumptions,
  { type, tier: id }: { readonly type: string; readonly tier?: string | undefined },
  { tiers, title: program }: TiersTemplate,
): readonly Replacement[] {
  const tier = tiers.find((each) => each.id === id);
  if (!tier) return [];
  return Object.entries(types[type]!.product_lines).flatMap(([offer, numbers]) =>
    (terms[type] ?? []).flatMap((field): Replacement[] => {
      const value = tier[field];
      if (value === undefined || !(field in numbers)) return [];
      const words = `${WORDS[field]} of the ${tier.title} tier, ${program}`;
      return [{ list: 'product_lines', id: offer, field, value, short: `${tier.title} tier`, words }];
    }),
  );
}

const WORDS = { registration_margin_percent: 'registration margin', rebate_percent: 'rebate' } as const;
