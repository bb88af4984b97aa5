import type { Campaign } from '../schema/marketing-plan-file.ts';
import type { MarketingTactics } from '../schema/marketing-tactics.ts';
import type { PlansOfPartner } from './check-campaigns.ts';
import type { ProblemDetails, Problem } from './problem.ts';

/**
 * Numbers of a partner's marketing plans that are probably mistyped: more leads at a stage than at one before it, and more money approved
 * than was asked for. Warnings: the numbers are counted with as they stand.
 */
export function checkCampaignNumbers(
  { id, marketingPlans }: PlansOfPartner,
  { waterfall }: Pick<MarketingTactics, 'waterfall'>,
): Problem[] {
  const stages = waterfall.stages.map((stage) => stage.id);
  return marketingPlans.flatMap(({ value, problemAt }) =>
    value!.campaigns.flatMap((campaign, index) =>
      [...growingCounts(campaign, stages), ...approvedBeyondRequest(campaign)].map(({ path, ...details }) => ({
        ...problemAt(['campaigns', index, ...path], { severity: 'warning', ...details }),
        partner: id,
      })),
    ),
  );
}

interface Doubt extends Omit<ProblemDetails, 'path'> {
  readonly path: readonly string[];
}

/** A lead counts at every stage it came to, one that skipped a stage and an order without a lead too; a stage that is left out says nothing. */
function growingCounts({ actual }: Campaign, stages: readonly string[]): Doubt[] {
  const counts = actual?.counts ?? {};
  const stated = stages.filter((stage) => Object.hasOwn(counts, stage));
  return stated.slice(1).flatMap((stage, index) => {
    const [before, came] = [stated[index]!, counts[stage]!];
    if (came <= counts[before]!) return [];
    return [
      {
        path: ['actual', 'counts', stage],
        message: `${came} leads at ${stage} are more than the ${counts[before]} at ${before} before it`,
        written: String(came),
        remedy: `Count at ${before} everybody who came to ${stage}, or take out the stage whose number nobody knows.`,
      },
    ];
  });
}

function approvedBeyondRequest({ request }: Campaign): Doubt[] {
  const { amount_requested: asked, amount_approved: approved } = request ?? {};
  if (asked === undefined || approved === undefined || approved <= asked) return [];
  return [
    {
      path: ['request', 'amount_approved'],
      message: `${approved} approved is more than the ${asked} that was asked for`,
      written: String(approved),
      remedy: 'Correct the amount that is wrong; more money is asked for in a request of its own.',
    },
  ];
}
