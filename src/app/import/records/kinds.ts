import { ACCOUNTS_KIND } from './kinds/accounts.ts';
import { ACTIVITIES_KIND } from './kinds/activities.ts';
import { CERTIFICATIONS_KIND } from './kinds/certifications.ts';
import { CONTACTS_KIND } from './kinds/contacts.ts';
import { FACTS_KIND } from './kinds/facts.ts';
import { LEADS_KIND } from './kinds/leads.ts';
import { MDF_KIND } from './kinds/mdf.ts';
import { PARTNERS_KIND } from './kinds/partners.ts';
import { POS_KIND } from './kinds/pos.ts';
import { REGISTRATIONS_KIND } from './kinds/registrations.ts';
import { TARGETS_KIND } from './kinds/targets.ts';
import type { RecordKind } from './record-kind.ts';

/** Everything but deals that can be imported. */
export const RECORD_KINDS: readonly RecordKind[] = [
  PARTNERS_KIND,
  ACCOUNTS_KIND,
  CERTIFICATIONS_KIND,
  TARGETS_KIND,
  REGISTRATIONS_KIND,
  LEADS_KIND,
  ACTIVITIES_KIND,
  FACTS_KIND,
  MDF_KIND,
  CONTACTS_KIND,
  POS_KIND,
];

/** What can be typed after --kind, and stand in a mapping. */
export const IMPORT_KINDS: readonly string[] = ['deals', ...RECORD_KINDS.map(({ id }) => id)];

/** The kind of an id; undefined for deals, which have their own road, and for words that are none. */
export function recordKind(id: string): RecordKind | undefined {
  return RECORD_KINDS.find((kind) => kind.id === id);
}
