import type { PartnerFiles } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { artifactInput } from '../pages/partner-pages.ts';
import { clonedPlan, newPlan } from './new-plan.ts';
import type { PlanWish } from './plan-interview.ts';

/** How a plan is wished for on the command line. */
export interface TypedWish {
  readonly files: PartnerFiles;
  /** The partner whose plan a new one starts from. */
  readonly from?: string | undefined;
  readonly today: PlainDate;
  readonly asOf: PlainDate | undefined;
  readonly dryRun: boolean;
}

/**
 * The plan of the fiscal year as it stands in its file, else what a new one starts from.
 * @throws Failure (usage) when it should start from another plan and there is none, or the partner's own would be lost
 */
export function planWish(
  workspace: Workspace,
  { files, from, ...typed }: TypedWish,
): PlanWish & { readonly isNew: boolean } {
  const input = artifactInput(workspace, files);
  const standing = files.businessPlans?.find(({ fiscal_year: year }) => year === input.review.quarter.year);
  const plan = from === undefined ? (standing ?? newPlan(input)) : clonedPlan(input, from, { workspace, standing });
  return { ...typed, input, root: workspace.territory.root, plan, isNew: standing === undefined };
}
