import type { RequirementStanding } from '../../domain/tiers/judge-requirement.ts';
import { stepWords } from '../../domain/tiers/metric-words.ts';
import type { PathStanding, TierStanding } from '../../domain/tiers/tier-standing.ts';
import { formatSentence } from '../../units/format.ts';
import { isKnown } from '../../units/missing.ts';
import { amount, count, date, flag, text, type Value } from '../../units/value.ts';
import type { ArtifactInput } from '../artifact.ts';

/** The figures that sentences about the program may use, by the names of the storyline. */
export function tierStoryValues(
  { current, next, gained, kept, reviewDay }: TierStanding,
  { config, tiers }: ArtifactInput,
  currency: string,
): Record<string, Value> {
  const { requirements, open, atRisk } = current.path;
  const words = (path: PathStanding): Value | undefined => {
    const step = firstStep(path.open);
    return step && text(formatSentence(stepWords(step, tiers), { locale: config.locale }));
  };
  const [keepGap, nextGap] = [words(current.path), next && words(next.path)];
  return {
    tier_title: text(current.title),
    review_date: date(reviewDay),
    requirements_total: count(requirements.length),
    keep_open: count(open.length),
    keep_at_risk: count(atRisk.length),
    top_tier: flag(next === undefined),
    ...(kept && { tier_worth_kept: amount(kept.amount, currency) }),
    ...(next && {
      next_tier_title: text(next.title),
      next_open: count(next.path.open.length),
      next_at_risk: count(next.path.atRisk.length),
    }),
    ...(gained && { next_tier_worth: amount(gained.amount, currency) }),
    ...(keepGap && { keep_gap: keepGap }),
    ...(nextGap && { next_gap: nextGap }),
  };
}

/** What comes first of the open requirements: one at risk, of these the one that is furthest from done. */
function firstStep(open: readonly RequirementStanding[]): RequirementStanding | undefined {
  const known = open.filter(({ left }) => isKnown(left));
  const atRisk = known.filter(({ status }) => status !== 'on_track');
  return [...(atRisk.length > 0 ? atRisk : known)].sort((a, b) => a.progress - b.progress)[0];
}
