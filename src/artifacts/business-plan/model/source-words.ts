import { sourceAt } from '../../../domain/business-plan/number-sources.ts';
import { numbersByPlace } from '../../../domain/business-plan/number-changes.ts';
import type { PlanAssumptions, PlanNumbers } from '../../../schema/business-plan.ts';
import type { PlannedProfit } from '../compute.ts';

/** Where a number of a plan is from: in a few words for a column, and in full. */
export interface SourceWords {
  readonly short: string;
  readonly text: string;
}

/** What a source is looked up in. */
export interface SourceSetting {
  readonly numbers: PlanNumbers;
  readonly assumptions: PlanAssumptions;
  /** Of a written plan, the numbers its type starts from: what differs from them and names no source is the plan's own. */
  readonly starting?: PlanNumbers | undefined;
}

const WRITTEN: SourceWords = { short: 'as written', text: 'as written in the plan' };

/**
 * The source of the number at a place: one of the template's by its name, words of the plan's own, or the usual one.
 * @param at `product_lines.platform.deals_per_month`
 */
export function sourceWords(at: string, { numbers, assumptions, starting }: SourceSetting): SourceWords {
  const named = sourceAt(numbers, at);
  if (named === undefined && starting && numbersByPlace(numbers).get(at) !== numbersByPlace(starting).get(at))
    return WRITTEN;
  const source = named ?? assumptions.default_source;
  return assumptions.sources[source] ?? { short: source, text: source };
}

/** The numbers that the type of a partner starts from, where its plan is a written one. */
export function startingOf({ plan, input }: Pick<PlannedProfit, 'plan' | 'input'>): PlanNumbers | undefined {
  return plan && input.planAssumptions.types[input.files.partner.type];
}
