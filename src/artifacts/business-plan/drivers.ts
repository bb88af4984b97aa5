import type { PlanDriver } from '../../schema/plan-questions.ts';
import type { PlanInput } from './model/plan-inputs.ts';

/** Something that a partner and its account manager can move, and which numbers of a plan that is. */
export interface Driver {
  readonly id: PlanDriver;
  readonly title: string;
  /** Whether the plan gets better with more of it, or with less. */
  readonly better: 'more' | 'less';
  readonly moves: (input: PlanInput) => boolean;
}

const multiplied =
  (multiplier: PlanInput['multiplier']) =>
  (input: PlanInput): boolean =>
    input.multiplier === multiplier;

/** In no order: pages show the strongest first. */
export const DRIVERS: readonly Driver[] = [
  { id: 'deals', title: 'New deals or customers', better: 'more', moves: multiplied('deals') },
  { id: 'deal-size', title: 'Deal size or seats', better: 'more', moves: multiplied('deal_size') },
  { id: 'services-attach', title: 'Services sold with deals', better: 'more', moves: multiplied('services_attach') },
  {
    id: 'services-margin',
    title: 'Margin on services',
    better: 'more',
    moves: ({ key }) => key.startsWith('service.') && key.endsWith('.margin'),
  },
  {
    id: 'staff-cost',
    title: 'Cost of people',
    better: 'less',
    moves: ({ key }) => key.endsWith('.annual_loaded_cost'),
  },
  { id: 'ramp', title: 'Months to full pace', better: 'less', moves: multiplied('ramp_months') },
  { id: 'churn', title: 'Customers lost a month', better: 'less', moves: multiplied('churn') },
];

/** The numbers of a plan that a driver moves; those that are zero stay so. */
export function movedInputs({ moves }: Driver, inputs: readonly PlanInput[]): readonly PlanInput[] {
  return inputs.filter((input) => moves(input) && input.value !== 0);
}
