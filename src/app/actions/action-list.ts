import { openLines, type OpenLine } from '../../domain/actions/open-lines.ts';
import { isActive } from '../../domain/active-partner.ts';
import { shortName } from '../../domain/short-name.ts';
import type { PartnerFiles, Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { partnerActionPlan, type ActionProposal } from './partner-action-plan.ts';

/** What is open with one partner, and what its newest assessment proposes. */
export interface PartnerActions {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly open: readonly OpenLine[];
  readonly proposals: readonly ActionProposal[];
}

/** What is open with every active partner, or with the ones named: the partner with the longest overdue line first. */
export function actionList(
  territory: Territory,
  { on, only }: { readonly on: PlainDate; readonly only?: readonly string[] },
): readonly PartnerActions[] {
  return territory.partners
    .filter((files) => (only ? only.includes(files.id) : isActive(files.partner, on)))
    .map((files) => partnerActions(files, territory, on))
    .toSorted((a, b) => latest(b) - latest(a));
}

function partnerActions(files: PartnerFiles, territory: Territory, on: PlainDate): PartnerActions {
  return {
    id: files.id,
    name: files.partner.name,
    shortName: shortName(files.partner),
    open: openLines(files, { on, lifeStages: territory.lifeStages }),
    proposals: partnerActionPlan(territory, files, on)?.proposals ?? [],
  };
}

function latest({ open }: PartnerActions): number {
  return open[0]?.daysLate ?? -Infinity;
}
