import { holds } from '../../expression/evaluate.ts';
import type { Assessment } from '../../schema/assessment.ts';
import { isKnown } from '../../units/missing.ts';
import { levelOfBand } from './answer-share.ts';
import type { Assessed } from './assessed.ts';
import type { Question, Questionnaire, Verdicts } from './questionnaire.ts';

/** What a screening advises, and which rule says so. For the account manager alone. */
export interface Verdict {
  readonly verdict: string;
  readonly rule: 'floor' | 'small but fitting' | 'total';
  /** The question whose answer is below the floor. */
  readonly question?: string;
}

/**
 * The verdict of a screening: an answer below the floor decides first, then a good fit that is only small, then the total.
 * Undefined for a questionnaire that is no screening, and while nothing is scored.
 */
export function verdictOf(questionnaire: Questionnaire, assessed: Assessed): Verdict | undefined {
  const { verdicts } = questionnaire;
  const { score } = assessed.score;
  if (!verdicts || !isKnown(score)) return undefined;
  const { floor, smallButFitting: small } = verdicts;
  const low = floor && belowFloor(questionnaire, floor, assessed.assessment);
  if (low) return { verdict: floor.verdict, rule: 'floor', question: low.text };
  if (small && holds(small.when, scopeOf(assessed))) return { verdict: small.verdict, rule: 'small but fitting' };
  const band = verdicts.bands.find(({ from }) => score >= from);
  return band && { verdict: band.verdict, rule: 'total' };
}

function belowFloor(
  { questions }: Questionnaire,
  { questions: ids, below_level: below }: NonNullable<Verdicts['floor']>,
  { answers }: Assessment,
): Question | undefined {
  return questions.find((question) => {
    const answer = answers[question.id];
    if (!ids.includes(question.id) || answer === undefined) return false;
    const level = question.kind === 'number-bands' ? levelOfBand(question, answer) : answer;
    return typeof level === 'number' && level < below;
  });
}

/** Category scores by their ids, and the figures of the company as entered. */
function scopeOf({ score, assessment }: Assessed) {
  const categories = score.categories.map((category) => [category.id.replaceAll('-', '_'), category.score] as const);
  const values = new Map<string, unknown>([...categories, ...Object.entries(assessment.figures ?? {})]);
  return {
    value: (name: string) => {
      const value = values.get(name);
      return typeof value === 'number' ? value : undefined;
    },
    columnLoaded: () => false,
  };
}
