import * as z from 'zod';
import { DEAL_TYPES } from './cam-config.ts';
import { condition } from './condition.ts';
import { mdfRules } from './mdf-rules.ts';
import { money, quantity, share } from './plan-values.ts';
import { currency, entryId, line } from './values.ts';

const pattern = z
  .string()
  .min(1)
  .max(400)
  .describe('A sentence; {name} prints a figure, {name|one|many} a count with the right word');

/** A share in percent, with where it is from if that is not the library's own source. */
const sourcedShare = z.union([
  share.transform((value): { value: number; source?: string } => ({ value })),
  z.strictObject({ value: share, source: line }),
]);
const sourcedMoney = z.union([
  money.transform((value): { value: number; source?: string } => ({ value })),
  z.strictObject({ value: money, source: line }),
]);

const rates = z.array(share).min(1).max(9).describe('Percent, one a step from stage to stage');
const days = z.array(quantity).min(1).max(9).describe('Days, one a step from stage to stage');
const weeks = z.int().min(0).max(52);

const scenarioRates = z.strictObject({ rates_percent: rates, source: line });

const waterfall = z.strictObject({
  stages: z
    .array(
      z.strictObject({
        id: entryId,
        title: line,
        short: line.optional().describe('For the heads of narrow columns'),
        means: line.optional(),
      }),
    )
    .min(2)
    .max(10)
    .describe('From the first answer to the order'),
  judged_at: entryId.describe('The stage whose cost a verdict looks at'),
  base: scenarioRates,
  conservative: scenarioRates,
  stretch: scenarioRates,
  caution: line.optional(),
  own_history: z.strictObject({
    from_leads: z.int().min(1).max(10000).describe("Leads of a step from which on the partner's own rate is used"),
  }),
  days_per_stage: days,
  lead_follow_up_days: z.int().min(0).max(60),
});

const wonDeal = z.strictObject({
  title: line,
  deal_type: z.enum(DEAL_TYPES).describe("The deals of a partner's business plan whose worth takes its place"),
  revenue: money.describe('What the customer pays for the product'),
  margin: z.strictObject({
    product: money,
    registration_and_rebate: money.default(0),
    services: money.default(0),
    recurring: money.default(0).describe('Of the first 12 months'),
  }),
  source: line.optional(),
});

const tactic = z.strictObject({
  id: entryId,
  title: line,
  goals: z.array(entryId).min(1),
  audience: z.strictObject({ size: quantity, who: line }),
  response_rate_percent: sourcedShare.describe('Of the audience, those who answer'),
  cost_per_lead: sourcedMoney.optional(),
  cost_lines: z.record(line, money),
  funding_share_percent: share.optional().describe('What MDF pays of it; otherwise as for every tactic'),
  deal: entryId.default('new').describe('Which kind of won deal it brings'),
  rates_percent: rates.optional(),
  days_per_stage: days.optional(),
  runs_for_days: z.int().min(1).max(92).default(1).describe('From the first to the last day it is run'),
  lead_time_weeks: weeks.describe('From the request to the run'),
  first_spend_weeks: weeks.describe('Weeks before the run when money is first committed'),
  proof: z.array(entryId).default([]),
  kill: line.optional(),
  fix: line.optional(),
  scale: line.optional(),
  preparation: z.record(z.string().regex(/^\d{1,2}$/, 'weeks before the run, a whole number'), line).default({}),
});

const sentenceRule = z.strictObject({ id: entryId, when: condition, text: pattern });

