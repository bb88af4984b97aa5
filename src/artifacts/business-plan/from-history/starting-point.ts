import { statedRate, type Rates } from '../../../domain/money.ts';
import type { PlanAssumptions } from '../../../schema/business-plan.ts';
import { isKnown, type Known } from '../../../units/missing.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { ArtifactInput } from '../../artifact.ts';
import { tierTerms } from '../tier-terms.ts';
import { inCurrency } from './in-currency.ts';
import { ownFigures } from './own-figures.ts';
import { sourcesOf, withReplaced, type Kept, type Replacement } from './replacement.ts';

/** What a plan of a partner starts from: the numbers of its type, with its own in their place where it has them. */
export interface StartingPoint {
  /** The template in the plan's currency, with own numbers, those of its tier and their sources among those of the type. */
  readonly assumptions: PlanAssumptions;
  readonly replaced: readonly Replacement[];
  /** What the program pays partners of its tier, in place of what its type starts from. */
  readonly ofTier: readonly Replacement[];
  /** What stays as the type has it although there are own figures, and why. */
  readonly kept: readonly Kept[];
  /** The last day of the twelve months that were read. */
  readonly to: PlainDate;
  /** The rate at which amounts came into the partner's currency; unknown where they stay in the template's; absent where both are one. */
  readonly rate?: Known<Rates[number]>;
}

/** The starting numbers of a partner: the same whether a page shows them or an interview offers them. */
export function startingPoint(input: ArtifactInput): StartingPoint {
  const { type } = input.files.partner;
  const { assumptions, ...exchange } = inOwnCurrency(input);
  const ofTier = tierTerms(assumptions, input.files.partner, input.tiers);
  const { replaced, kept } = ownFigures(input, assumptions);
  return {
    ...exchange,
    replaced,
    ofTier,
    kept,
    to: input.review.results,
    assumptions: {
      ...assumptions,
      sources: { ...assumptions.sources, ...sourcesOf([...ofTier, ...replaced]) },
      types: { ...assumptions.types, [type]: withReplaced(assumptions.types[type]!, [...ofTier, ...replaced]) },
    },
  };
}

/** The template's amounts in the partner's currency; where there is no rate they stay as they are. */
function inOwnCurrency({
  planAssumptions: template,
  files: { partner },
  config,
  review,
}: ArtifactInput): Pick<StartingPoint, 'assumptions' | 'rate'> {
  const currency = partner.currency ?? config.currency;
  if (currency === template.currency) return { assumptions: template };
  const rate = statedRate({ from: template.currency, to: currency, on: review.results, rates: config.rates });
  if (!isKnown(rate)) return { assumptions: template, rate };
  const worth = rate.from === template.currency ? rate.rate : 1 / rate.rate;
  const numbers = inCurrency(template.types[partner.type]!, {
    rate: worth,
    figures: template.history.significant_figures,
  });
  return { rate, assumptions: { ...template, currency, types: { ...template.types, [partner.type]: numbers } } };
}
