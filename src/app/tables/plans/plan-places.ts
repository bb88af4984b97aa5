import type { BusinessPlan } from '../../../schema/business-plan-file.ts';
import type { PlanNumbers } from '../../../schema/business-plan.ts';

const SCENARIOS = ['conservative', 'stretch'] as const;
const OF_SCENARIO = /^scenarios\.(conservative|stretch)\.(multipliers|numbers)\.(.+)$/;

/** Every number of a plan by its place: those of the base first, `product_lines.platform.deals_per_month`, then `scenarios.stretch. …`. */
export function numbersOfPlan({ numbers, scenarios }: BusinessPlan): ReadonlyMap<string, number> {
  return new Map([
    ...leavesOf(numbers, ''),
    ...SCENARIOS.flatMap((scenario) => [
      ...leavesOf(scenarios[scenario].multipliers, `scenarios.${scenario}.multipliers`),
      ...leavesOf(scenarios[scenario].numbers, `scenarios.${scenario}.numbers`),
    ]),
  ]);
}

/** The number of the base that a scenario has another one for; undefined where the place is none of a scenario's own numbers. */
export function baseOf(place: string): string | undefined {
  const [, , part, rest] = OF_SCENARIO.exec(place) ?? [];
  return part === 'numbers' ? rest : undefined;
}

/** Where the number of a place stands in the plan's file. A scenario names the numbers it has of its own by their whole place. */
export function pathOfNumber(place: string): readonly (string | number)[] {
  const [, scenario, part, rest] = OF_SCENARIO.exec(place) ?? [];
  if (scenario !== undefined) return ['scenarios', scenario, part!, rest!];
  return ['numbers', ...place.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key))];
}

/** The offer, service, role or investment that a number belongs to. */
export function entryAt(
  { product_lines, services, staff, investments }: PlanNumbers,
  place: string,
): { readonly title: string; readonly source_of?: Readonly<Record<string, string>> | undefined } | undefined {
  const [list, id] = place.split('.');
  const lists = new Map<string, Readonly<Record<string, { readonly title: string }>>>(
    Object.entries({ product_lines, services, staff, investments }),
  );
  return lists.get(list ?? '')?.[id ?? ''];
}

function leavesOf(part: object, at: string): [string, number][] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]): [string, number][] => {
    const place = at === '' ? key : `${at}.${key}`;
    if (typeof value === 'number') return [[place, value]];
    return typeof value === 'object' && value !== null ? leavesOf(value, place) : [];
  });
}
