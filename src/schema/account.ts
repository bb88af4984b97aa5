import * as z from 'zod';
import { date, number, oneOf, requiredText, text } from './csv-cells.ts';

/** What a customer has of a product through the partner: the white space is what is neither owned nor open nor out of reach. */
const ACCOUNT_STATUSES = ['owned', 'pipeline', 'gap', 'not-eligible'] as const;

/**
 * One row of `accounts.csv`: one customer of the partner and one product; a row without a product tells of the customer alone.
 * Identity: account and product.
 */
export const accountSchema = z
  .strictObject({
    account: requiredText.describe('The customer'),
    product: text.describe('Id or name of the product; empty for what holds for the customer as a whole'),
    status: oneOf(ACCOUNT_STATUSES).describe('What the customer has of the product'),
    account_domain: text.describe("The customer's web domain, for matching with deals"),
    vertical: text.describe('Industry of the customer'),
    employees: number.describe('How many people work there'),
    value: number.describe('What the product is worth at this customer, a year'),
    currency: text.describe("Three-letter code; empty: the partner's own currency"),
    competitor: text.describe('Whose product is in its place'),
    renewal_date: date.describe('When that contract ends'),
    relationship: number.describe('How well the partner knows the customer, 0 to 3'),
    partner_owner: text.describe('Who of the partner looks after the customer'),
    vendor_owner: text.describe('Who of us looks after the customer'),
    consent: oneOf(['yes', 'no']).describe('The partner agrees that this row is shared'),
    source: text.describe('Where this is known from'),
  })
  .partial()
  .required({ account: true });

export type Account = z.output<typeof accountSchema>;
