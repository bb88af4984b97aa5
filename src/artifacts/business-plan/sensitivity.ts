import { missing, type Known } from '../../units/missing.ts';
import type { PlanModel } from './forecast.ts';
import type { PlanInput } from './model/plan-inputs.ts';

/** What one driver does to the end of the plan when everything else stays. Amounts in the plan's currency. */
export interface DriverSwing {
  readonly id: string;
  readonly title: string;
  /** Cumulative profit after the last month with the driver lower, and higher, by the swing. */
  readonly lower: number;
  readonly higher: number;
}

interface Driver {
  readonly id: string;
  readonly title: string;
  readonly moves: (input: PlanInput) => boolean;
}

const multiplied =
  (multiplier: PlanInput['multiplier']) =>
  (input: PlanInput): boolean =>
    input.multiplier === multiplier;

/** What a partner and its account manager can move. */
const DRIVERS: readonly Driver[] = [
  { id: 'deals', title: 'New deals or customers', moves: multiplied('deals') },
  { id: 'deal-size', title: 'Deal size or seats', moves: multiplied('deal_size') },
  { id: 'services-attach', title: 'Services sold with deals', moves: multiplied('services_attach') },
  {
    id: 'services-margin',
    title: 'Margin on services',
    moves: ({ key }) => key.startsWith('service.') && key.endsWith('.margin'),
  },
  { id: 'staff-cost', title: 'Cost of people', moves: ({ key }) => key.endsWith('.annual_loaded_cost') },
  { id: 'ramp', title: 'Months to full pace', moves: multiplied('ramp_months') },
  { id: 'churn', title: 'Customers lost a month', moves: multiplied('churn') },
];

const STRONGEST = 5;

/**
 * The strongest drivers of the base plan, the strongest first: the end of the plan when each is lower or higher by a share.
 * @param swing a ratio: 0.2 for a fifth less and a fifth more
 */
export function strongestDrivers(model: PlanModel, swing: number): readonly DriverSwing[] {
  const end = (driver: Driver, factor: number) =>
    model.forecast('base', (input) => (driver.moves(input) ? factor : 1)).results.endCumulative;
  return DRIVERS.filter(({ moves }) => model.inputs.some((input) => moves(input) && input.value !== 0))
    .map((driver) => ({
      id: driver.id,
      title: driver.title,
      lower: end(driver, 1 - swing),
      higher: end(driver, 1 + swing),
    }))
    .toSorted((a, b) => Math.abs(b.higher - b.lower) - Math.abs(a.higher - a.lower))
    .slice(0, STRONGEST);
}

/** Nobody plans for a hundred times its deals. */
const MOST_DEALS = 100;
const HALVINGS = 30;

/**
 * By how much the new deals of the base plan must be multiplied so that it pays back by a month; less than 1 where fewer do.
 * People are hired in steps, so a little more than the answer can pay back later again: the smallest answer that holds is given.
 */
export function dealsToPayBackBy(month: number, model: PlanModel): Known<number> {
  const isBack = (factor: number) => {
    const { payback } = model.forecast('base', (input) => (input.multiplier === 'deals' ? factor : 1)).results;
    return payback.kind === 'nothing to pay back' || (payback.kind === 'month' && payback.month <= month);
  };
  let high = 1;
  while (!isBack(high)) {
    high *= 2;
    if (high > MOST_DEALS) return missing(`no number of deals pays it back in ${month} months`);
  }
  let low = 0;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (isBack(middle)) high = middle;
    else low = middle;
  }
  return high;
}
