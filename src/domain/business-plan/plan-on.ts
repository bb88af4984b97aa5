import type { BusinessPlan } from '../../schema/business-plan-file.ts';
import type { FiscalYear } from '../../units/fiscal-quarter.ts';
import type { PlainDate } from '../../units/plain-date.ts';

/**
 * The plan that runs on a day: that of its fiscal year, else the newest earlier one whose months reach the day. As it stood that day: what
 * was agreed or changed later is undone, and a plan begun later does not exist.
 */
export function runningPlan(
  plans: readonly BusinessPlan[],
  { year, day }: { readonly year: FiscalYear; readonly day: PlainDate },
): BusinessPlan | undefined {
  const begun = plans.filter((plan) => (plan.begun === undefined || plan.begun <= day) && plan.fiscal_year <= year);
  const running = begun.filter((plan) => plan.fiscal_year === year || monthOfPlan(plan.starts, day) <= PLAN_MONTHS);
  const newest = running.toSorted((a, b) => a.fiscal_year - b.fiscal_year).at(-1);
  return newest && asItStood(newest, day);
}

const PLAN_MONTHS = 36;

/** The number of the month a day lies in, 1 for the first; 0 and less before the plan starts. */
export function monthOfPlan(starts: PlainDate, day: PlainDate): number {
  const months = (date: PlainDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return months(day) - months(starts) + 1;
}

function asItStood(plan: BusinessPlan, day: PlainDate): BusinessPlan {
  const { agreed, completed, ...rest } = plan;
  const isAgreed = agreed !== undefined && agreed.on <= day;
  const isCompleted = completed !== undefined && completed <= day;
  const later = plan.changes.filter(({ on }) => on > day);
  return {
    ...rest,
    status: isCompleted ? 'completed' : isAgreed ? (plan.starts <= day ? 'in-progress' : 'agreed') : 'draft',
    ...(isAgreed && { agreed }),
    ...(isCompleted && { completed }),
    numbers: later.toReversed().reduce((numbers, { at, was }) => withNumber(numbers, at.split('.'), was), plan.numbers),
    changes: plan.changes.filter(({ on }) => on <= day),
  };
}

/** The numbers with one of them changed, at its place in the plan; undefined takes it out. */
export function withNumber<T extends object>(
  numbers: T,
  [key, ...rest]: readonly string[],
  value: number | undefined,
): T {
  if (key === undefined) return numbers;
  const inner = (numbers as Readonly<Record<string, unknown>>)[key];
  if (rest.length === 0) {
    const { [key]: _, ...others } = numbers as Readonly<Record<string, unknown>>;
    return (value === undefined ? others : { ...numbers, [key]: value }) as T;
  }
  // A part that was taken out whole cannot hold a number of its own any more.
  return typeof inner === 'object' && inner !== null ? { ...numbers, [key]: withNumber(inner, rest, value) } : numbers;
}
