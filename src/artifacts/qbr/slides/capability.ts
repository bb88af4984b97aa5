import { categoryScores, gapPoints } from '../../capability-scorecard/index.ts';
import type { SlideBody, SlideContext } from '../slide.ts';
import { sentence } from '../../../units/sentence.ts';
import { share } from '../../../units/value.ts';

/** Gaps a meeting can talk about. */
const MOST_GAPS = 3;

/** Slide 7: the score by category with change and peers, its total, and the first gaps with what closes them. */
export function capabilitySlide({ result, subject, vendor, edition }: SlideContext): SlideBody | undefined {
  const { capability } = result;
  const { now, figures } = capability;
  if (!now) return undefined;
  const { score, score_change: change } = figures;
  const gaps = gapPoints(now, { partner: subject.shortName, vendor }, { edition, most: MOST_GAPS });
  const known = { score: score!.value, part: share(now.assessed.score.completeness) };
  const overall =
    change!.value.kind === 'points'
      ? sentence('Overall {score} of 100, {change} on the same questions; {part} of the weight answered', {
          ...known,
          change: change!.value,
        })
      : sentence('Overall {score} of 100; {part} of the weight answered', known);
  return {
    layout: 'main-side',
    main: [categoryScores(capability, now)],
    side: [{ kind: 'status', status: score!.status!, note: overall }, ...(gaps ? [gaps] : [])],
    source: 'assessments',
  };
}
