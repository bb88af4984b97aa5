import { tierIdOf } from '../../../input/cross-checks.ts';
import { partnerSchema, type Partner, type PartnerType } from '../../../schema/partner.ts';
import type { PartnerFiles, Territory } from '../../../schema/territory.ts';
import { firstFew } from '../../../units/first-few.ts';
import { newPartnerFile } from '../../partners/new-partner-file.ts';
import { partnerIdFromName } from '../../partners/partner-id.ts';
import type { RowChange } from '../../tables/table.ts';
import { assignedNames, matchPartners } from '../match-partners.ts';
import type { CreatedPartner } from '../partner-directory.ts';
import { isCrmId } from '../salesforce-id.ts';
import { listPartners, type ListedPartner } from './list-partners.ts';
import type { PartnerRow } from './partner-rows.ts';
import { contactChange, profileChange } from './profile-changes.ts';
import { readRecordRows } from './read-record-rows.ts';
import type { RefusedRow } from './record-kind.ts';
import { settleParents, type PlacedPartner } from './settle-parents.ts';
import type { UnderstoodRecords } from './understand-records.ts';

const MOST_NAMED = 5;

/** What a list of partners changes. */
export interface PlannedPartners {
  readonly understood: UnderstoodRecords;
  readonly created: readonly CreatedPartner[];
  /** Changes to the table of partners. */
  readonly profiles: readonly RowChange[];
  /** Changes to the table of contacts. */
  readonly contacts: readonly RowChange[];
  readonly updated: number;
  readonly unchanged: number;
  readonly repeated: number;
  readonly rejected: readonly RefusedRow[];
  /** Names of rows that a person wants left out. */
  readonly leftOut: readonly string[];
  readonly warnings: readonly string[];
  /** The territory with the partners as they will be. */
  readonly after: Territory;
}

/** Plans what a list of partners adds and changes. Names stay as they are, and what a row leaves empty takes nothing away. */
export function planPartners(
  understood: UnderstoodRecords,
  territory: Territory,
  knownIds: readonly string[],
): PlannedPartners {
  const { mapping } = understood.stated;
  const incoming = readRecordRows(understood, territory.config);
  const matcher = matchPartners(territory.partners);
  const listed = listPartners(incoming.rows, matcher, assignedNames(mapping.partners));
  const tiers = withTierIds(listed.partners, territory);
  const placed = placePartners(tiers.partners, territory, knownIds);
  for (const { id, row, files } of placed.partners)
    if (!files) matcher.learn(id, { name: row.name, crm_ids: [...row.crmIds] });
  const parents = settleParents(placed.partners, matcher, territory.partners);
  const planned = parents.partners.map((partner) => planOne(partner, mapping.partner_type ?? 'var'));
  const untyped = parents.partners.filter(({ files, row }) => !files && row.single['type'] === undefined).length;
  const changes = planned.flatMap(({ profile }) => profile ?? []);
  return {
    understood,
    created: planned.flatMap(({ created }) => created ?? []),
    profiles: changes,
    contacts: planned.flatMap(({ contact }) => contact ?? []),
    updated: planned.filter(({ created, profile, contact }) => !created && (profile ?? contact)).length,
    unchanged: planned.filter(({ created, profile, contact }) => !created && !profile && !contact).length,
    repeated: listed.repeated,
    rejected: [...incoming.rejected, ...listed.rejected, ...placed.rejected],
    leftOut: listed.leftOut,
    warnings: [
      ...understood.reading.warnings,
      ...incoming.warnings,
      ...tiers.warnings,
      ...parents.warnings,
      ...renamed(parents.partners),
      ...planned.flatMap(({ warning }) => warning ?? []),
      ...(untyped > 0 && mapping.partner_type === undefined ? [untypedWarning(untyped)] : []),
    ],
    after: territoryAfter(territory, planned),
  };
}

