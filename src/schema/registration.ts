import * as z from 'zod';
import { date, number, oneOf, requiredText, text } from './csv-cells.ts';

const REGISTRATION_STATUSES = ['submitted', 'approved', 'rejected', 'expired', 'won', 'lost'] as const;

/** One row of `registrations.csv`: a deal the partner told us of early. Identity: `source` and `id`. */
export const registrationSchema = z
  .strictObject({
    source: requiredText.describe('The system the registration comes from'),
    id: requiredText.describe('Its id there, as text'),
    account: text.describe('The customer'),
    account_domain: text.describe("The customer's web domain, for matching"),
    name: text.describe('What the deal is about'),
    product: text.describe('What is to be sold'),
    amount: number.describe('What the deal is worth in all'),
    currency: text.describe("Three-letter code; empty: the partner's own currency"),
    status: oneOf(REGISTRATION_STATUSES).describe('How the registration stands'),
    submitted: date.describe('The day it was handed in'),
    decided: date.describe('The day it was approved or rejected'),
    expires: date.describe('Last day of its protection'),
    deal_id: text.describe('Id of the deal it became'),
    registered_by: text.describe('Who of the partner registered it'),
    led_by: oneOf(['partner', 'vendor']).describe('Who found the deal'),
  })
  .partial()
  .required({ source: true, id: true });

export type Registration = z.output<typeof registrationSchema>;
