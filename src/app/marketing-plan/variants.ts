import { numberIn } from '../../units/value.ts';
import type { Campaign, MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { isKnown } from '../../units/missing.ts';
import { scaledLines } from './answered-plan.ts';
import type { Candidate, TalkSetup } from './talk-setup.ts';

/** A plan that could be saved instead, to be compared with the one that was talked over. */
export interface Variant {
  readonly id: string;
  readonly title: string;
  readonly plan: MarketingPlan;
}

/** The plan as it was said. */
export const AS_SAID = 'as-said';
const HALF = 'half';
const MORE = 'more';
const INSTEAD = 'instead';
const WITHOUT = 'without.';

/** Ids of everything that could ever be compared. */
export function variantIds({ candidates }: Pick<TalkSetup, 'candidates'>): readonly string[] {
  return [AS_SAID, ...candidates.map(({ id }) => `${WITHOUT}${id}`), HALF, MORE, INSTEAD];
}

/** The plan as it was said, without each of its tactics, at half the size, with the next best tactic as well, and with it in place of the worst. */
export function variantsOf(setup: TalkSetup, plan: MarketingPlan): readonly Variant[] {
  const asSaid = { id: AS_SAID, title: 'As it was said', plan };
  if (plan.campaigns.length === 0) return [asSaid];
  const next = nextBest(setup, plan);
  const worst = worstOf(setup, plan);
  const without = ({ id }: Campaign): Campaign[] => plan.campaigns.filter((one) => one.id !== id);
  return [
    asSaid,
    ...(plan.campaigns.length < 2
      ? []
      : plan.campaigns.map((campaign) => ({
          id: `${WITHOUT}${campaign.id}`,
          title: `Without ${titleOf(setup, campaign)}`,
          plan: { ...plan, campaigns: without(campaign) },
        }))),
    { id: HALF, title: 'Half the audience and cost', plan: { ...plan, campaigns: halved(setup, plan) } },
    ...(next
      ? [
          {
            id: MORE,
            title: `Also ${next.title}`,
            plan: { ...plan, campaigns: [...plan.campaigns, next.forecast.campaign] },
          },
        ]
      : []),
    ...(next && worst
      ? [
          {
            id: INSTEAD,
            title: `${next.title}, not ${titleOf(setup, worst)}`,
            plan: { ...plan, campaigns: [...without(worst), next.forecast.campaign] },
          },
        ]
      : []),
  ];
}

function titleOf({ candidates }: TalkSetup, { id }: Campaign): string {
  return candidates.find((candidate) => candidate.id === id)?.title ?? id;
}

/** The best tactic for the plan's goals that it does not have. */
function nextBest({ candidates, ranked }: TalkSetup, { campaigns, goals }: MarketingPlan): Candidate | undefined {
  const taken = new Set(campaigns.map(({ tactic }) => tactic));
  const open = candidates.filter(({ isPlanned, forecast }) => !isPlanned && !taken.has(forecast.tactic.id));
  return ranked(goals.map(({ id }) => id))
    .flatMap(({ tactic }) => open.filter(({ forecast }) => forecast.tactic.id === tactic.id))
    .at(0);
}

/** The campaign whose own money returns least. */
function worstOf(setup: TalkSetup, plan: MarketingPlan): Campaign | undefined {
  const returns = setup.worked(plan).campaigns.flatMap(({ campaign, base }) => {
    const back = numberIn(base.returns.return_partner.value);
    return back === undefined ? [] : [{ campaign, back }];
  });
  return returns.toSorted((a, b) => a.back - b.back)[0]?.campaign;
}

function halved(setup: TalkSetup, plan: MarketingPlan): Campaign[] {
  return setup.worked(plan).campaigns.map(({ campaign, audience, costLines, totalCost }) => ({
    ...campaign,
    audience: { ...campaign.audience, size: Math.round(audience.size / 2) },
    ...(isKnown(totalCost) && { cost_lines: scaledLines(costLines, Math.round(totalCost / 2)) }),
  }));
}
