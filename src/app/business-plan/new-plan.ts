import { startingBasis } from '../../artifacts/business-plan/starting-basis.ts';
import type { ArtifactInput } from '../../artifacts/artifact.ts';
import { withSources } from '../../domain/business-plan/number-sources.ts';
import type { BusinessPlan } from '../../schema/business-plan-file.ts';
import { Failure } from '../../units/failure.ts';
import { formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { knownPartner } from '../partners/known-partner.ts';
import type { Workspace } from '../territory/open-workspace.ts';

/** A draft from what a plan of this partner starts from: its own history, its tier's terms, and the numbers of its type for the rest. */
export function newPlan(input: ArtifactInput): BusinessPlan {
  const { start, currency, starts, scenarios, ...basis } = startingBasis(input);
  // The words of own figures and of the tier's terms go with them into the file.
  const numbers = [...start.ofTier, ...start.replaced].reduce(
    (sourced, { list, id, field, words }) => withSources(sourced, [`${list}.${id}.${field}`], words),
    basis.numbers,
  );
  const { conservative, stretch } = scenarios.multipliers;
  return {
    ...emptyPlan(input),
    started_from: input.files.partner.type,
    starts,
    currency,
    numbers,
    scenarios: {
      conservative: { multipliers: conservative, numbers: {} },
      stretch: { multipliers: stretch, numbers: {} },
    },
  };
}

/**
 * A draft from another partner's newest plan: its numbers, goals and who does what. Who agreed, and what was promised, stays there.
 * @throws Failure (usage) when there is no such partner, it has no plan, or this one's own would be lost; (data) when it is in another
 *   currency
 */
export function clonedPlan(
  input: ArtifactInput,
  other: string,
  { workspace, standing }: { readonly workspace: Workspace; readonly standing: BusinessPlan | undefined },
): BusinessPlan {
  const { territory, partnerIds } = workspace;
  if (standing)
    throw new Failure(
      'usage',
      `${input.files.partner.name} has a plan for ${formatFiscalYear(standing.fiscal_year)} already.`,
      `Change it: cam plan business ${input.files.id} --edit`,
    );
  const id = knownPartner(other, partnerIds);
  const theirs = territory.partners.find((partner) => partner.id === id)?.businessPlans?.at(-1);
  if (!theirs)
    throw new Failure('usage', `${id} has no business plan to start from.`, `Make one: cam plan business ${id} --edit`);
  const own = newPlan(input);
  const { numbers, scenarios, currency, goals, strategies, product_focus, who_does_what } = theirs;
  const wanted = input.files.partner.currency ?? territory.config.currency;
  if (currency !== wanted)
    throw new Failure(
      'data',
      `The plan of ${id} is in ${currency}, and ${input.files.partner.name} is planned in ${wanted}.`,
      'Start from the plan of a partner with the same currency.',
    );
  return {
    ...emptyPlan(input),
    started_from: `${id} ${formatFiscalYear(theirs.fiscal_year)}`,
    starts: own.starts,
    currency,
    numbers,
    scenarios,
    goals,
    strategies,
    product_focus,
    who_does_what,
  };
}

function emptyPlan({ review }: ArtifactInput) {
  return {
    fiscal_year: review.quarter.year,
    status: 'draft',
    begun: review.asOf,
    actuals_shared: false,
    goals: [],
    strategies: [],
    product_focus: [],
    who_does_what: {},
    commitments: [],
    changes: [],
  } as const satisfies Partial<BusinessPlan>;
}
