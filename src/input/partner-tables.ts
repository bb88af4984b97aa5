import type * as z from 'zod';
import { accountSchema } from '../schema/account.ts';
import { activitySchema } from '../schema/activity.ts';
import { dealSchema } from '../schema/deal.ts';
import { factSchema } from '../schema/fact.ts';
import { leadSchema } from '../schema/lead.ts';
import { registrationSchema } from '../schema/registration.ts';
import type { PartnerFiles } from '../schema/territory.ts';
import type { TableReading } from './read-csv-table.ts';

/** The CSV files of a partner: `<name>.csv`, what a row holds, and what names it. */
export const PARTNER_TABLES = {
  deals: { schema: dealSchema, identity: ['source', 'id'] },
  facts: { schema: factSchema, identity: ['metric', 'period'] },
  registrations: { schema: registrationSchema, identity: ['source', 'id'] },
  accounts: { schema: accountSchema, identity: ['account', 'product'] },
  leads: { schema: leadSchema, identity: ['source', 'id'] },
  activities: { schema: activitySchema, identity: ['source', 'id'] },
} as const;

export type PartnerTableName = keyof typeof PARTNER_TABLES;

/** What was read of each table; a table whose file is absent is absent. */
export type PartnerTableReadings = {
  readonly [Name in PartnerTableName]?: TableReading<z.output<(typeof PARTNER_TABLES)[Name]['schema']>>;
};

/** What the tables hold, those that could be used. */
export function valuesOf(tables: PartnerTableReadings): Partial<Pick<PartnerFiles, PartnerTableName>> {
  const sound = Object.entries(tables).filter(([, reading]) => reading.value !== undefined);
  return Object.fromEntries(sound.map(([name, { value }]) => [name, value]));
}
