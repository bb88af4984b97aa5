import { z } from 'zod';
import { date, number, oneOf, requiredText, text } from './csv-cells.ts';

export const REGISTRATION_STATUSES = ['submitted', 'approved', 'rejected', 'expired', 'won', 'lost'] as const;

/** One row of `registrations.csv`: a deal the partner told us of early. Identity: `source` and `id`. */
export const registrationSchema = z
  .strictObject({
    source: requiredText.describe('The system the registration comes from'),
    id: requiredText.describe('Its id there, as text'),
    account: text,
    account_domain: text,
    name: text.describe('What the deal is about'),
    product: text,
    amount: number,
    currency: text,
    status: oneOf(REGISTRATION_STATUSES),
    submitted: date,
    decided: date,
    expires: date.describe('Last day of its protection'),
    deal_id: text.describe('Id of the deal it became'),
    registered_by: text.describe('Who of the partner registered it'),
    led_by: oneOf(['partner', 'vendor']).describe('Who found the deal'),
  })
  .partial()
  .required({ source: true, id: true });

export type Registration = z.output<typeof registrationSchema>;
