import type { PlanNumbers, ProductLine, ScenarioMultipliers } from '../../../schema/business-plan.ts';

/** A number of the plan as the model takes it: its key, its value with shares as ratios, and which multiplier of a scenario acts on it. */
export interface PlanInput {
  readonly key: string;
  readonly value: number;
  /** Where it stands in the plan's file: `product_lines.platform.deals_per_month`. */
  readonly at: string;
  readonly multiplier?: keyof ScenarioMultipliers;
  /** It is a share of something whole: a scenario takes it to 1 at most. */
  readonly isShare?: true;
  /** Of a number of a list: the month it is for, counted from 1. */
  readonly position?: number;
}

/** Which multiplier of a scenario acts on a number of an offer, a service or the marketing. */
const MULTIPLIED: Readonly<Record<string, keyof ScenarioMultipliers>> = {
  deals_per_month: 'deals',
  new_customers_per_month: 'deals',
  active_resellers: 'deals',
  introductions_per_month: 'deals',
  average_product_deal: 'deal_size',
  average_order: 'deal_size',
  seats_per_customer: 'deal_size',
  licence_value: 'deal_size',
  customer_order: 'deal_size',
  ramp_months: 'ramp_months',
  attach_percent: 'services_attach',
  recurring_attach_percent: 'recurring_attach',
  monthly_churn_percent: 'churn',
  mdf_funded_percent: 'mdf_funded_share',
};

/** Every number of a plan, in the order of its file. */
export function planInputs(numbers: PlanNumbers): readonly PlanInput[] {
  const { product_lines, services, staff, investments, marketing } = numbers;
  return [
    ...groupsOf(product_lines, 'offer', 'product_lines'),
    ...groupsOf(services, 'service', 'services'),
    ...groupsOf(staff, 'role', 'staff'),
    ...groupsOf(investments, 'investment', 'investments'),
    ...numbersOf(marketing, 'marketing', 'marketing'),
    ...numbersOf(
      {
        annual_pay_rise_percent: numbers.annual_pay_rise_percent,
        initial_investment: numbers.initial_investment,
        overhead_percent_of_revenue: numbers.overhead_percent_of_revenue,
        annual_discount_rate_percent: numbers.annual_discount_rate_percent,
      },
      '',
      '',
    ),
    ...(Object.values(product_lines).some(({ ramp_curve_percent: curve }) => curve)
      ? [{ key: 'ramp_pace', value: 1, at: '', multiplier: 'ramp_months' as const }]
      : []),
    { key: 'margins', value: 1, at: '', multiplier: 'margins' },
  ];
}

/**
 * The inputs of a scenario: the base numbers times its multipliers; shares stay at 1 at most.
 * @param own numbers in place of those, by their place in the plan and as they are written there
 */
export function scenarioInputs(
  inputs: readonly PlanInput[],
  multipliers: ScenarioMultipliers,
  own: Readonly<Record<string, number>> = {},
): ReadonlyMap<string, number> {
  return new Map(
    inputs.map(({ key, value, at, multiplier, isShare }) => {
      const written = own[at];
      if (written !== undefined) return [key, modelValue(at, written)];
      const scaled = multiplier ? value * multipliers[multiplier] : value;
      return [key, isShare ? Math.min(1, scaled) : scaled];
    }),
  );
}

/** The group of an entry in the model: names of the expression language have no hyphens. */
export function groupOf(kind: 'offer' | 'service' | 'role' | 'investment', id: string): string {
  return `${kind}.${id.replaceAll('-', '_')}`;
}

/** A number as the model takes it: shares are ratios. */
function modelValue(name: string, written: number): number {
  return isPercent(name) ? written / 100 : written;
}

/** True for a number written in percent, one of a list included. */
function isPercent(place: string): boolean {
  return /_percent[^.]*(\.\d+)?$/.test(place);
}

type Entry = ProductLine | PlanNumbers['services'][string] | PlanNumbers['staff'][string];

function groupsOf(
  entries: Readonly<Record<string, Entry | PlanNumbers['investments'][string]>>,
  kind: Parameters<typeof groupOf>[0],
  at: string,
): PlanInput[] {
  return Object.entries(entries).flatMap(([id, entry]) => numbersOf(entry, groupOf(kind, id), `${at}.${id}`));
}

function numbersOf(entry: object, group: string, at: string): PlanInput[] {
  const prefixed = (prefix: string, name: string) => (prefix === '' ? name : `${prefix}.${name}`);
  return Object.entries(entry).flatMap(([name, value]: [string, unknown]): PlanInput[] => {
    const isShare = isPercent(name);
    // Other lists say whose deals an offer is planned from.
    if (Array.isArray(value)) return isShare ? listOf(value, prefixed(group, name), prefixed(at, name)) : [];
    if (typeof value !== 'number') return [];
    const multiplier = MULTIPLIED[name];
    return [
      {
        key: prefixed(group, name.replace('_percent', '')),
        value: modelValue(name, value),
        at: prefixed(at, name),
        ...(multiplier && { multiplier }),
        ...(isShare && multiplier && { isShare }),
      },
    ];
  });
}

/** A list of shares by month, each an input of its own, as `entry(list, position)` finds it. */
function listOf(shares: readonly number[], key: string, at: string): PlanInput[] {
  return shares.map((percent, index) => ({
    key: `${key.replace('_percent', '')}.${index + 1}`,
    value: percent / 100,
    at: `${at}.${index}`,
    position: index + 1,
  }));
}
