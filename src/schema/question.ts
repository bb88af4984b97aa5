import * as z from 'zod';
import { LIFE_STAGES, PARTNER_TYPES } from './partner.ts';
import { entryId, line } from './values.ts';

/** Lengths of the form on one engine: the core questions alone, or all. */
export const FORMS = ['quick', 'full'] as const;
export type Form = (typeof FORMS)[number];

export const weight = z
  .number()
  .min(0, 'must not be negative')
  .max(1000)
  .describe('In points; 0 = asked but not scored');
export const level = z.int().min(0).max(9).describe('A level answers with one key');

export const scale = z
  .strictObject({ min: level, max: level })
  .refine(({ min, max }) => min < max, { message: 'the lowest level must be below the highest' });

const action = z.strictObject({
  do: line.describe('What is to be done'),
  resource: line.optional().describe('What the vendor brings'),
  owner: z.enum(['partner', 'vendor', 'both']),
  days: z.int().min(1).max(730).describe('Due so many days after the assessment'),
});

const appliesWhen = z
  .strictObject({
    partner_types: z.array(z.enum(PARTNER_TYPES)).min(1).optional(),
    life_stages: z.array(z.enum(LIFE_STAGES)).min(1).optional(),
  })
  .describe('Every list given must match; without a list the question is always asked');

const questionCore = {
  id: entryId.describe('Never changes: earlier answers are found by it'),
  text: line,
  why: line.optional().describe('Why it matters, in one sentence'),
  weight,
  effort: z.int().min(1).max(3).default(2).describe('1 = days of one person, 2 = a few weeks, 3 = a hire or a budget'),
  core: z.boolean().default(false).describe('Also asked in the quick form'),
  applies_when: appliesWhen.optional(),
  actions: z.strictObject({ low: action.optional(), middle: action.optional() }).optional(),
};

const reversed = z.boolean().default(false).describe('The lowest answer is the best one');
const option = z.strictObject({
  id: entryId,
  label: line,
  points: z.number().min(0, 'must not be negative').max(1000).optional(),
});
const options = z.array(option).min(2).max(20);
const band = z.strictObject({
  below: z.number().optional().describe('First number above the band; the last band has none'),
  level,
  label: line.optional().describe('How the band is read out'),
});

const kinds = [
  z.strictObject({
    ...questionCore,
    kind: z.literal('graduated'),
    scale: scale.optional(),
    reversed,
    anchors: z.record(z.string(), line).describe('What each level means, in the voice of who answers'),
  }),
  z.strictObject({ ...questionCore, kind: z.literal('yes-no'), reversed }),
  z.strictObject({ ...questionCore, kind: z.literal('single-choice'), options }),
  z.strictObject({ ...questionCore, kind: z.literal('multiple-choice'), options }),
  z.strictObject({
    ...questionCore,
    kind: z.literal('number-bands'),
    unit: line,
    reversed,
    bands: z.array(band).min(2).max(9),
  }),
  z.strictObject({ ...questionCore, kind: z.literal('text') }),
] as const;

const withTopic = { topic: entryId.describe('Id of the topic it counts for') };
const [graduated, yesNo, singleChoice, multipleChoice, numberBands, text] = kinds;
export const question = z.discriminatedUnion('kind', [
  graduated.extend(withTopic),
  yesNo.extend(withTopic),
  singleChoice.extend(withTopic),
  multipleChoice.extend(withTopic),
  numberBands.extend(withTopic),
  text.extend(withTopic),
]);

export type AskedQuestion = z.output<typeof question>;
export type Scale = z.output<typeof scale>;