/** `marketing-tactics.yaml`: what a quarterly marketing plan is made from. Shares and rates in percent, money in `currency`, for one run. */
export const marketingTacticsSchema = z
  .strictObject({
    id: entryId,
    currency,
    source: line,
    goals: z.array(
      z.strictObject({ id: entryId, title: line, question: line.optional(), topics: z.array(entryId).default([]) }),
    ),
    waterfall,
    won_deal: z.record(entryId, wonDeal),
    vendor_margin_percent: share.optional(),
    verdicts: z
      .array(
        z.strictObject({
          id: entryId,
          word: line.optional().describe('What pages call it; otherwise its id'),
          means: z.enum(['good', 'watch', 'bad', 'unknown']),
          when: condition,
          say: pattern,
          short: pattern.optional().describe('The reason in few words, for tables; otherwise all of it'),
        }),
      )
      .min(1),
    proposal: z
      .strictObject({
        goals: z.int().min(1).max(9).default(2).describe('The most goals it pursues'),
        tactics: z.int().min(1).max(9).default(3).describe('The most tactics it has'),
        days_apart: z.int().min(0).max(92).default(14).describe('Between the starts of two tactics'),
        least_weeks_left: z
          .int()
          .min(0)
          .max(13)
          .default(4)
          .describe(
            'Weeks of its quarter that a tactic asked for today must still have; otherwise the next is planned',
          ),
        review_weeks: z
          .array(z.int().min(1).max(13))
          .max(13)
          .default([5, 9, 13])
          .describe('Weeks of the quarter on whose first day the pipeline is looked at'),
      })
      .prefault({})
      .describe('What is proposed where no plan is written yet'),
    verification: z
      .strictObject({
        most_days_after_end: z
          .int()
          .min(1)
          .max(400)
          .default(120)
          .describe('Later than this, nobody looks at a campaign any more'),
        same_title_days: z
          .int()
          .min(0)
          .max(400)
          .default(92)
          .describe('After its end, how long rows that name it by its title are of this run and not of the next'),
      })
      .prefault({})
      .describe('How long after its end a campaign is looked at'),
    tactics: z.array(tactic).min(1),
    proof_kinds: z.record(entryId, line),
    mdf: mdfRules,
    characteristics: z
      .array(z.strictObject({ id: entryId, title: line, when: condition, missing: line }))
      .min(1)
      .describe('The marks of a complete plan'),
    story: z.strictObject({
      headlines: z.array(sentenceRule).min(1),
      advice: z.array(sentenceRule).default([]),
    }),
  })
  .superRefine((library, context) => {
    for (const { path, message, allowed } of mistakesOf(library)) {
      context.addIssue({ code: 'custom', path: [...path], message, ...(allowed && { params: { allowed } }) });
    }
  })
  .describe('Tactics, lead waterfall and rules of quarterly marketing plans');

export type MarketingTactics = z.output<typeof marketingTacticsSchema>;
export type Tactic = MarketingTactics['tactics'][number];
export type MdfRules = MarketingTactics['mdf'];

interface Mistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly allowed?: readonly string[];
}

function mistakesOf({
  goals,
  waterfall: { stages, judged_at: judged, ...given },
  ...library
}: MarketingTactics): Mistake[] {
  const steps = stages.length - 1;
  const goalIds = goals.map(({ id }) => id);
  const proofs = Object.keys(library.proof_kinds);
  const deals = Object.keys(library.won_deal);
  return [
    ...unknownId(
      judged,
      ['waterfall', 'judged_at'],
      stages.map(({ id }) => id),
    ),
    ...(['base', 'conservative', 'stretch'] as const).flatMap((name) =>
      wrongLength(given[name].rates_percent, ['waterfall', name, 'rates_percent'], steps),
    ),
    ...wrongLength(given.days_per_stage, ['waterfall', 'days_per_stage'], steps),
    ...library.tactics.flatMap((entry, index) => [
      ...entry.goals.flatMap((goal, at) => unknownId(goal, ['tactics', index, 'goals', at], goalIds)),
      ...entry.proof.flatMap((proof, at) => unknownId(proof, ['tactics', index, 'proof', at], proofs)),
      ...unknownId(entry.deal, ['tactics', index, 'deal'], deals),
      ...wrongLength(entry.rates_percent, ['tactics', index, 'rates_percent'], steps),
      ...wrongLength(entry.days_per_stage, ['tactics', index, 'days_per_stage'], steps),
    ]),
  ];
}

function unknownId(id: string, path: Mistake['path'], allowed: readonly string[]): Mistake[] {
  return allowed.includes(id) ? [] : [{ path, message: `"${id}" is not one of them`, allowed }];
}

function wrongLength(values: readonly number[] | undefined, path: Mistake['path'], steps: number): Mistake[] {
  if (!values || values.length === steps) return [];
  return [{ path, message: `there are ${values.length} values for the ${steps} steps between the stages` }];
}
