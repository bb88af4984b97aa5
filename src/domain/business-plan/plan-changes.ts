import type { PlanNumbers } from '../../schema/business-plan.ts';

/** One number of a plan that is another one now; absent on a side: the plan does not have it there. */
export interface NumberChange {
  /** Its place in the plan: `product_lines.platform.deals_per_month`. */
  readonly at: string;
  readonly was?: number;
  readonly is?: number;
}

/** The numbers in which two plans differ, in the order of the first, then those that only the second has. */
export function numberChanges(before: PlanNumbers, after: PlanNumbers): readonly NumberChange[] {
  const [was, is] = [numbersByPlace(before), numbersByPlace(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((at) => was.get(at) !== is.get(at))
    .map((at) => {
      const [old, now] = [was.get(at), is.get(at)];
      return { at, ...(old !== undefined && { was: old }), ...(now !== undefined && { is: now }) };
    });
}

/** Every number of a plan by its place. */
export function numbersByPlace(part: object, place = ''): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(part).flatMap(([key, value]: [string, unknown]): [string, number][] => {
      const at = place === '' ? key : `${place}.${key}`;
      if (typeof value === 'number') return [[at, value]];
      return typeof value === 'object' && value !== null ? [...numbersByPlace(value, at)] : [];
    }),
  );
}
