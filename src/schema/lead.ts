import * as z from 'zod';
import { date, number, oneOf, requiredText, text } from './csv-cells.ts';

/** How far a lead has come: inquiry, marketing-qualified, sales-accepted, sales-qualified, won; or given up. */
const LEAD_STAGES = ['inquiry', 'mql', 'sal', 'sql', 'won', 'lost'] as const;

/** One row of `leads.csv`. Identity: `source` and `id`. */
export const leadSchema = z
  .strictObject({
    source: requiredText.describe('The system the lead comes from'),
    id: requiredText.describe('Its id there, as text'),
    created_date: date.describe('The day it came in'),
    company: text.describe('The company it is about'),
    company_domain: text.describe("That company's web domain, for matching"),
    contact: text.describe('Name of the person'),
    email: text.describe('Mail address of the person'),
    stage: oneOf(LEAD_STAGES).describe('How far it has come'),
    stage_date: date.describe('The day it came to this stage'),
    campaign: text.describe('The campaign it came from'),
    lead_source: text.describe('Where it came from'),
    owner: text.describe('Who works on it'),
    product: text.describe('What it is about'),
    amount: number.describe('What it may be worth'),
    currency: text.describe("Three-letter code; empty: the partner's own currency"),
    deal_id: text.describe('Id of the deal it became'),
  })
  .partial()
  .required({ source: true, id: true });

export type Lead = z.output<typeof leadSchema>;
