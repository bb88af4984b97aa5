import * as z from 'zod';
import { LIFE_STAGES, PARTNER_TYPES } from './partner.ts';
import { FORMS } from './questionnaire.ts';
import { entryId, line, plainDate, prose } from './values.ts';

/** What may stand for an answer that is none: it was passed over, or it does not apply to this partner. */
export const NO_ANSWER = ['skipped', 'not-applicable'] as const;

const answer = z
  .union([
    z.boolean(),
    z.number(),
    z.string().max(5000, 'at most 5,000 characters'),
    z.array(entryId).max(20),
    z.strictObject({ band: z.int().min(0).max(9) }),
  ])
  .describe(
    'A level; true or false; the id of an option or a list of them; a number or { band: level }; a text; skipped or not-applicable',
  );

const answers = z.record(entryId, answer);

const share = z.number().min(0).max(1);
const saved = { id: entryId, title: line, weight: z.number().min(0) };
const score = z.int().min(1).max(100).optional();

const savedScores = z
  .strictObject({
    overall: score.describe('Absent: nothing was scored'),
    categories: z.array(z.strictObject({ ...saved, score })),
    topics: z.array(z.strictObject({ ...saved, category: entryId, score })),
    questions: z.array(
      z.strictObject({
        id: entryId,
        topic: entryId,
        weight: z.number().min(0),
        core: z.boolean().default(false),
        share: share.optional().describe('Reached of what can be reached; absent: asked for, not answered'),
      }),
    ),
  })
  .describe(
    'Written by cam: the scores with their weights as they stood that day; a later questionnaire never changes them',
  );

/** `assessments/2026-08-14-capability.yaml`: what one partner answered on one day. Identity: the day and the questionnaire. */
export const assessmentSchema = z
  .strictObject({
    questionnaire: entryId.describe('Id of the questionnaire, or of a variant of it'),
    version: line.optional().describe('Of the questionnaire; otherwise the one in use'),
    content: z
      .string()
      .max(40)
      .optional()
      .describe('Written by cam: tells one state of the questionnaire from another'),
    date: plainDate,
    form: z.enum(FORMS),
    took_part: z.array(line).default([]).describe('Who answered, on either side'),
    partner_type: z.enum(PARTNER_TYPES).optional().describe('That day; decides which questions applied'),
    life_stage: z.enum(LIFE_STAGES).optional().describe('That day; decides which questions applied'),
    figures: z
      .record(z.string(), z.number())
      .optional()
      .describe('What a screening compares: yearly_revenue, minimum_yearly_revenue'),
    answers,
    scores: savedScores.optional(),
    internal: z
      .strictObject({ answers, scores: savedScores.optional(), notes: prose.optional() })
      .optional()
      .describe("The account manager's own part: never in an output for the partner"),
  })
  .describe("One assessment: a partner's answers on one day, and what they scored");

export type Assessment = z.output<typeof assessmentSchema>;
export type Answer = Assessment['answers'][string];
export type SavedScores = z.output<typeof savedScores>;

/** One answer as a row of a table: the file it stands in, the question, and what was answered as a cell says it. */
export const answerRowSchema = z.strictObject({
  date: plainDate.describe('The day it was answered; with the questionnaire it names the file'),
  questionnaire: entryId.describe('Id of the questionnaire, or of a variant of it'),
  question: entryId.describe('Id of the question; it never changes'),
  answer: z
    .union([z.string().max(5000, 'at most 5,000 characters'), z.number()])
    .describe(
      'A level; yes or no; ids of options; a number, or band 3 where only its band is known; a text; skipped or not-applicable',
    ),
});
