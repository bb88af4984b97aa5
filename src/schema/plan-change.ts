import * as z from 'zod';
import { line, plainDate } from './values.ts';

/**
 * What was changed in a plan after both sides agreed to it, the newest last; written by cam.
 * @param at how the place of a value is written
 * @param value what stands at such a place
 */
export function changesAfterAgreement<Place extends z.ZodType<string>, Value extends z.ZodType<string | number>>(
  at: Place,
  value: Value,
) {
  const change = z.strictObject({
    on: plainDate,
    at,
    was: value.optional().describe('Absent: it was not in the plan'),
    is: value.optional().describe('Absent: it was taken out'),
    by: line.optional(),
    why: line.optional(),
  });
  return z.array(change).default([]);
}
