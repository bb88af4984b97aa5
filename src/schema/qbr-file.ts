import * as z from 'zod';
import { entryId, line, plainDate, prose, side } from './values.ts';

const confirmed = z
  .boolean()
  .default(false)
  .describe(
    'A proposal waits here; it is neither printed nor counted in the partner edition until you set this to true',
  );

const decision = z.strictObject({
  id: entryId.optional().describe('Id of the proposal it answers'),
  text: line.describe('At most 48 characters fit the slide'),
  decided_by: line.optional(),
  by: plainDate.optional(),
  confirmed,
});

const ask = z.strictObject({
  id: entryId.optional(),
  text: line.describe('At most 52 characters fit the slide'),
  why: line.optional().describe('At most 64 characters fit the slide'),
  owner: line.optional(),
  answer_by: plainDate.optional(),
  agreed_by: line.optional().describe('Who of the vendor agreed that it may be printed'),
  confirmed,
});

const nextCommitment = z.strictObject({
  side,
  what: line,
  owner: line.optional(),
  due: plainDate.optional(),
  measure: line.optional(),
  agreed_by: line.optional().describe('Needed for what binds the vendor'),
  confirmed,
});

/** `qbr/FY26-Q3.yaml`: what the channel account manager adds to a deck. Nothing here is ever overwritten by the tool. */
export const qbrFileSchema = z
  .strictObject({
    date: plainDate.optional().describe('The day of the review'),
    next_date: plainDate.optional().describe('The day of the next one'),
    for_partner: z
      .array(line)
      .optional()
      .describe('People on the cover; otherwise the contacts marked qbr, or the first champion'),
    for_vendor: z.array(line).optional(),
    headlines: z.record(z.string(), line).default({}).describe('Your own headline for a slide, by its id'),
    notes: z
      .record(z.string(), z.array(prose))
      .default({})
      .describe('Speaker notes added to a slide; internal edition only'),
    decisions: z.array(decision).default([]),
    asks_of_vendor: z.array(ask).default([]).describe("The partner's own words, after the preparation call"),
    asks_of_partner: z.array(ask).default([]),
    commitments: z.array(nextCommitment).default([]).describe('For the next quarter, both sides'),
    confirmed_by: line.optional(),
    confirmed_on: plainDate.optional(),
    released_deals: z
      .array(z.string().max(200))
      .default([])
      .describe('Keys (source:id) of deals whose next step the partner may see'),
  })
  .describe("One quarter's review: your sentences, decisions, asks and confirmations");

export type QbrFile = z.output<typeof qbrFileSchema>;
