import * as z from 'zod';
import { DEAL_STATUSES, DEAL_TYPES } from './cam-config.ts';
import { date, number, oneOf, percent, requiredText, text } from './csv-cells.ts';

export const PARTNER_ROLES = ['sourced', 'influenced', 'fulfil'] as const;
export const FORECAST_CATEGORIES = ['commit', 'best-case', 'pipeline', 'omitted', 'closed'] as const;

/**
 * One row of `deals.csv`. Identity: `source` and `id` across the whole territory, so a deal that is reassigned moves.
 * A column that is absent was not loaded; a cell that is empty holds nothing: "no next step" differs from "next steps unknown".
 */
export const dealSchema = z
  .strictObject({
    source: requiredText.describe('The system the deal comes from'),
    id: requiredText.describe('Its id there, as text'),
    name: text.describe('What the deal is called'),
    account: text.describe('The customer'),
    account_domain: text.describe("The customer's web domain, for matching"),
    partner_role: oneOf(PARTNER_ROLES).describe('What this partner does in the deal'),
    other_partners: text.describe('Further partners as id:role, separated by semicolons'),
    amount: number.describe('What the deal is worth in all'),
    annual_value: number.describe('What it is worth a year'),
    currency: text.describe("Three-letter code; empty: the partner's own currency"),
    stage: text.describe('Its stage, named as in your CRM'),
    status: z.enum(DEAL_STATUSES).describe('Whether it is open, won or lost'),
    forecast_category: oneOf(FORECAST_CATEGORIES).describe("The CRM's forecast category"),
    probability_percent: percent.describe("The CRM's own odds; shown beside the forecast, never mixed into it"),
    close_date: date.describe('The day it was or is to be closed'),
    created_date: date.describe('The day it was entered'),
    owner: text.describe('Who of us owns it'),
    type: oneOf(DEAL_TYPES).describe('New business, renewal or expansion'),
    product: text.describe('What is sold'),
    next_step: text.describe('What happens next'),
    last_activity: date.describe('The day somebody last worked on it'),
    lead_source: text.describe('Where it came from'),
    campaign: text.describe('The campaign it came from'),
    registration_id: text.describe('Id of its deal registration'),
    contacts_at_customer: number.describe('How many people at the customer are in touch'),
    close_date_moves: number.describe('How often its close date was moved'),
  })
  .partial()
  .required({ source: true, id: true, status: true });

export type Deal = z.output<typeof dealSchema>;

/** The canonical columns of `deals.csv` in their order. */
export const DEAL_COLUMNS = Object.keys(dealSchema.shape) as readonly (keyof Deal)[];
