import type { Campaign } from '../../../schema/marketing-plan-file.ts';
import type { MarketingTactics } from '../../../schema/marketing-tactics.ts';
import { isKnown, type Known } from '../../../units/missing.ts';
import { addDays, mondayFrom, type PlainDate } from '../../../units/plain-date.ts';
import type { DateRange } from '../../fiscal-calendar.ts';
import { isAffordable, type SuggestedTactic } from './suggest-tactics.ts';

export interface ProposalSetting {
  /** Goes before the ids of its campaigns: the quarter. */
  readonly prefix: string;
  readonly quarter: DateRange;
  readonly mdfFree: Known<number>;
  readonly library: Pick<MarketingTactics, 'mdf' | 'proposal' | 'verification'>;
}

/**
 * The first campaigns of a plan from the ranked tactics: those that can be run in the quarter, serve a goal and stay within the free funds
 * together. Where the funds pay for none, the first one that the partner pays alone; where no fund is set up the partner pays all of them:
 * a proposal counts with no money that nobody has.
 */
export function proposeCampaigns(suggested: readonly SuggestedTactic[], setting: ProposalSetting): readonly Campaign[] {
  const possible = suggested.filter(({ fitsQuarter, goals }) => fitsQuarter && goals.length > 0);
  const funded = withinFunds(possible, setting);
  const chosen = funded.length > 0 ? funded : possible.slice(0, 1).map((one) => ({ ...one, ownMoney: true }));
  const hasFunds = isKnown(setting.mdfFree);
  return apart(chosen, setting).map(({ ownMoney, start, ...one }) => ({
    ...proposedCampaign(one, { ...setting, start }),
    ...((ownMoney || !hasFunds) && { funding_share_percent: 0 }),
  }));
}

/** A tactic as a campaign of a plan: what the library says holds, but for its days. */
export function proposedCampaign(
  { tactic, daysToJudge }: Pick<SuggestedTactic, 'tactic' | 'daysToJudge'>,
  { prefix, library, start }: Pick<ProposalSetting, 'prefix' | 'library'> & { readonly start: PlainDate },
): Campaign {
  const { results_days_after_end: resultsDays } = library.mdf.deadlines;
  const end = addDays(start, tactic.runs_for_days - 1);
  const judged = isKnown(daysToJudge) ? Math.ceil(daysToJudge) : resultsDays;
  const latest = addDays(end, library.verification.most_days_after_end);
  const verifyOn = mondayFrom(addDays(end, judged + resultsDays));
  return {
    id: `${prefix}-${tactic.id}`,
    tactic: tactic.id,
    start,
    verify_on: verifyOn <= latest ? verifyOn : latest,
  };
}

type Chosen = SuggestedTactic & { readonly ownMoney?: boolean };

function withinFunds(possible: readonly SuggestedTactic[], { mdfFree, library }: ProposalSetting): readonly Chosen[] {
  const chosen: SuggestedTactic[] = [];
  let left = mdfFree;
  for (const one of possible) {
    if (chosen.length === library.proposal.tactics) break;
    if (!isAffordable(one.mdf, left)) continue;
    chosen.push(one);
    if (isKnown(left) && isKnown(one.mdf)) left -= one.mdf;
  }
  return chosen;
}

/** Each at its earliest, but some days after the one before it as long as that is still in the quarter. */
function apart(
  chosen: readonly Chosen[],
  { quarter, library }: ProposalSetting,
): readonly (Chosen & { readonly start: PlainDate })[] {
  let next = quarter.from;
  return chosen
    .toSorted((a, b) => (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0))
    .map((one) => {
      const later = one.earliest > next ? one.earliest : next;
      const start = later <= quarter.to ? later : one.earliest;
      next = mondayFrom(addDays(start, library.proposal.days_apart));
      return { ...one, start };
    });
}
