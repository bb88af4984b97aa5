import type { MarketingTactics } from '../../../schema/marketing-tactics.ts';

/** A goal with the weak areas that speak for it. */
export interface SuggestedGoal {
  readonly id: string;
  readonly title: string;
  /** Titles of its areas in which the partner is below its goal. */
  readonly weak: readonly string[];
}

/**
 * The goals of the library, those first in whose areas the partner is weakest; without an assessment, those that most tactics serve.
 * @param weakTopics titles of the areas below their goal, by their ids
 */
export function suggestGoals(
  { goals, tactics }: Pick<MarketingTactics, 'goals' | 'tactics'>,
  weakTopics: ReadonlyMap<string, string>,
): readonly SuggestedGoal[] {
  const serving = (id: string) => tactics.filter((tactic) => tactic.goals.includes(id)).length;
  return goals
    .map(({ id, title, topics }) => ({ id, title, weak: topics.flatMap((topic) => weakTopics.get(topic) ?? []) }))
    .toSorted((a, b) => b.weak.length - a.weak.length || serving(b.id) - serving(a.id));
}

/** The goals a plan starts with: the first ones with a weak area, or the very first where none is known. */
export function startingGoals(
  suggested: readonly SuggestedGoal[],
  { proposal }: Pick<MarketingTactics, 'proposal'>,
): readonly SuggestedGoal[] {
  const weak = suggested.filter((goal) => goal.weak.length > 0).slice(0, proposal.goals);
  return weak.length > 0 ? weak : suggested.slice(0, 1);
}
