import { countAt } from '../../domain/marketing/waterfall/waterfall.ts';
import { isKnown } from '../../units/missing.ts';
import type { MarketingReview } from '../marketing-plan/index.ts';
import type { OpenInput } from './open-input.ts';

/** Asks what came of the campaigns that have ended where nobody counted it: the slide of joint marketing then has nothing to say of them. */
export function uncountedCampaigns(
  review: MarketingReview | undefined,
  built: ReadonlySet<string>,
): readonly OpenInput[] {
  if (!review || !built.has('marketing')) return [];
  const judged = review.input.marketingTactics.waterfall.judged_at;
  const uncounted = review.verified.campaigns.filter(
    ({ state, actual, actuals }) =>
      state === 'ended' && !(isKnown(actuals.spend.value) && isKnown(countAt(actual.counts, judged))),
  );
  if (uncounted.length === 0) return [];
  const which = uncounted.length === 1 ? uncounted[0]!.title : `${uncounted.length} campaigns that have ended`;
  return [
    {
      slide: 'marketing',
      what: `Spend and leads of ${which}`,
      effort: '10 minutes',
      opens: 'What joint marketing returned against plan',
    },
  ];
}
