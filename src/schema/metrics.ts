import * as z from 'zod';
import { checkMetrics } from './check-metrics.ts';
import { condition } from './condition.ts';
import { METRIC_FIGURES } from './metric-figures.ts';
import { METRIC_TABLE_NAMES } from './metric-tables.ts';
import { LIFE_STAGES } from './partner.ts';
import { entryId, line } from './values.ts';

const MEASURED_UNITS = ['amount', 'count', 'ratio', 'times', 'days', 'score-100', 'yes-no'] as const;

const factName = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a metric of facts.csv has lower-case letters and underscores');

/** A question to one of the partner's tables; without a measure its rows are counted. */
const query = {
  from: z.enum(METRIC_TABLE_NAMES).optional().describe('The table whose rows are asked'),
  where: condition.optional().describe('Which rows count, as a condition over their fields'),
  date: z.string().optional().describe('The date by which a row belongs to a period'),
  sum: condition.optional().describe('A formula over the fields, added up'),
  mean: condition.optional().describe('A formula over the fields, on average'),
  share: condition.optional().describe('The share of the rows for which this condition holds'),
  distinct: z.string().optional().describe('The field whose different values are counted'),
  days_since: z.string().optional().describe('Days since the newest of these dates'),
};

const reading = z
  .strictObject({
    figure: z.enum(METRIC_FIGURES).optional().describe('A figure of results, pipeline or deals'),
    fact: factName.optional().describe('A metric of facts.csv: flows are added up, of the others the newest holds'),
    program: factName.optional().describe('A metric of tiers.yaml, read as the program reads it'),
    ...query,
  })
  .describe('Where the metric is read: exactly one of figure, fact, program or from');

const target = z
  .strictObject({
    value: z.number().optional().describe('The same for every partner, in the unit of the metric'),
    per: z
      .enum(['year', 'quarter'])
      .optional()
      .describe('Of a flow: what the value is for; the part that has passed counts'),
    fact: factName.optional().describe("The partner's own, from facts.csv"),
    plan: z
      .enum(['profit'])
      .optional()
      .describe(
        "What the partner's agreed business plan planned for the months that are reported; without one the fact beside it holds",
      ),
    figure: z.enum(METRIC_FIGURES).optional(),
    requirement: factName.optional().describe('What the tier in view needs of this metric of tiers.yaml'),
    ...query,
  })
  .describe(
    'Where the target is read: exactly one of value, fact, figure, requirement or from; a fact may have a value beside it',
  );

const limits = z
  .strictObject({
    red_below: z.number().optional().describe('More is better: bad below this'),
    green_from: z.number().optional().describe('More is better: good from this'),
    green_to: z.number().optional().describe('Less is better: good up to this'),
    red_above: z.number().optional().describe('Less is better: bad above this'),
  })
  .describe('red_below and green_from where more is better, green_to and red_above where less is');

const words = z.strictObject({ good: line, watch: line, bad: line });

const metric = z.strictObject({
  id: entryId,
  title: line.refine((text) => text.length <= 48, 'at most 48 characters').describe('Its name on a page'),
  meaning: line.optional().describe('What it says, in one line'),
  category: entryId.describe('Id of a category'),
  measures: entryId.describe('Id of the kind of measure it is'),
  unit: z.enum(MEASURED_UNITS),
  grain: z
    .enum(['flow', 'average', 'state'])
    .describe('flow: quarters add up to the year; average: worked out anew for each period; state: as on a day'),
  direction: z.enum(['up', 'down', 'none']).describe('Which way is better'),
  read: reading,
  target: target.optional(),
  status: z
    .strictObject({ percent_of_target: limits.optional(), value: limits.optional(), words: words.optional() })
    .optional()
    .describe('Where good and bad begin; a figure without keeps its own status'),
  life_stages: z.array(z.enum(LIFE_STAGES)).min(1).optional().describe('Only for partners in these; without, for all'),
  internal: z.boolean().default(false).describe('Never in a partner edition'),
  source: line.optional().describe('Where its numbers come from, where not from the source of the file'),
});

/** `metrics.yaml`: what the performance scorecard measures, each metric declared once. */
export const metricsSchema = z
  .strictObject({
    id: entryId,
    title: line,
    source: line,
    categories: z.array(z.strictObject({ id: entryId, title: line })).min(1),
    kinds: z
      .array(
        z.strictObject({
          id: entryId,
          title: line,
          looks_back: z.boolean().default(false).describe('Measured alone it says what was, not what comes'),
        }),
      )
      .min(1)
      .describe('Kinds of measure, so that one can say which are missing'),
    words: z
      .strictObject({ more: words, less: words })
      .describe('Words of a status: where more is better, where less is'),
    balance: z.strictObject({
      note: line.describe('Said when only kinds that look back are measured: {measured} and {missing} are their names'),
    }),
    metrics: z.array(metric).min(1),
  })
  .superRefine(checkMetrics);

export type MetricsTemplate = z.output<typeof metricsSchema>;
export type Metric = z.output<typeof metric>;
export type MetricReading = z.output<typeof reading>;
export type MetricLimits = z.output<typeof limits>;
export type MeasuredUnit = (typeof MEASURED_UNITS)[number];
