import { splitList } from '../../tables/cell-values.ts';
import type { PartnerMention } from '../match-partners.ts';
import type { IncomingRow } from './read-record-rows.ts';
import type { RowValues } from './record-kind.ts';

/** What a row of a list of partners says about one. */
export interface PartnerRow {
  readonly line: number;
  readonly name: string;
  readonly mention: PartnerMention;
  /** Keys of `partner.yaml` with single values. */
  readonly single: RowValues;
  readonly domains: readonly string[];
  readonly crmIds: readonly string[];
  readonly verticals: readonly string[];
  /** The partner it belongs to, as the list names it. */
  readonly parent: string | undefined;
  /** Its main contact. */
  readonly contact: RowValues | undefined;
}

const SINGLE = ['type', 'tier', 'coverage_tier', 'currency', 'agreement_signed'] as const;

/** A row as what it says about a partner; undefined where it names none. */
export function partnerRow({ line, values }: IncomingRow): PartnerRow | undefined {
  const text = (field: string): string | undefined => values[field] as string | undefined;
  const name = text('partner') ?? text('name');
  if (name === undefined) return undefined;
  const [domain, crmId, email] = [text('domains'), text('partner_crm_id'), text('contact_email')];
  const called = text('contact_name') ?? email;
  return {
    line,
    name,
    mention: { name, crmId, domain },
    single: Object.fromEntries(SINGLE.map((field) => [field, values[field]])),
    domains: domain === undefined ? [] : [domain],
    crmIds: crmId === undefined ? [] : [crmId],
    verticals: splitList(text('verticals') ?? ''),
    parent: text('parent'),
    contact: called === undefined ? undefined : { name: called, email, phone: text('contact_phone') },
  };
}
