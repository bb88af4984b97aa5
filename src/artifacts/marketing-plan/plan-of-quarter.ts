import { fiscalQuarterOf } from '../../domain/fiscal-calendar.ts';
import type { MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { formatFiscalQuarter, type FiscalQuarter } from '../../units/fiscal-quarter.ts';
import { addWeeks } from '../../units/plain-date.ts';
import type { ArtifactInput } from '../artifact.ts';
import { proposedPlan } from './proposed-plan.ts';

/** The plan a page is about. */
export interface PlanOfQuarter {
  readonly plan: MarketingPlan;
  readonly quarter: FiscalQuarter;
  readonly isProposal: boolean;
}

/**
 * The plan of the quarter that is asked for. Without one: the plan of the running quarter, else a plan for the quarter in which a tactic that
 * is asked for today can still run.
 */
export function planOfQuarter(input: ArtifactInput): PlanOfQuarter {
  const { files, review, marketingTactics: library, plannedQuarter } = input;
  const running = fiscalQuarterOf(review.asOf, review.calendar);
  const planOf = (quarter: FiscalQuarter) =>
    files.marketingPlans?.find((plan) => formatFiscalQuarter(plan.quarter) === formatFiscalQuarter(quarter));
  const shortest = Math.min(...library.tactics.map(({ lead_time_weeks: weeks }) => weeks));
  const earliest = addWeeks(review.asOf, shortest + library.proposal.least_weeks_left);
  const quarter = plannedQuarter ?? (planOf(running) ? running : fiscalQuarterOf(earliest, review.calendar));
  const plan = planOf(quarter);
  if (plan) return { plan, quarter, isProposal: false };
  return { plan: proposedPlan(input, { quarter }), quarter, isProposal: true };
}
