import { addDays, type PlainDate } from '../../units/plain-date.ts';
import { isKnown } from '../../units/missing.ts';
import type { Assessed } from './assessed.ts';
import type { Question, Questionnaire, Topic } from './questionnaire.ts';
import type { ScoredQuestion, TopicScore } from './score.ts';

/** What could be done about a gap, as the questionnaire recommends it for the answer that was given. */
export interface RecommendedAction {
  readonly do: string;
  /** What the vendor brings. */
  readonly resource?: string | undefined;
  readonly owner: 'partner' | 'vendor' | 'both';
  readonly due: PlainDate;
}

/** A topic below its goal. */
export interface Gap {
  readonly topic: Pick<TopicScore, 'id' | 'title' | 'category'>;
  /** 1 to 100. */
  readonly score: number;
  readonly goal: number;
  /** The question that holds the topic back most; its effort is the gap's. */
  readonly question: string;
  readonly effort: number;
  /** weight × (goal − score) ÷ effort. */
  readonly priority: number;
  /** Absent where the answers need none, or the questionnaire knows none. */
  readonly action?: RecommendedAction;
}

/**
 * The topics below their goal, the most worthwhile first; equal ones in the order of the questionnaire. A topic whose questions
 * are no longer asked has no gap.
 */
export function gapsOf(questionnaire: Questionnaire, { basis, score, assessment }: Assessed): readonly Gap[] {
  const topics = new Map(
    questionnaire.categories.flatMap((category) => category.topics.map((topic) => [topic.id, topic] as const)),
  );
  const gaps = score.categories
    .flatMap((category) => category.topics)
    .flatMap((scored): Gap[] => {
      const topic = topics.get(scored.id);
      if (!topic || !isKnown(scored.score) || scored.score >= topic.goal) return [];
      const questions = basis.questions.filter((question) => question.topic === topic.id);
      const gap = gapOf(
        { topic, category: scored.category, score: scored.score },
        questions,
        questionnaire,
        assessment.date,
      );
      return gap ? [gap] : [];
    });
  return gaps.toSorted((a, b) => b.priority - a.priority);
}

/** The first gaps for which an action is known. */
export function gapsWithAction(
  gaps: readonly Gap[],
  most: number,
): readonly (Gap & { readonly action: RecommendedAction })[] {
  return gaps.flatMap((gap) => (gap.action ? [{ ...gap, action: gap.action }] : [])).slice(0, most);
}

function gapOf(
  { topic, category, score }: { readonly topic: Topic; readonly category: string; readonly score: number },
  answered: readonly ScoredQuestion[],
  questionnaire: Questionnaire,
  from: PlainDate,
): Gap | undefined {
  const reachable = topic.goal / 100;
  const candidates = answered
    .flatMap(({ id, share }) => {
      const question = questionnaire.questions.find((candidate) => candidate.id === id);
      if (!question || share === undefined) return [];
      return [{ question, share, pull: (question.weight * (reachable - share)) / question.effort }];
    })
    .toSorted((a, b) => b.pull - a.pull);
  const acting = candidates.find(({ question, share }) => actionFor(question, share, questionnaire));
  const leading = acting ?? candidates[0];
  if (!leading) return undefined;
  const { effort } = leading.question;
  const action = acting && actionFor(acting.question, acting.share, questionnaire);
  return {
    topic: { id: topic.id, title: topic.title, category },
    score,
    goal: topic.goal,
    question: leading.question.id,
    effort,
    priority: (topic.weight * (topic.goal - score)) / effort,
    ...(action && {
      action: {
        do: action.do,
        owner: action.owner,
        due: addDays(from, action.days),
        ...(action.resource !== undefined && { resource: action.resource }),
      },
    }),
  };
}

/** The action recommended for an answer that reached so much. */
function actionFor({ actions }: Question, share: number, { actionBelow }: Questionnaire) {
  if (share < actionBelow.low) return actions?.low;
  return share < actionBelow.middle ? actions?.middle : undefined;
}
