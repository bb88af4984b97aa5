import { nameOfId } from '../../../expression/name-of-id.ts';
import type { MarketingTactics } from '../../../schema/marketing-tactics.ts';
import { isKnown, missing, whenKnown, type Known } from '../../../units/missing.ts';
import { addDays, daysBetween, type PlainDate } from '../../../units/plain-date.ts';
import { amount, count, date, share, shortDate, type Value } from '../../../units/value.ts';
import { quotient } from '../../quotient.ts';
import { conditionHolds, fillPattern } from '../../story.ts';
import type { CampaignOutcome, Verdict, VerifiedCampaign } from './verified-campaign.ts';
import { countAt, type StageCount } from '../waterfall/waterfall.ts';

type Judged = Omit<VerifiedCampaign, 'verdict'>;

/**
 * The first verdict of the library that holds and whose sentence needs no unknown figure. Where the count of the judged stage is unknown only
 * those may hold that judge nothing; without one the campaign has no verdict.
 */
export function campaignVerdict(
  campaign: Judged,
  { library, on }: { readonly library: MarketingTactics; readonly on: PlainDate },
): Verdict | undefined {
  if (campaign.state === 'planned') return undefined;
  const values = verdictFigures(campaign, on);
  const canJudge = isKnown(countAt(campaign.actual.counts, library.waterfall.judged_at));
  for (const { id, word, means, when, say, short } of library.verdicts) {
    if (!canJudge && means !== 'unknown') continue;
    if (!conditionHolds(when, { values })) continue;
    const reason = fillPattern(say, { values });
    if (!reason) continue;
    const inShort = short === undefined ? undefined : fillPattern(short, { values });
    return {
      id,
      status: { meaning: means, word: word ?? id.replaceAll('-', ' ') },
      reason,
      inShort: inShort ?? reason,
    };
  }
  return undefined;
}

/** The figures that verdicts may speak of; the comment above them in the library names each. */
function verdictFigures(campaign: Judged, on: PlainDate): Record<string, Value> {
  const { planned, actual, actuals, end, daysToJudge, daysToWon } = campaign;
  const { currency } = actual.money;
  const afterEnd = (days: Known<number>) => shortDate(whenKnown([days], (known) => addDays(end, Math.round(known))));
  return {
    runs: count(actuals.runs),
    end: date(end),
    days_since_end: count(daysBetween(end, on)),
    days_to_judge: count(whenKnown([daysToJudge], Math.round)),
    judged_from: afterEnd(daysToJudge),
    days_to_won: count(whenKnown([daysToWon], Math.round)),
    order_due: afterEnd(daysToWon),
    ...countFigures(planned, 'planned'),
    ...countFigures(actual, 'actual'),
    spend_planned: amount(planned.money.totalCost, currency),
    spend_actual: amount(actual.money.totalCost, currency),
    partner_roi: actual.returns.return_partner.value,
    own_spend: amount(actual.money.ownShare, currency),
    margin_per_own_unit: actual.returns.margin_per_own_unit.value,
    leads_missing: count(leadsMissing(planned.counts, actual.counts)),
  };
}

/** By the id of each stage: how many, what one cost, and what share of the stage before came to it; the first also as `inquiries`. */
function countFigures({ counts, money }: CampaignOutcome, side: 'planned' | 'actual'): Record<string, Value> {
  const figures: Record<string, Value> = {};
  for (const [index, { stage, count: leads }] of counts.entries()) {
    const name = nameOfId(stage);
    figures[`${name}_${side}`] = count(leads);
    figures[`cost_per_${name}_${side}`] = amount(costOfOne(money.totalCost, leads), money.currency);
    if (index === 0) figures[`inquiries_${side}`] = count(leads);
    else figures[`${name}_rate_${side}`] = share(rateOf(counts[index - 1]!.count, leads));
  }
  return figures;
}

function costOfOne(cost: Known<number>, leads: Known<number>): Known<number> {
  return whenKnown([cost, leads], (paid, number) =>
    number > 0 ? quotient(paid, number) : missing('no lead came so far'),
  );
}

function rateOf(before: Known<number>, after: Known<number>): Known<number> {
  return whenKnown([before, after], (entered, passed) =>
    entered > 0 ? quotient(passed, entered) : missing('no lead came so far'),
  );
}

/** Inquiries that were planned and did not come. */
function leadsMissing([planned]: readonly StageCount[], [actual]: readonly StageCount[]): Known<number> {
  if (!planned || !actual) return missing('the waterfall has no stages');
  return whenKnown([planned.count, actual.count], (wanted, came) => Math.max(0, wanted - came));
}
