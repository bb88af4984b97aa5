import { isKnown, missing, type Known } from '../../units/missing.ts';
import type { Assessed } from './assessed.ts';
import { scoreOf, type CapabilityScore, type ScoreBasis } from './score.ts';

/** What one part scored both times on the questions that both assessments answered. */
export interface PartChange {
  readonly id: string;
  readonly before: Known<number>;
  readonly now: Known<number>;
  /** now − before, of the scores as they are shown. */
  readonly change: Known<number>;
}

export interface CapabilityChange {
  readonly overall: Omit<PartChange, 'id'>;
  readonly categories: readonly PartChange[];
  readonly topics: readonly PartChange[];
  /** Questions that both answered. */
  readonly questions: number;
  /** Both answered the same questions and weighed them alike: the scores before are those of that day. */
  readonly isLikeForLike: boolean;
}

const NOT_COMPARED = missing('no question was answered both times');

/**
 * The change from one assessment to a later one: over the questions both answered, weighed as in the later one, so that only the
 * answers make the difference.
 */
export function changeSince(earlier: Pick<Assessed, 'basis'>, later: Pick<Assessed, 'basis'>): CapabilityChange {
  const before = new Map(earlier.basis.questions.map(({ id, share }) => [id, share]));
  const common = later.basis.questions.filter(({ id, share }) => share !== undefined && before.get(id) !== undefined);
  const now = scoreOf({ ...later.basis, questions: common });
  const then = scoreOf(withShares({ ...later.basis, questions: common }, before));
  const topics = topicsOf(now);
  const topicsBefore = topicsOf(then);
  return {
    overall: compared(then.score, now.score),
    categories: now.categories.map(({ id, score }, index) => ({
      id,
      ...compared(then.categories[index]!.score, score),
    })),
    topics: topics.map(({ id, score }, index) => ({ id, ...compared(topicsBefore[index]!.score, score) })),
    questions: common.length,
    isLikeForLike: isSameWeighing(earlier.basis, later.basis),
  };
}

function isSameWeighing(earlier: ScoreBasis, later: ScoreBasis): boolean {
  const [before, now] = [earlier, later].map(({ categories, topics, questions }) => {
    const answered = questions.filter(({ share }) => share !== undefined);
    return JSON.stringify(
      [categories, topics, answered].map((parts) => parts.map(({ id, weight }) => `${id} ${weight}`).toSorted()),
    );
  });
  return before === now;
}

function withShares(basis: ScoreBasis, shares: ReadonlyMap<string, number | undefined>): ScoreBasis {
  return { ...basis, questions: basis.questions.map((question) => ({ ...question, share: shares.get(question.id) })) };
}

function topicsOf({ categories }: CapabilityScore) {
  return categories.flatMap(({ topics }) => topics);
}

function compared(before: Known<number>, now: Known<number>): Omit<PartChange, 'id'> {
  if (!isKnown(before) || !isKnown(now)) return { before: NOT_COMPARED, now: NOT_COMPARED, change: NOT_COMPARED };
  return { before, now, change: now - before };
}
