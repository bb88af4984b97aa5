import { sourceAt } from '../../../domain/business-plan/number-sources.ts';
import type { PlanAssumptions, PlanNumbers } from '../../../schema/business-plan.ts';

/** Where a number of a plan is from: in a few words for a column, and in full. */
export interface SourceWords {
  readonly short: string;
  readonly text: string;
}

/**
 * The source of the number at a place: one of the template's by its name, words of the plan's own, or the usual one.
 * @param at `product_lines.platform.deals_per_month`
 */
export function sourceWords(
  at: string,
  { numbers, assumptions }: { readonly numbers: PlanNumbers; readonly assumptions: PlanAssumptions },
): SourceWords {
  const source = sourceAt(numbers, at) ?? assumptions.default_source;
  return assumptions.sources[source] ?? { short: source, text: source };
}
