import type { Partner } from '../../../schema/partner.ts';
import { joinList } from '../../tables/cell-values.ts';
import { CONTACTS, PARTNERS } from '../../tables/partner-tables.ts';
import { rowOfEntry } from '../../tables/yaml-tables.ts';
import type { RowChange } from '../../tables/table.ts';
import { isCrmId } from '../salesforce-id.ts';
import { recordProblem } from './check-record.ts';
import type { PartnerRow } from './partner-rows.ts';
import type { RowValues } from './record-kind.ts';

/** What a row adds to a profile: single values it names, and domains, ids and industries that are not there yet. */
export function profileChange(
  id: string,
  partner: Partner,
  { row, parent }: { readonly row: PartnerRow; readonly parent: string | undefined },
): RowChange | undefined {
  const standing = rowOfEntry(partner, PARTNERS).values;
  const wanted: RowValues = {
    ...row.single,
    // An id that stood for the name was never one: it is kept among the ids.
    name: isCrmId(partner.name) && !isCrmId(row.name) ? row.name : undefined,
    parent,
    domains: union(partner.domains, row.domains),
    crm_ids: union(partner.crm_ids, row.crmIds),
    verticals: union(partner.verticals, row.verticals),
  };
  const changed = Object.entries(wanted).filter(([name, value]) => value !== undefined && value !== standing[name]);
  return changed.length === 0 ? undefined : { kind: 'set', partner: id, index: 0, values: Object.fromEntries(changed) };
}

/** The main contact of a row, where nobody of that name or address is there yet; or why it cannot be taken. */
export function contactChange(
  id: string,
  partner: Partner | undefined,
  contact: RowValues,
): RowChange | string | undefined {
  const { name, email } = contact;
  const same = (a: unknown, b: unknown): boolean =>
    a !== undefined && b !== undefined && String(a).toLowerCase() === String(b).toLowerCase();
  const isThere = (partner?.contacts ?? []).some((known) => same(known.email, email) || same(known.name, name));
  if (isThere) return undefined;
  const values = Object.fromEntries(
    Object.entries(contact).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return recordProblem(CONTACTS, values, (column) => column) ?? { kind: 'add', partner: id, values };
}

function union(known: readonly string[], told: readonly string[]): string | undefined {
  const lower = new Set(known.map((entry) => entry.toLowerCase()));
  const added = told.filter((entry) => !lower.has(entry.toLowerCase()));
  return added.length === 0 ? undefined : joinList([...known, ...added]);
}
