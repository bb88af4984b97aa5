import { z } from 'zod';
import { date, number, oneOf, requiredText, text } from './csv-cells.ts';

/** How far a lead has come: inquiry, marketing-qualified, sales-accepted, sales-qualified, won; or given up. */
export const LEAD_STAGES = ['inquiry', 'mql', 'sal', 'sql', 'won', 'lost'] as const;

/** One row of `leads.csv`. Identity: `source` and `id`. */
export const leadSchema = z
  .strictObject({
    source: requiredText.describe('The system the lead comes from'),
    id: requiredText.describe('Its id there, as text'),
    created_date: date,
    company: text,
    company_domain: text,
    contact: text.describe('Name of the person'),
    email: text,
    stage: oneOf(LEAD_STAGES),
    stage_date: date.describe('The day it came to this stage'),
    campaign: text,
    lead_source: text,
    owner: text,
    product: text,
    amount: number,
    currency: text,
    deal_id: text.describe('Id of the deal it became'),
  })
  .partial()
  .required({ source: true, id: true });

export type Lead = z.output<typeof leadSchema>;
