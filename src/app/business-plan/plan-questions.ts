import { INPUT_WORDS } from '../../artifacts/business-plan/model/input-words.ts';
import { sourceWords } from '../../artifacts/business-plan/model/source-words.ts';
import { withSources } from '../../domain/business-plan/number-sources.ts';
import { numbersByPlace } from '../../domain/business-plan/number-changes.ts';
import { withNumber } from '../../domain/business-plan/plan-on.ts';
import type { Answer, Answers } from '../../domain/interview/answer.ts';
import type { Question } from '../../domain/interview/question.ts';
import type { PlanAssumptions, PlanNumbers } from '../../schema/business-plan.ts';
import type { InterviewQuestion } from '../../schema/plan-interview.ts';
import type { BusinessPlan } from '../../schema/business-plan-file.ts';

/** The most an amount of a plan comes to, as its schema says. */
const MOST = 1e9;

/** A question of the guided session with the place of the number it asks for, which is its id. */
interface AskedNumber {
  readonly at: string;
  readonly title: string;
  readonly asked: InterviewQuestion;
}

/** The guided session about a plan: a question a number, each with what it is now and where that is from. */
export function planQuestions(plan: BusinessPlan, assumptions: PlanAssumptions): readonly Question[] {
  return askedNumbers(plan.numbers, assumptions).map(({ at, title, asked }) => {
    const { short } = sourceWords(at, { numbers: plan.numbers, assumptions });
    return {
      id: at,
      section: asked.section,
      text: asked.text.replace('{title}', title),
      details: [`Source of the number: ${short}`],
      ...(asked.why !== undefined && { why: asked.why }),
      without: ['skip', 'not-applicable'] as const,
      ...kindOf(asked.number, plan.currency),
    };
  });
}

/** The numbers of the plan as answers: Enter keeps them. */
export function standingNumbers(plan: BusinessPlan, assumptions: PlanAssumptions): Answers {
  const numbers = numbersByPlace(plan.numbers);
  return new Map(
    askedNumbers(plan.numbers, assumptions).map(({ at }): [string, Answer] => [at, { value: numbers.get(at)! }]),
  );
}

/** The plan with what was answered; a number that somebody said has their word as its source. */
export function withAnsweredNumbers(plan: BusinessPlan, answers: Answers, source: string): BusinessPlan {
  const standing = numbersByPlace(plan.numbers);
  const said = [...answers].flatMap(([at, answer]) =>
    'value' in answer && typeof answer.value === 'number' && answer.value !== standing.get(at)
      ? [{ at, value: answer.value }]
      : [],
  );
  const numbers = said.reduce((changed, { at, value }) => withNumber(changed, at.split('.'), value), plan.numbers);
  const places = said.map(({ at }) => at);
  return { ...plan, numbers: withSources(numbers, places, source) };
}

function askedNumbers(numbers: PlanNumbers, { interview }: PlanAssumptions): readonly AskedNumber[] {
  const places = numbersByPlace(numbers);
  const asked = interview.flatMap((question) =>
    entriesOf(question.of, numbers).map(({ at, title }) => ({
      at: at === '' ? question.number : `${at}.${question.number}`,
      title,
      asked: question,
    })),
  );
  return asked.filter(({ at }) => places.has(at));
}

/** The entries a question is about: where they stand in the plan, and their titles. */
function entriesOf(
  of: InterviewQuestion['of'],
  numbers: PlanNumbers,
): readonly { readonly at: string; readonly title: string }[] {
  const list = (name: 'product_lines' | 'services' | 'staff') =>
    Object.entries(numbers[name]).map(([id, { title }]) => ({ at: `${name}.${id}`, title }));
  switch (of) {
    case 'every-offer':
      return list('product_lines');
    case 'first-offer':
      return list('product_lines').slice(0, 1);
    case 'first-service':
      return list('services').slice(0, 1);
    case 'first-role':
      return list('staff').slice(0, 1);
    case 'marketing':
      return [{ at: 'marketing', title: 'Marketing' }];
    case 'plan':
      return [{ at: '', title: '' }];
  }
}

function kindOf(number: string, currency: string) {
  const { kind, unit } = INPUT_WORDS[number] ?? { kind: 'number', unit: '' };
  const words = unit.replace('{currency}', currency);
  if (kind === 'amount') return { kind: 'money', currency, min: 0, max: MOST } as const;
  if (kind === 'share') return { kind: 'number', unit: '%', min: 0, max: 100 } as const;
  if (kind === 'months') return { kind: 'number', unit: 'months', min: 1, max: 36 } as const;
  return { kind: 'number', ...(words !== '' && { unit: words }), min: 0, max: MOST } as const;
}
