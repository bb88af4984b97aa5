import * as z from 'zod';
import { month } from './plan-values.ts';
import { entryId, line } from './values.ts';

/** What a partner and its account manager can move. */
export const PLAN_DRIVERS = [
  'deals',
  'deal-size',
  'services-attach',
  'services-margin',
  'staff-cost',
  'ramp',
  'churn',
] as const;

const GOALS = ['payback_by', 'breakeven_by', 'ends_at_least'] as const;

/** How far one driver of the base case must go until the plan reaches a goal. */
const question = z
  .strictObject({
    id: entryId,
    text: line.describe('As the page asks it; the answer stands beside it with its unit'),
    moves: z.enum(PLAN_DRIVERS),
    payback_by: month.optional().describe('The money put in is back by this month, and stays'),
    breakeven_by: month.optional().describe('From this month on no month loses money'),
    ends_at_least: z.number().min(-1e12).max(1e12).optional().describe('Cumulative profit after the last month'),
  })
  .superRefine((given, context) => {
    const goals = GOALS.filter((goal) => given[goal] !== undefined);
    if (goals.length === 1) return;
    const found = goals.length === 0 ? 'none' : goals.join(' and ');
    const message = `a question has one goal, ${GOALS.slice(0, -1).join(', ')} or ${GOALS.at(-1)}; here is ${found}`;
    context.addIssue({ code: 'custom', message, input: given });
  });

/** The questions a plan answers. */
export const planQuestions = z.array(question).default([]);

export type PlanQuestion = z.output<typeof question>;
export type PlanDriver = (typeof PLAN_DRIVERS)[number];