/** A tier is known by its id or its title; another is left out and said. */
function withTierIds(
  partners: readonly ListedPartner[],
  { tiers }: Territory,
): { readonly partners: readonly ListedPartner[]; readonly warnings: readonly string[] } {
  const strange = new Set<string>();
  const known = partners.map(({ id, row }): ListedPartner => {
    const { tier } = row.single;
    const tierId = tier === undefined ? undefined : tierIdOf(String(tier), tiers);
    if (tier !== undefined && tierId === undefined) strange.add(String(tier));
    return { id, row: { ...row, single: { ...row.single, tier: tierId } } };
  });
  const names = tiers.tiers.map(({ title }) => title).join(', ');
  const said = `no tier of this program is called ${firstFew([...strange], MOST_NAMED)}; its tiers are ${names}`;
  return { partners: known, warnings: strange.size > 0 ? [said] : [] };
}

/** Gives new partners their ids. One whose values no file can hold is refused. */
function placePartners(
  listed: readonly ListedPartner[],
  { partners }: Territory,
  knownIds: readonly string[],
): { readonly partners: readonly PlacedPartner[]; readonly rejected: readonly RefusedRow[] } {
  const files = new Map(partners.map((one) => [one.id, one]));
  const ids = new Set(knownIds);
  const placed: PlacedPartner[] = [];
  const rejected: RefusedRow[] = [];
  for (const { id: known, row } of listed) {
    const present = known === undefined ? undefined : files.get(known);
    const issue = partnerSchema.safeParse(profileOf(row, 'var')).error?.issues[0];
    if (issue) rejected.push({ line: row.line, why: `${issue.path.join('.')}: ${issue.message}` });
    else {
      const id = known ?? partnerIdFromName(row.name, ids);
      ids.add(id);
      placed.push({ id, row, files: present, parent: present?.partner.parent });
    }
  }
  return { partners: placed, rejected };
}

interface PlannedPartner {
  readonly id: string;
  readonly partner: Partner;
  readonly created?: CreatedPartner;
  readonly profile?: RowChange;
  readonly contact?: RowChange;
  readonly warning?: string;
}

function planOne({ id, row, files, parent }: PlacedPartner, fallback: PartnerType): PlannedPartner {
  const contact = row.contact && contactChange(id, files?.partner, row.contact);
  const said =
    typeof contact === 'string' ? { warning: `the contact of ${id} was left out: ${contact}` } : contact && { contact };
  if (files) {
    const profile = profileChange(id, files.partner, { row, parent });
    return { id, partner: files.partner, ...(profile && { profile }), ...said };
  }
  const profile = { ...profileOf(row, fallback), ...(parent !== undefined && { parent }) };
  const partner = partnerSchema.parse(profile);
  const { name, type, ...more } = profile;
  return { id, partner, created: { id, partner, file: newPartnerFile({ name, type, more }) }, ...said };
}

function profileOf(
  row: PartnerRow,
  fallback: PartnerType,
): { name: string; type: PartnerType } & Record<string, unknown> {
  const { type, ...single } = row.single;
  const lists = { domains: row.domains, crm_ids: row.crmIds, verticals: row.verticals };
  const told = [
    ...Object.entries(single).filter(([, value]) => value !== undefined),
    ...Object.entries(lists).filter(([, list]) => list.length > 0),
  ];
  return { name: row.name, type: (type as PartnerType | undefined) ?? fallback, ...Object.fromEntries(told) };
}

function territoryAfter(territory: Territory, planned: readonly PlannedPartner[]): Territory {
  const added = planned.flatMap(({ id, partner, created }): PartnerFiles[] =>
    created ? [{ id, partner, qbr: new Map(), snapshots: [] }] : [],
  );
  return { ...territory, partners: [...territory.partners, ...added] };
}

function renamed(partners: readonly PlacedPartner[]): string[] {
  const others = partners.filter(
    ({ row, files }) => files && files.partner.name !== row.name && !isCrmId(files.partner.name),
  );
  const strange = others.filter(({ row, files }) => !matchPartners([files!]).match({ name: row.name }));
  if (strange.length === 0) return [];
  const said = strange.map(({ id, row }) => `${id} is called "${row.name}"`);
  return [`${firstFew(said, MOST_NAMED)} here; names were left as they are: cam partner rename changes one`];
}

function untypedWarning(untyped: number): string {
  const who = untyped === 1 ? '1 new partner has' : `${untyped} new partners have`;
  return `${who} no type that is known, and got the type var; say it with partner_type or partner_types in a mapping`;
}
