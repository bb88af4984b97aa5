import type { CampaignActual, MarketingPlan } from '../../../schema/marketing-plan-file.ts';
import { isKnown, type Known } from '../../../units/missing.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { VerifiedCampaign } from './verified-campaign.ts';

/** What somebody says came of a campaign; what is left out is not known. */
export interface SaidActuals {
  readonly spend?: number | undefined;
  readonly counts: Readonly<Record<string, number>>;
  readonly revenue?: number | undefined;
}

/** What is recorded beside the numbers. */
export interface Recording {
  readonly on: PlainDate;
  /** What was said, by the id of the campaign; what was counted stands for the others. */
  readonly said?: ReadonlyMap<string, SaidActuals>;
}

const COUNTED = 'counted from leads and won deals';
const SAID = 'account manager';

/**
 * The plan with what came of its campaigns that have ended. What a file says already stays unless something else is said now. Once every campaign
 * of an agreed plan has its numbers the plan is verified.
 */
export function recordActuals(
  plan: MarketingPlan,
  verified: readonly VerifiedCampaign[],
  { on, said }: Recording,
): MarketingPlan {
  const found = new Map(verified.map((campaign) => [campaign.id, campaign]));
  const campaigns = plan.campaigns.map((campaign) => {
    const [words, came] = [said?.get(campaign.id), found.get(campaign.id)];
    const runs = campaign.actual?.runs ?? 1;
    if (words) return { ...campaign, actual: { ...filled(words), on, source: SAID, runs } };
    if (campaign.actual || came?.state !== 'ended') return campaign;
    const counted = countedOf(came);
    return counted ? { ...campaign, actual: { ...counted, on, source: COUNTED, runs } } : campaign;
  });
  const isWhole = campaigns.length > 0 && campaigns.every(({ actual }) => actual !== undefined);
  return { ...plan, campaigns, ...(isWhole && plan.agreed && { status: 'verified' as const }) };
}

/** What is counted of a campaign; undefined where nobody knows how many leads came. */
function countedOf({
  stages,
  actual,
}: VerifiedCampaign): Pick<CampaignActual, 'spend' | 'counts' | 'revenue'> | undefined {
  const counts = Object.fromEntries(
    stages.flatMap(({ stage, actual: came }) => (isKnown(came) ? [[stage, came]] : [])),
  );
  if (Object.keys(counts).length === 0) return undefined;
  const { totalCost, revenue } = actual.money;
  return filled({ counts, spend: knownOf(totalCost), revenue: knownOf(revenue) });
}

function filled({ spend, counts, revenue }: SaidActuals): Pick<CampaignActual, 'spend' | 'counts' | 'revenue'> {
  return { counts: { ...counts }, ...(spend !== undefined && { spend }), ...(revenue !== undefined && { revenue }) };
}

function knownOf(value: Known<number>): number | undefined {
  return isKnown(value) ? value : undefined;
}
