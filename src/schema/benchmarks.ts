import * as z from 'zod';
import { PARTNER_TYPES } from './partner.ts';
import { entryId, line } from './values.ts';

const score = z.number().min(1).max(100);

const group = z.strictObject({
  id: entryId,
  title: line.describe('Whom it stands for, as a page says it'),
  source: line.describe('Where the numbers come from'),
  partner_types: z.array(z.enum(PARTNER_TYPES)).min(1).optional().describe('Otherwise every type'),
  tiers: z.array(entryId).min(1).optional().describe('Ids of tiers; otherwise every tier'),
  partners: z.int().min(5, 'fewer than 5 partners say who they are').describe('How many partners it rests on'),
  overall: z
    .strictObject({ lower: score.optional(), median: score, upper: score.optional() })
    .refine(({ lower = 1, median, upper = 100 }) => lower <= median && median <= upper, {
      message: 'the median lies between the lower and the upper quartile',
    }),
  categories: z.record(entryId, score).default({}).describe('Medians by the ids of categories'),
  topics: z.record(entryId, score).default({}).describe('Medians by the ids of topics'),
});

const groups = z
  .array(group)
  .max(200)
  .superRefine((list, context) => {
    const ids = list.map(({ id }) => id);
    ids.forEach((id, index) => {
      const isRepeated = ids.indexOf(id) < index;
      if (isRepeated)
        context.addIssue({ code: 'custom', path: [index], message: `"${id}" is already the id of another entry` });
    });
  });

/** `benchmarks.yaml`: scores that channel operations supply; the first group that fits a partner stands in place of its own peers. */
export const benchmarksSchema = z.strictObject({
  groups: groups.describe('The first that fits a partner is the one it is compared with'),
});

export type BenchmarksTemplate = z.output<typeof benchmarksSchema>;
