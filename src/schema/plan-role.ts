import * as z from 'zod';
import { money, month, quantity, sourceOf } from './plan-values.ts';
import { line } from './values.ts';

/** People of one kind: a fixed number, or steps that follow the business from a minimum on. */
export const role = z
  .strictObject({
    title: line,
    fte: quantity.optional().describe('A fixed number of people; otherwise it steps with the driver'),
    driver: z.enum(['deals', 'customers']).optional().describe('New deals of the month, or customers served'),
    per_step: z.number().positive().max(1e9).optional().describe('Deals or customers that one more step serves'),
    fte_per_step: quantity.optional().describe('People of one step'),
    minimum_fte: quantity.optional().describe('People there are however little is sold'),
    annual_loaded_cost: money,
    from_month: month.default(1),
    to_month: month.default(36),
    source_of: sourceOf,
  })
  .superRefine((given, context) => {
    for (const { key, message } of mistakesOf(given))
      context.addIssue({ code: 'custom', path: key === undefined ? [] : [key], message, input: given });
  })
  .transform((given) => (given.driver === undefined ? given : { minimum_fte: 0, ...given }));

interface Role {
  readonly fte?: number | undefined;
  readonly driver?: string | undefined;
  readonly per_step?: number | undefined;
  readonly fte_per_step?: number | undefined;
  readonly minimum_fte?: number | undefined;
  readonly from_month: number;
  readonly to_month: number;
}

interface Mistake {
  readonly key?: keyof Role;
  readonly message: string;
}

function mistakesOf(given: Role): Mistake[] {
  const { fte, driver, from_month: from, to_month: to } = given;
  const late: Mistake[] =
    from > to ? [{ key: 'from_month', message: `the role starts in month ${from} and ends in month ${to}` }] : [];
  if (fte === undefined && driver === undefined)
    return [
      ...late,
      { message: 'a role has fte, a fixed number of people, or driver, which they follow; here is neither' },
    ];
  if (fte !== undefined && driver !== undefined)
    return [
      ...late,
      {
        key: 'fte',
        message: `a role with fte is the same in all its months, but driver makes it follow ${driver}: keep one, or write minimum_fte`,
      },
    ];
  return [...late, ...(driver === undefined ? uselessSteps(given) : missingSteps(given))];
}

function uselessSteps(given: Role): Mistake[] {
  return (['per_step', 'fte_per_step', 'minimum_fte'] as const)
    .filter((key) => given[key] !== undefined)
    .map((key) => ({ key, message: 'a role with fte is the same in all its months; steps come with driver' }));
}

function missingSteps(given: Role): Mistake[] {
  if (given.per_step !== undefined && given.fte_per_step !== undefined) return [];
  const message = `a role that follows ${given.driver} needs per_step, how many of them one step serves, and fte_per_step, how many people that is`;
  return [{ message }];
}
