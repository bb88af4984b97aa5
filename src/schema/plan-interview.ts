import * as z from 'zod';
import { entryId, line } from './values.ts';

/** A question of the guided session about a plan: it asks for one number of one entry, or of every entry, where they have it. */
export const interviewQuestion = z.strictObject({
  id: entryId,
  section: line.describe('Heading under which it stands; questions of a section follow each other'),
  of: z
    .enum(['every-offer', 'first-offer', 'first-service', 'first-role', 'marketing', 'plan'])
    .describe('Whose number'),
  number: z.string().regex(/^[a-z_]+$/, 'a number is named as in the plan: deals_per_month'),
  text: line,
  why: line.optional(),
});

export type InterviewQuestion = z.output<typeof interviewQuestion>;
