import { z } from 'zod';
import { DEAL_STATUSES } from './cam-config.ts';
import { DEAL_COLUMNS, type Deal } from './deal.ts';
import { PARTNER_TYPES } from './partner.ts';
import { currency, line, partnerId } from './values.ts';

/** How a CRM writes dates as numbers: day first, month first or year first. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** The sign before the decimals. */
export const DECIMAL_SIGNS = [',', '.'] as const;
export type DecimalSign = (typeof DECIMAL_SIGNS)[number];

/** What an export may say about a deal beyond the columns of deals.csv: whose deal it is, and how it ended. */
export const EXPORT_ONLY_FIELDS = [
  'partner',
  'partner_crm_id',
  'partner_domain',
  'is_won',
  'is_closed',
  'actual_amount',
  'actual_close_date',
] as const;

/** A field an import can fill from a column. */
export type ImportField = keyof Deal | (typeof EXPORT_ONLY_FIELDS)[number];
export const IMPORT_FIELDS: readonly ImportField[] = [...DEAL_COLUMNS, ...EXPORT_ONLY_FIELDS];

const header = line
  .nullable()
  .optional()
  .describe('Header of the column; leave empty to import nothing into this field');
const columns = Object.fromEntries(IMPORT_FIELDS.map((field) => [field, header])) as Record<ImportField, typeof header>;

/** A mapping file for `cam import --map`: how one source's export is to be read. What it leaves out is found by the usual headers. */
export const importMappingSchema = z
  .strictObject({
    source: z
      .string()
      .regex(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,79}$/, 'a source is a short name of letters, digits, hyphens and underscores')
      .optional()
      .describe('The system the deals come from; together with the id it is the key of a deal'),
    columns: z.strictObject(columns).prefault({}).describe('Field of deals.csv: header in the export'),
    stages: z.record(z.string(), z.enum(DEAL_STATUSES)).default({}).describe('Label in the export: open, won or lost'),
    partners: z.record(z.string(), partnerId).default({}).describe('Name in the export: id of the partner'),
    partner_type: z.enum(PARTNER_TYPES).optional().describe('Type of the partners that --create-partners adds'),
    date_order: z.enum(DATE_ORDERS).optional().describe('dmy, mdy or ymd'),
    decimal: z.enum(DECIMAL_SIGNS).optional().describe('The sign before the decimals'),
    currency: currency.optional().describe('Currency of amounts that name none'),
  })
  .describe('How to read the export of one source');

export type ImportMapping = z.output<typeof importMappingSchema>;
