import * as z from 'zod';
import { condition } from './condition.ts';
import { LIFE_STAGES } from './partner.ts';
import { level, question, scale, weight } from './question.ts';
import { entryId, line } from './values.ts';

const topic = z.strictObject({
  id: entryId,
  title: line,
  weight,
  goal: z.int().min(1).max(100).optional().describe("Score aimed at; otherwise the questionnaire's"),
});

const category = z.strictObject({
  id: entryId,
  title: line,
  weight,
  audience: z
    .enum(['partner', 'internal'])
    .default('partner')
    .describe(
      'internal: answered by the channel account manager alone; never in the overall score or shown to a partner',
    ),
  topics: z.array(topic).min(1),
});

const reference = z.strictObject({ ref: entryId.describe('Id of a question above'), weight });

const variant = z.strictObject({
  id: entryId,
  version: line,
  title: line,
  minutes: z.int().min(1),
  use: line.optional(),
  life_stages: z.array(z.enum(LIFE_STAGES)).min(1).describe('Stages in which it is asked'),
  bands: z.array(z.strictObject({ from: z.int().min(0).max(100), verdict: line })).min(1),
  floor: z
    .strictObject({ questions: z.array(entryId).min(1), below_level: level, verdict: line })
    .optional()
    .describe('An answer below this level decides, whatever the total'),
  small_but_fitting: z
    .strictObject({ when: condition, verdict: line })
    .optional()
    .describe('Category scores by their ids, yearly_revenue and minimum_yearly_revenue; decides before the bands'),
  questions: z.array(z.union([reference, question])).min(1),
});

const cModel = z.strictObject({
  label: line,
  source: line,
  groups: z.record(entryId, z.array(entryId).min(1)),
});

/** The keys of a questionnaire; what its entries have to do with each other is checked apart. */
export const questionnaireShape = z.strictObject({
  id: entryId,
  version: line.describe('Yours to raise when you change what is asked; kept with every assessment'),
  title: line,
  source: line,
  minutes: z.strictObject({ quick: z.int().min(1), full: z.int().min(1) }),
  scale: scale.describe('Levels of graduated questions and of bands'),
  status: z
    .strictObject({ red_below: z.int().min(1).max(100), green_from: z.int().min(1).max(100) })
    .refine(({ red_below: red, green_from: green }) => red < green, {
      message: 'red_below must be less than green_from',
    }),
  goal_score: z.int().min(1).max(100).describe('Score a topic aims at'),
  actions: z
    .strictObject({ low_below_percent: z.number().min(0).max(100), middle_below_percent: z.number().min(0).max(100) })
    .describe('Below which share of what can be reached an answer gets its low and its middle action'),
  performance: z.array(entryId).describe('Metrics computed from data that stand beside the answers, never asked'),
  categories: z.array(category).min(1),
  questions: z.array(question).min(1),
  variants: z.array(variant).default([]),
  c_model: cModel.optional(),
});

export type QuestionnaireFile = z.output<typeof questionnaireShape>;
export type QuestionnaireVariant = QuestionnaireFile['variants'][number];
