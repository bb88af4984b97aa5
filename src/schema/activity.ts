import * as z from 'zod';
import { oneOf, requiredDate, requiredText, text } from './csv-cells.ts';

export const ACTIVITY_KINDS = ['call', 'meeting', 'email', 'training', 'event', 'note', 'other'] as const;

/** One row of `activities.csv`: a contact with the partner, or a remark. Identity: `source` and `id`. */
export const activitySchema = z
  .strictObject({
    source: requiredText.describe('The system the entry comes from'),
    id: requiredText.describe('Its id there, as text'),
    date: requiredDate.describe('The day of the contact'),
    kind: oneOf(ACTIVITY_KINDS).describe('What kind of contact it was'),
    subject: text.describe('What it was about'),
    notes: text.describe('Never printed in a partner edition'),
    with: text.describe('Who of the partner took part'),
    owner: text.describe('Who of us took part'),
    account: text.describe('The customer it was about'),
    deal_id: text.describe('Id of the deal it was about'),
  })
  .partial()
  .required({ source: true, id: true, date: true });

export type Activity = z.output<typeof activitySchema>;
