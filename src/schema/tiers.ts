import * as z from 'zod';
import { currency, entryId, line } from './values.ts';

const percent = z.number().min(0).max(100);

export const METRIC_UNITS = ['amount', 'count', 'ratio', 'score-100', 'yes-no'] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];

const requirement = z.strictObject({
  id: entryId,
  metric: z.string(),
  operator: z.enum(['>=', '>', '==', '<=', '<']),
  threshold: z.union([z.number(), z.boolean()]),
  window: z.string().regex(/^(fiscal-year|trailing-four-quarters|rolling-months-\d+|as-of)$/),
  grace_days: z.int().min(0).optional(),
});

const path = z.strictObject({
  id: entryId,
  title: line,
  zero_floor: z.boolean().default(false),
  requirements: z.array(requirement).min(1),
});

const tier = z.strictObject({
  id: entryId,
  title: line,
  rank: z.int().min(1),
  base_margin_percent: percent.optional(),
  renewal_margin_percent: percent.optional(),
  registration_margin_percent: percent.optional(),
  rebate_percent: percent.optional(),
  mdf_cap_percent_of_bookings: percent.optional(),
  paths: z.array(path).default([]),
  benefits: z.array(z.strictObject({ benefit: line, measure: line })).default([]),
});

/** `tiers.yaml`: the program's tiers, lowest rank first, with the alternative paths to each. */
export const tiersSchema = z.strictObject({
  id: entryId,
  title: line,
  currency,
  source: z.string(),
  review: z.strictObject({
    day: z.enum(['last day of the fiscal year']).describe('The day for which every requirement is judged'),
    mid_year_warning_month: z.int().min(1).max(12),
    grace_days: z.int().min(0),
  }),
  statuses: z.record(z.string(), z.string()).optional(),
  window_share: z.string().optional(),
  counts: z.string().optional(),
  nearest_path: z.string().optional(),
  people_rule: z.string().optional(),
  rates: z.record(z.string(), z.strictObject({ applies_to: z.string(), note: z.string().optional() })),
  metrics: z.record(
    z.string(),
    z.strictObject({
      unit: z.enum(METRIC_UNITS).describe('Amounts and counts add up over a window; of the others the newest holds'),
      title: line.optional().describe('Its name on a page; otherwise the name of the metric'),
      step: line.optional().describe('What is still to do, as words of a sentence: {left} is the number'),
      short: z.string().optional().describe('A shorter name for --assume'),
      note: z.string().optional(),
    }),
  ),
  tiers: z.array(tier).min(1),
  worth_formula: z.string(),
  worth_example: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  loss_formula: z.string(),
});

export type TiersTemplate = z.output<typeof tiersSchema>;
