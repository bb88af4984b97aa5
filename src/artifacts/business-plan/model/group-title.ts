import type { PlanNumbers } from '../../../schema/business-plan.ts';

/** What numbers and lines without a group of their own are of. */
export const WHOLE_PLAN = 'The whole plan';

/** The words of a group of the model: the title of its offer, service, role or investment. @param group `offer.platform` */
export function groupTitle(group: string, numbers: PlanNumbers): string {
  const [kind, name] = group.split('.');
  const entries: Readonly<Record<string, Readonly<Record<string, { readonly title: string }>>>> = {
    offer: numbers.product_lines,
    service: numbers.services,
    role: numbers.staff,
    investment: numbers.investments,
  };
  const found = Object.entries(entries[kind ?? ''] ?? {}).find(([id]) => id.replaceAll('-', '_') === name);
  return found?.[1].title ?? WHOLE_PLAN;
}

/** The group of a key: `offer.platform` of `offer.platform.customers`; none of a key of the whole plan. */
export function groupOfKey(key: string): string | undefined {
  const end = key.lastIndexOf('.');
  return end < 0 ? undefined : key.slice(0, end);
}
