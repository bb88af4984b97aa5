import { missing, type Known } from '../../units/missing.ts';
import { movedInputs, type Driver } from './drivers.ts';
import type { PlanModel } from './forecast.ts';
import type { PlanResults } from './results.ts';

/** Nobody plans for a hundred times its deals; and a ramp of no months at all is none. */
const [LEAST, MOST] = [0.001, 100];
/** To a millionth of the answer: pages show one decimal. */
const PRECISION = 1e-6;

/**
 * By how much a driver of the base plan must be multiplied to reach a goal: the least that does where more is better, the most that still
 * does where less is better. People are hired in steps, so a little more than the least can miss the goal again: the answer itself reaches it.
 * @returns a factor on the driver's numbers, 1 for the plan as it is; unknown where none reaches the goal
 */
export function solveDriver(
  driver: Driver,
  model: PlanModel,
  isReached: (results: PlanResults) => boolean,
): Known<number> {
  const reaches = (factor: number) =>
    isReached(model.forecast('base', (input) => (driver.moves(input) ? factor : 1)).results);
  const most = greatestFactor(driver, model);
  return driver.better === 'more' ? leastThatReaches(most, reaches) : mostThatReaches(most, reaches);
}

function leastThatReaches(most: number, reaches: (factor: number) => boolean): Known<number> {
  if (reaches(LEAST)) return missing('any, even near 0');
  let high = Math.min(1, most);
  while (!reaches(high)) {
    if (high >= most) return missing(`none, up to ${shown(most)}x`);
    high = Math.min(most, high * 2);
  }
  return narrowed({ reached: high, missed: LEAST }, reaches);
}

function mostThatReaches(most: number, reaches: (factor: number) => boolean): Known<number> {
  if (!reaches(LEAST)) return missing('none, even near 0');
  let high = 1;
  while (reaches(high)) {
    if (high >= most) return missing(`any, up to ${shown(most)}x`);
    high = Math.min(most, high * 2);
  }
  return narrowed({ reached: LEAST, missed: high }, reaches);
}

/** Between a factor that reaches the goal and one that misses it, the outermost that still does. */
function narrowed(
  { reached, missed }: { readonly reached: number; readonly missed: number },
  reaches: (factor: number) => boolean,
): number {
  let [good, bad] = [reached, missed];
  while (Math.abs(good - bad) > PRECISION * Math.max(good, bad)) {
    const middle = (good + bad) / 2;
    if (reaches(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** No share is more than the whole: each that stays at 1 by itself may be passed, the first other one ends the search. */
function greatestFactor(driver: Driver, model: PlanModel): number {
  const shares = movedInputs(driver, model.inputs).filter(({ at }) => at.endsWith('_percent'));
  if (shares.length === 0) return MOST;
  const limits = shares.map(({ value }) => 1 / value);
  return Math.min(MOST, shares.every(({ isShare }) => isShare) ? Math.max(...limits) : Math.min(...limits));
}

function shown(factor: number): string {
  return Number.isInteger(factor) ? `${factor}` : factor.toFixed(1);
}
