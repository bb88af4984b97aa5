import * as z from 'zod';
import { campaign, GOAL_MEASURES } from './marketing-plan-file.ts';
import { money } from './plan-values.ts';
import { currency, entryId, fiscalQuarter, line, plainDate, positiveMoney, prose } from './values.ts';

const GOAL = new RegExp(`^([a-z0-9][a-z0-9-]*)(?:: *(?:(\\d+(?:\\.\\d+)?) *)?(${GOAL_MEASURES.join('|')})?)?$`, 'i');

const goalWords = z
  .string()
  .regex(GOAL, 'a goal is written demand-generation, or with its target: demand-generation: 8 qualified-leads');

/** What of a marketing plan may be written in a row of a table; what was agreed stands in its file. */
export const marketingPlanRowSchema = z.strictObject({
  quarter: fiscalQuarter.describe('The quarter in which its tactics run; with the partner it names the plan'),
  currency: currency.optional().describe('Of all its amounts; in a new row that of the partner holds'),
  goals: z
    .array(goalWords)
    .optional()
    .describe('Goals of the tactic library, each with its target: demand-generation: 8 qualified-leads'),
  target_revenue: positiveMoney.optional().describe('What the tactics shall bring in all'),
  budget: positiveMoney.optional().describe('The most both sides spend'),
  reviews_owner: line.optional().describe('Who looks at the pipeline of the campaigns'),
  review_dates: z.array(plainDate).optional().describe('When it is looked at, each day written 2026-02-28'),
  notes: prose.optional().describe('Never printed in a partner edition'),
});

/** A campaign with the quarter of its plan, as a row of a table. */
export const campaignRowSchema = campaign.safeExtend({
  quarter: fiscalQuarter.describe('The quarter of its plan'),
});

/** Numbers of which a campaign has as many as it likes. */
const NUMBER_KINDS = ['cost', 'leads'] as const;

/** A cost line of a campaign, or the leads that came to a stage, as a row of a table. */
export const campaignNumberRowSchema = z.strictObject({
  quarter: fiscalQuarter.describe('The quarter of the plan'),
  campaign: entryId.describe('Id of the campaign'),
  kind: z
    .enum(NUMBER_KINDS)
    .describe(
      'cost: what it is planned to cost; without a line of its own those of its tactic hold. leads: how many came to a stage; without a row they are counted',
    ),
  name: line.describe('The cost line, or the id of the stage'),
  value: money.describe('The amount in the currency of the plan, or how many leads'),
});

/** A goal as one text says it. */
export interface GoalInWords {
  readonly id: string;
  readonly measure?: (typeof GOAL_MEASURES)[number] | undefined;
  readonly target?: number | undefined;
}

/** A goal on one line: `demand-generation: 8 qualified-leads`. */
export function goalText({ id, measure, target }: GoalInWords): string {
  const aim = [target, measure].filter((part) => part !== undefined).join(' ');
  return aim === '' ? id : `${id}: ${aim}`;
}

/** The goal that a line says; undefined where it says none. */
export function goalOfText(text: string): GoalInWords | undefined {
  const [, id, target, words] = GOAL.exec(text) ?? [];
  const measure = GOAL_MEASURES.find((known) => known === words?.toLowerCase());
  if (id === undefined) return undefined;
  return { id, ...(measure && { measure }), ...(target !== undefined && { target: Number(target) }) };
}
