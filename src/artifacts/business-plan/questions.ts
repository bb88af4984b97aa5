import { isKnown, type Known } from '../../units/missing.ts';
import { amount, count, share, times, type Value } from '../../units/value.ts';
import type { PlanDriver, PlanQuestion } from '../../schema/plan-questions.ts';
import { DRIVERS, movedInputs, type Driver } from './drivers.ts';
import type { PlanModel } from './forecast.ts';
import { wordsOfInput } from './model/input-words.ts';
import type { PlanInput } from './model/plan-inputs.ts';
import type { PlanResults } from './results.ts';
import { solveDriver } from './solve-driver.ts';

/** A question of break-even with its answer in the unit its seller thinks in. */
export interface AnsweredQuestion {
  readonly id: string;
  readonly text: string;
  /** What it takes; unknown, with the reason, where no value does or every value does. */
  readonly needed: Value;
  /** What the plan has. */
  readonly planned: Value;
  /** "deals a month", "of deals", "of the plan". */
  readonly unit: string;
}

/** The questions of the assumptions, answered for the base case; those about what the plan does not have are left out. */
export function answerQuestions(
  questions: readonly PlanQuestion[],
  model: PlanModel,
  currency: string,
): readonly AnsweredQuestion[] {
  return questions.flatMap((question): AnsweredQuestion[] => {
    const driver = DRIVERS.find(({ id }) => id === question.moves)!;
    const moved = movedInputs(driver, model.inputs).filter(({ at }) => at !== '');
    if (moved.length === 0) return [];
    const { unit, valueOf } = measureOf(driver, moved, currency);
    const factor = solveDriver(driver, model, (results) => isReached(question, results));
    return [{ id: question.id, text: question.text, needed: valueOf(factor), planned: valueOf(1), unit }];
  });
}

function isReached(question: PlanQuestion, { payback, breakeven, endCumulative }: PlanResults): boolean {
  const { payback_by: paidBack, breakeven_by: evenFrom, ends_at_least: least } = question;
  if (paidBack !== undefined)
    return payback.kind === 'nothing to pay back' || (payback.kind === 'month' && payback.month <= paidBack);
  if (evenFrom !== undefined) return isKnown(breakeven.lasting) && breakeven.lasting <= evenFrom;
  return endCumulative >= least!;
}

interface Measure {
  readonly unit: string;
  /** The driver's number at so many times the plan. */
  readonly valueOf: (factor: Known<number>) => Value;
}

/** What each kind of seller counts as new, when all of its offers count the same. */
const COUNTED: Readonly<Record<string, string>> = {
  deals_per_month: 'deals a month',
  new_customers_per_month: 'customers a month',
  introductions_per_month: 'introductions',
  active_resellers: 'resellers',
};

/** Deals are added up; a driver of one number is told in its own unit, one of several as times the plan. */
function measureOf(driver: Driver, moved: readonly PlanInput[], currency: string): Measure {
  const [first] = moved;
  const scaled = (factor: Known<number>, number: number) => (isKnown(factor) ? factor * number : factor);
  if (driver.id === COUNTED_DRIVER) {
    const total = moved.reduce((sum, { value }) => sum + value, 0);
    const units = new Set(moved.map(({ at }) => COUNTED[at.slice(at.lastIndexOf('.') + 1)]));
    const [unit] = units;
    return {
      unit: units.size === 1 && unit !== undefined ? unit : 'new a month',
      valueOf: (factor) => count(scaled(factor, total)),
    };
  }
  if (moved.length > 1) return { unit: 'of the plan', valueOf: (factor) => times(factor) };
  const { kind, unit } = wordsOfInput(first!, currency);
  return { unit, valueOf: (factor) => valueOfKind(kind, scaled(factor, first!.value), currency) };
}

const COUNTED_DRIVER: PlanDriver = 'deals';

function valueOfKind(kind: string, number: Known<number>, currency: string): Value {
  if (kind === 'amount') return amount(number, currency);
  return kind === 'share' ? share(number) : count(number);
}
