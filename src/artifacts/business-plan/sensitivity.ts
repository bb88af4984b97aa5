import { DRIVERS, movedInputs, type Driver } from './drivers.ts';
import type { PlanModel } from './forecast.ts';

/** What one driver does to the end of the plan when everything else stays. Amounts in the plan's currency. */
export interface DriverSwing {
  readonly id: string;
  readonly title: string;
  /** Cumulative profit after the last month with the driver lower, and higher, by the swing. */
  readonly lower: number;
  readonly higher: number;
}

const STRONGEST = 5;

/**
 * The strongest drivers of the base plan, the strongest first: the end of the plan when each is lower or higher by a share.
 * @param swing a ratio: 0.2 for a fifth less and a fifth more
 */
export function strongestDrivers(model: PlanModel, swing: number): readonly DriverSwing[] {
  const end = (driver: Driver, factor: number) =>
    model.forecast('base', (input) => (driver.moves(input) ? factor : 1)).results.endCumulative;
  return DRIVERS.filter((driver) => movedInputs(driver, model.inputs).length > 0)
    .map((driver) => ({
      id: driver.id,
      title: driver.title,
      lower: end(driver, 1 - swing),
      higher: end(driver, 1 + swing),
    }))
    .toSorted((a, b) => Math.abs(b.higher - b.lower) - Math.abs(a.higher - a.lower))
    .slice(0, STRONGEST);
}
