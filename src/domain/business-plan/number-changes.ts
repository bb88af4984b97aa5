import type { PlanNumbers } from '../../schema/business-plan.ts';
import { valueChanges, type ValueChange } from '../plan-record.ts';

/** The numbers in which two plans differ, by their places: `product_lines.platform.deals_per_month`. */
export function numberChanges(before: PlanNumbers, after: PlanNumbers): readonly ValueChange<number>[] {
  return valueChanges(numbersByPlace(before), numbersByPlace(after));
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
