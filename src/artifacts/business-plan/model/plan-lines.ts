import { parseExpression } from '../../../expression/parse.ts';
import { sumOf } from '../../../expression/sum-of.ts';
import type { ModelLine } from '../../../domain/month-model/month-model.ts';
import type { PlanNumbers } from '../../../schema/business-plan.ts';
import { linesOfOffer, type LineRole } from './offer-kinds.ts';
import { groupOf } from './plan-inputs.ts';

/** A line of the plan with its words, and the role by which lines are added up. */
export interface PlanLine extends ModelLine {
  readonly title: string;
  readonly role?: LineRole;
}

/** Noise of binary fractions, such as 0.65 ÷ 0.05 = 13.000000000000002, must not hire anybody. */
const NOISE = '0.000000001';

/** Every line of a plan, in the order in which they are worked out: offers, services, people, then the whole. */
export function planLines(numbers: PlanNumbers): readonly PlanLine[] {
  const parts = [...offerLines(numbers), ...serviceLines(numbers)];
  const sums = SUMS.map(({ key, title, roles }) => total(key, title, keysWith(parts, roles)));
  const staff = staffLines(numbers);
  return [
    ...parts,
    ...sums,
    ...staff,
    total('fte', 'People, full time', keysNamed(staff, 'working')),
    total('staff_cost', 'People', keysNamed(staff, 'cost')),
    ...wholeLines(numbers),
  ];
}

const SUMS: readonly { readonly key: string; readonly title: string; readonly roles: readonly LineRole[] }[] = [
  { key: 'new_deals', title: 'New deals or customers', roles: ['new_deals'] },
  { key: 'customers', title: 'Customers served', roles: ['customers'] },
  { key: 'product_revenue', title: 'Product revenue', roles: ['product_revenue'] },
  { key: 'services_revenue', title: 'Services revenue', roles: ['services_revenue'] },
  { key: 'recurring_revenue', title: 'Recurring revenue', roles: ['recurring_revenue'] },
  { key: 'revenue', title: 'Revenue', roles: ['product_revenue', 'services_revenue', 'recurring_revenue'] },
  { key: 'product_profit', title: 'Product margin', roles: ['product_profit'] },
  { key: 'services_profit', title: 'Services margin', roles: ['services_profit'] },
  { key: 'recurring_profit', title: 'Recurring margin', roles: ['recurring_profit'] },
  { key: 'registration_earned', title: 'Registration margin', roles: ['registration_margin'] },
  { key: 'rebate_earned', title: 'Rebate', roles: ['rebate'] },
  {
    key: 'gross_profit',
    title: 'Gross profit',
    roles: ['product_profit', 'services_profit', 'recurring_profit', 'registration_margin', 'rebate'],
  },
  { key: 'product_dollars', title: "The vendor's product", roles: ['product_dollars'] },
  { key: 'own_dollars', title: 'Own work around it', roles: ['services_revenue', 'own_dollars'] },
  { key: 'monthly_recurring', title: 'Recurring revenue a month', roles: ['monthly_recurring'] },
];

function offerLines({ product_lines }: PlanNumbers): PlanLine[] {
  return Object.entries(product_lines).flatMap(([id, offer]) => {
    const group = groupOf('offer', id);
    return linesOfOffer(offer).map(({ name, ...line }) => ({ ...line, key: `${group}.${name}`, group }));
  });
}

function serviceLines({ services }: PlanNumbers): PlanLine[] {
  return Object.entries(services).flatMap(([id, { sold_with: soldWith }]) => {
    const [group, offer] = [groupOf('service', id), groupOf('offer', soldWith)];
    const line = (name: string, title: string, formula: string, role?: LineRole): PlanLine => ({
      key: `${group}.${name}`,
      group,
      title,
      formula: parseExpression(formula),
      ...(role && { role }),
    });
    return [
      line('sold', 'Sold', `${offer}.new_deals * attach * value_per_deal * ${offer}.price`),
      line('revenue', 'Delivered', 'earlier(sold, lag_months)', 'services_revenue'),
      line('profit', 'Margin', 'revenue * margin * margins', 'services_profit'),
    ];
  });
}

function staffLines({ staff }: PlanNumbers): PlanLine[] {
  return Object.entries(staff).flatMap(([id, { driver }]) => {
    const group = groupOf('role', id);
    const driven = driver === 'customers' ? 'customers' : 'new_deals';
    const needed =
      driver === undefined ? 'fte' : `max(minimum_fte, round_up(${driven} / per_step - ${NOISE}) * fte_per_step)`;
    const formulas = {
      working: `if(month >= from_month and month <= to_month, ${needed}, 0)`,
      cost: 'working * annual_loaded_cost / 12 * power(1 + annual_pay_rise, year)',
    };
    return [
      { key: `${group}.working`, group, title: 'People, full time', formula: parseExpression(formulas.working) },
      { key: `${group}.cost`, group, title: 'Cost', formula: parseExpression(formulas.cost) },
    ];
  });
}

function wholeLines({ investments, initial_investment: initial }: PlanNumbers): PlanLine[] {
  const dated = Object.keys(investments).map((id) => groupOf('investment', id));
  const line = (key: string, title: string, formula: string, start = 0): PlanLine => ({
    key,
    title,
    formula: parseExpression(formula),
    ...(start !== 0 && { start }),
  });
  return [
    line('marketing_cost', 'Marketing', 'marketing.fixed_per_month + marketing.share_of_revenue * revenue'),
    line('mdf', 'Marketing paid by the vendor', 'marketing_cost * marketing.mdf_funded'),
    total(
      'invested',
      'Investments',
      dated.map((key) => `if(month == ${key}.month, ${key}.amount, 0)`),
    ),
    line('overhead', 'Overhead', 'revenue * overhead_of_revenue'),
    line('net', 'Net profit', 'gross_profit - staff_cost - marketing_cost + mdf - invested - overhead'),
    line('cumulative', 'Cumulative', 'earlier(cumulative, 1) + net', -initial),
  ];
}

function total(key: string, title: string, parts: readonly string[]): PlanLine {
  return { key, title, formula: sumOf(parts) };
}

function keysWith(lines: readonly PlanLine[], roles: readonly LineRole[]): string[] {
  return lines.filter(({ role }) => role !== undefined && roles.includes(role)).map(({ key }) => key);
}

function keysNamed(lines: readonly PlanLine[], name: string): string[] {
  return lines.filter(({ key }) => key.endsWith(`.${name}`)).map(({ key }) => key);
}
