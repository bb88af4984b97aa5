import * as z from 'zod';
import { plainDate } from './values.ts';

const id = z.string().min(1).max(200);

/** As an interview keeps them: `domain/interview/answer.ts`. */
const answer = z.union([
  z.strictObject({ value: z.union([z.number(), z.boolean(), z.string(), z.array(z.string()).readonly()]) }),
  z.strictObject({ band: z.int().min(1) }),
  z.strictObject({ left: z.enum(['skipped', 'not-applicable']) }),
]);

/**
 * `.cam/drafts/*.json`: an interview that was left half way. Written after every answer, removed when the interview is saved; nobody edits it.
 * Answers are a list, since an id may be any word.
 */
export const interviewDraftSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** What was asked, so that a changed questionnaire is noticed. */
  asked: id,
  /** The length that was being answered. */
  form: id.optional(),
  saved: plainDate,
  answers: z.array(z.strictObject({ question: id, answer })).max(1000),
});

export type InterviewDraft = z.output<typeof interviewDraftSchema>;
