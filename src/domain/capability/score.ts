import type { Answer } from '../../schema/assessment.ts';
import { missing, type Known } from '../../units/missing.ts';
import type { Status } from '../../units/value.ts';
import { shareOf } from './answer-share.ts';
import { appliesTo, type FormRequest, type Questionnaire } from './questionnaire.ts';

/** A scored question that applies to the partner; without a share it has no answer. */
export interface ScoredQuestion {
  readonly id: string;
  readonly topic: string;
  readonly weight: number;
  readonly core: boolean;
  /** Reached of what can be reached, 0 to 1. */
  readonly share?: number | undefined;
}

/** What a score was made of, as it stood on the day of the assessment. */
export interface ScoreBasis {
  readonly categories: readonly { readonly id: string; readonly title: string; readonly weight: number }[];
  readonly topics: readonly {
    readonly id: string;
    readonly title: string;
    readonly category: string;
    readonly weight: number;
  }[];
  readonly questions: readonly ScoredQuestion[];
}

/** A score from 1 to 100 with the fraction it was rounded from, or why there is none. */
interface Scored {
  readonly score: Known<number>;
  /** 0 to 1, unrounded. */
  readonly fraction: Known<number>;
}

export interface TopicScore extends Scored {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly weight: number;
}

export interface CategoryScore extends Scored {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly topics: readonly TopicScore[];
}

/** The scores of one assessment, or of the part of it that was answered so far. */
export interface CapabilityScore extends Scored {
  readonly categories: readonly CategoryScore[];
  /** Weight of the answered questions, and of all that apply to the partner in the full form. */
  readonly answered: number;
  readonly applies: number;
  /** answered ÷ applies. */
  readonly completeness: Known<number>;
  readonly questionsAnswered: number;
}

const NOT_SCORED = missing('not scored');

/**
 * Scores answers, all or the first few: a topic is the weighted mean of its answered questions, a category of its scored topics,
 * the total of its scored categories. What was passed over, does not apply or does not fit counts on neither side.
 */
export function scoreAnswers(
  questionnaire: Questionnaire,
  answers: Readonly<Record<string, Answer>>,
  request: Omit<FormRequest, 'form'>,
): CapabilityScore {
  return scoreOf(basisOf(questionnaire, answers, request));
}

/** What the score of these answers is made of; questions that were said not to apply are not in it. */
export function basisOf(
  { categories, questions, scale }: Questionnaire,
  answers: Readonly<Record<string, Answer>>,
  request: Omit<FormRequest, 'form'>,
): ScoreBasis {
  const answerTo = (id: string) => (Object.hasOwn(answers, id) ? answers[id] : undefined);
  const own = categories.filter(({ audience }) => audience === request.audience);
  return {
    categories: own.map(({ id, title, weight }) => ({ id, title, weight })),
    topics: own.flatMap(({ id: category, topics }) =>
      topics.map(({ id, title, weight }) => ({ id, title, category, weight })),
    ),
    questions: questions
      .filter((question) => question.audience === request.audience && question.weight > 0)
      .filter((question) => appliesTo(question, request) && answerTo(question.id) !== 'not-applicable')
      .map((question) => {
        const { id, topic, weight, core } = question;
        const share = shareOf(question, answerTo(id), scale);
        return { id, topic, weight, core, ...(share !== undefined && { share }) };
      }),
  };
}

/** The scores of what was answered. */
export function scoreOf({ categories, topics, questions }: ScoreBasis): CapabilityScore {
  const topicScores = topics.map((topic): TopicScore => {
    const own = questions.filter((question) => question.topic === topic.id);
    return { ...topic, ...scored(own.map(({ weight, share }) => ({ weight, fraction: share ?? NOT_SCORED }))) };
  });
  const categoryScores = categories.map((category): CategoryScore => {
    const own = topicScores.filter((topic) => topic.category === category.id);
    return { ...category, ...scored(own), topics: own };
  });
  const withAnswer = questions.filter(({ share }) => share !== undefined);
  const [answered, applies] = [totalWeight(withAnswer), totalWeight(questions)];
  return {
    ...scored(categoryScores),
    categories: categoryScores,
    answered,
    applies,
    completeness: applies > 0 ? answered / applies : missing('no question applies'),
    questionsAnswered: withAnswer.length,
  };
}

/** The score of a fraction: 1 + 99 × fraction, halves up; binary noise in the last digits decides no half. */
export function shownScore(fraction: number): number {
  return Math.floor(Number((1 + 99 * fraction).toPrecision(12)) + 0.5);
}

/** Strong, medium or weak, by the score as it is shown. */
export function statusOfScore(
  score: Known<number>,
  { red_below: red, green_from: green }: Questionnaire['status'],
): Status {
  if (typeof score !== 'number') return { meaning: 'unknown', word: 'not scored' };
  if (score >= green) return { meaning: 'good', word: 'strong' };
  return score >= red ? { meaning: 'watch', word: 'medium' } : { meaning: 'bad', word: 'weak' };
}

/** The weighted mean of the parts that have one. */
function scored(parts: readonly { readonly weight: number; readonly fraction: Known<number> }[]): Scored {
  const known = parts.flatMap(({ weight, fraction }) => (typeof fraction === 'number' ? [{ weight, fraction }] : []));
  const weight = totalWeight(known);
  if (weight === 0) return { score: NOT_SCORED, fraction: NOT_SCORED };
  const fraction = known.reduce((sum, part) => sum + part.weight * part.fraction, 0) / weight;
  return { score: shownScore(fraction), fraction };
}

function totalWeight(parts: readonly { readonly weight: number }[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}
