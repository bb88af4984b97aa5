import type { PlanNumbers } from '../../schema/business-plan.ts';
import type { BusinessPlan } from '../../schema/business-plan-file.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { addMonths, firstDay, monthOf } from '../../units/year-month.ts';
import type { ArtifactInput } from '../artifact.ts';
import type { PlanScenarios } from './forecast.ts';
import { startingPoint, type StartingPoint } from './from-history/starting-point.ts';

/** What a plan is worked out from. */
export interface PlanBasis {
  readonly numbers: PlanNumbers;
  readonly currency: string;
  /** First day of month 1. */
  readonly starts: PlainDate;
  readonly scenarios: PlanScenarios;
}

/** What a partner's plan starts from before anybody has said anything: its own figures, its type's for the rest, from the next month on. */
export function startingBasis(input: ArtifactInput): PlanBasis & { readonly start: StartingPoint } {
  const start = startingPoint(input);
  const { types, currency, scenarios } = start.assumptions;
  const { title: _, note: __, ...numbers } = types[input.files.partner.type]!;
  return {
    start,
    numbers,
    currency,
    starts: firstDay(addMonths(monthOf(input.review.asOf), 1)),
    scenarios: { multipliers: scenarios.multipliers },
  };
}

/** What a written plan is worked out from. */
export function writtenBasis(
  { numbers, currency, starts, scenarios: { conservative, stretch } }: Written,
  { planAssumptions }: Pick<ArtifactInput, 'planAssumptions'>,
): PlanBasis {
  const { base } = planAssumptions.scenarios.multipliers;
  return {
    numbers,
    currency,
    starts,
    scenarios: {
      multipliers: { base, conservative: conservative.multipliers, stretch: stretch.multipliers },
      numbers: { conservative: conservative.numbers, stretch: stretch.numbers },
    },
  };
}

type Written = Pick<BusinessPlan, 'numbers' | 'currency' | 'starts' | 'scenarios'>;
