import * as z from 'zod';
import { DEAL_STATUSES, DEAL_TYPES } from './cam-config.ts';
import { DEAL_COLUMNS, FORECAST_CATEGORIES, type Deal } from './deal.ts';
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

/** A field an import of deals can fill from a column. */
export type ImportField = keyof Deal | (typeof EXPORT_ONLY_FIELDS)[number];
export const IMPORT_FIELDS: readonly ImportField[] = [...DEAL_COLUMNS, ...EXPORT_ONLY_FIELDS];

const header = line
  .nullable()
  .optional()
  .describe(
    'Header of the column, or "column 3" in a file without headers; leave empty to import nothing into this field',
  );
const dealColumns = Object.fromEntries(IMPORT_FIELDS.map((field) => [field, header])) as Record<
  ImportField,
  typeof header
>;

/** A mapping file for `cam import --map`: how one source's export is to be read. What it leaves out is found by the usual headers. */
export const importMappingSchema = z
  .strictObject({
    kind: z
      .string()
      .regex(/^[a-z][a-z-]{0,39}$/, 'a kind is a word of small letters, for example deals')
      .optional()
      .describe('What the rows are: deals, partners, accounts …; deals when it is left out'),
    sheet: line.optional().describe('Sheet of the workbook'),
    header: z.literal('none').optional().describe('none: the file has no row of headers; its columns are "column 1" …'),
    shape: z
      .string()
      .regex(/^[0-9a-f]{12}$/, 'a shape has twelve characters, 0-9 and a-f; cam writes it')
      .optional()
      .describe('Exports with these headers are read by this file without being asked; written by cam'),
    headers: z.array(z.string()).optional().describe('The headers this file was made for; written by cam'),
    source: z
      .string()
      .regex(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,79}$/, 'a source is a short name of letters, digits, hyphens and underscores')
      .optional()
      .describe('The system the rows come from; together with the id it is the key of a deal'),
    columns: z.object(dealColumns).catchall(header).prefault({}).describe('Field: header in the export'),
    stages: z.record(z.string(), z.enum(DEAL_STATUSES)).default({}).describe('Label in the export: open, won or lost'),
    types: z
      .record(z.string(), z.enum(DEAL_TYPES))
      .default({})
      .describe('Label in the export: new, renewal or expansion'),
    forecast_categories: z
      .record(z.string(), z.enum(FORECAST_CATEGORIES))
      .default({})
      .describe('Label in the export: commit, best-case, pipeline, omitted or closed'),
    partners: z
      .record(z.string(), partnerId.nullable())
      .default({})
      .describe('Name in the export: id of the partner; empty to leave the rows of this name out'),
    partner_types: z
      .record(z.string(), z.enum(PARTNER_TYPES))
      .default({})
      .describe('Label in the export: type of the partner, for example msp'),
    partner_type: z.enum(PARTNER_TYPES).optional().describe('Type of the partners that an import adds'),
    date_order: z.enum(DATE_ORDERS).optional().describe('dmy, mdy or ymd'),
    decimal: z.enum(DECIMAL_SIGNS).optional().describe('The sign before the decimals'),
    currency: currency.optional().describe('Currency of amounts that name none'),
  })
  .superRefine(refuseUnknownDealFields, { when: () => true })
  .describe('How to read the export of one source');

/** Fields of deals are known here, those of other kinds where these kinds are. It is said along with whatever else is wrong. */
function refuseUnknownDealFields(
  { kind = 'deals', columns }: { readonly kind?: string | undefined; readonly columns?: unknown },
  context: z.core.$RefinementCtx,
): void {
  if (kind !== 'deals' || typeof columns !== 'object' || columns === null) return;
  const keys = Object.keys(columns).filter((field) => !(IMPORT_FIELDS as readonly string[]).includes(field));
  if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, path: ['columns'], input: { ...columns } });
}

export type ImportMapping = z.output<typeof importMappingSchema>;
