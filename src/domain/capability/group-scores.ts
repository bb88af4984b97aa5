import { isKnown, missing, type Known } from '../../units/missing.ts';
import type { QuestionnaireFile } from '../../schema/questionnaire.ts';
import { shownScore, type CapabilityScore } from './score.ts';

/** One group of the second way to group the topics. */
export interface GroupScore {
  readonly id: string;
  /** The weighted mean of its topics, 1 to 100. */
  readonly score: Known<number>;
  /** Topics that have a score. */
  readonly topics: number;
}

/** The topics of a score grouped a second way; metrics computed from data have no score and stand beside it. */
export function groupScores(
  { groups }: NonNullable<QuestionnaireFile['c_model']>,
  { categories }: CapabilityScore,
): readonly GroupScore[] {
  const topics = categories.flatMap((category) => category.topics);
  return Object.entries(groups).map(([id, members]) => {
    const own = topics.flatMap(({ id: topic, weight, fraction }) =>
      members.includes(topic) && isKnown(fraction) ? [{ weight, fraction }] : [],
    );
    const weight = own.reduce((sum, part) => sum + part.weight, 0);
    const sum = own.reduce((total, part) => total + part.weight * part.fraction, 0);
    return { id, score: weight > 0 ? shownScore(sum / weight) : missing('not scored'), topics: own.length };
  });
}
