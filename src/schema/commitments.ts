import { z } from 'zod';
import { entryId, fiscalQuarter, line, plainDate, prose, side } from './values.ts';

/** How a commitment came out: kept by its day, late or in part, not done, or not yet due. */
const COMMITMENT_RESULTS = ['open', 'kept', 'partly', 'missed', 'dropped'] as const;

const commitment = z.strictObject({
  id: entryId,
  side: side.describe('Who promised'),
  what: line.describe('What was promised'),
  owner: line.describe('Who sees to it'),
  due: plainDate,
  measure: line.optional().describe('How both sides see that it is done'),
  made: fiscalQuarter.describe('The review in which it was made'),
  agreed_by: line.optional().describe('Who of the vendor agreed to it'),
  result: z.enum(COMMITMENT_RESULTS).default('open'),
  what_happened: line.optional().describe('What came of it, in a few words'),
  closed: plainDate.optional().describe('The day the result was noted'),
  carried_from: entryId.optional().describe('The commitment this one continues'),
  notes: prose.optional().describe('Never printed in a partner edition'),
});

/** `commitments.yaml`: the ledger of both sides. Identity: `id` within the file; an entry is never renumbered. */
export const commitmentsSchema = z
  .strictObject({
    commitments: z.array(commitment).default([]),
    none_made: z.array(fiscalQuarter).default([]).describe('Reviews in which no commitment was made: a known zero'),
  })
  .describe('Commitments of both sides with their results');

export type CommitmentLedger = z.output<typeof commitmentsSchema>;
export type Commitment = CommitmentLedger['commitments'][number];
