import * as z from 'zod';
import { entryId, fiscalQuarter, fiscalYear, line, plainDate, prose, side } from './values.ts';

/** How a commitment came out: kept by its day, late or in part, not done, or not yet due. */
const COMMITMENT_RESULTS = ['open', 'kept', 'partly', 'missed', 'dropped'] as const;

/**
 * One promise with an owner and a day. A commitment was made in a review and is graded in the next one; an action was agreed on another
 * day, most often to close a gap of a capability assessment, and no review counts it. An action that is agreed in a review says both.
 */
const commitment = z
  .strictObject({
    id: entryId,
    side: side.describe('Who promised, and answers for it'),
    jointly: z.boolean().default(false).describe('Both sides do it; side is who answers for it'),
    what: line.describe('What was promised'),
    owner: line.describe('Who sees to it'),
    due: plainDate,
    measure: line.optional().describe('How both sides see that it is done'),
    made: fiscalQuarter.optional().describe('The review in which it was made: that review counts it'),
    agreed: plainDate.optional().describe('The day it was agreed, where that was not in a review'),
    plan: fiscalYear.optional().describe('The business plan it belongs to'),
    topic: entryId.optional().describe('The topic of the questionnaire whose gap it closes'),
    assessment: plainDate.optional().describe('The day of the assessment that showed the gap'),
    resource: line.optional().describe('What the vendor brings for it'),
    agreed_by: line.optional().describe('Who of the vendor agreed to it'),
    result: z.enum(COMMITMENT_RESULTS).default('open'),
    what_happened: line.optional().describe('What came of it, in a few words'),
    closed: plainDate.optional().describe('The day the result was noted'),
    carried_from: entryId.optional().describe('The commitment this one continues'),
    notes: prose.optional().describe('Never printed in a partner edition'),
  })
  .refine(({ made, agreed }) => made !== undefined || agreed !== undefined, {
    message: 'a commitment says in which review it was made, an action on which day it was agreed',
    path: ['made'],
  });

/** `commitments.yaml`: the ledger of both sides. Identity: `id` within the file; an entry is never renumbered. */
export const commitmentsSchema = z
  .strictObject({
    commitments: z.array(commitment).default([]),
    none_made: z.array(fiscalQuarter).default([]).describe('Reviews in which no commitment was made: a known zero'),
  })
  .describe('Commitments and actions of both sides with their results');

export type CommitmentLedger = z.output<typeof commitmentsSchema>;
export type Commitment = CommitmentLedger['commitments'][number];
