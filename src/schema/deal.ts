import { z } from 'zod';
import { DEAL_STATUSES, DEAL_TYPES } from './cam-config.ts';
import { date, number, oneOf, requiredText, text } from './csv-cells.ts';

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
    name: text,
    account: text,
    account_domain: text,
    partner_role: oneOf(PARTNER_ROLES).describe('What this partner does in the deal'),
    other_partners: text.describe('Further partners as id:role, separated by semicolons'),
    amount: number,
    annual_value: number,
    currency: text,
    stage: text,
    status: z.enum(DEAL_STATUSES),
    forecast_category: oneOf(FORECAST_CATEGORIES),
    probability_percent: number,
    close_date: date,
    created_date: date,
    owner: text,
    type: oneOf(DEAL_TYPES),
    product: text,
    next_step: text,
    last_activity: date,
    lead_source: text,
    campaign: text,
    registration_id: text,
    contacts_at_customer: number,
    close_date_moves: number,
  })
  .partial()
  .required({ source: true, id: true, status: true });

export type Deal = z.output<typeof dealSchema>;

/** The canonical columns of `deals.csv` in their order. */
export const DEAL_COLUMNS = Object.keys(dealSchema.shape) as readonly (keyof Deal)[];
