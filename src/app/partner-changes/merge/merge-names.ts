import type { YamlEdit } from '../../../output/edit-yaml.ts';
import type { Territory } from '../../../schema/territory.ts';
import { domainOf, matchPartners, nameKey, type PartnerMention } from '../../import/match-partners.ts';
import type { ChangeWarning } from '../change-setting.ts';
import type { Merging, Taken } from './merge-plan.ts';

/** Names, domains and ids under which imports knew the partner that goes, and what the other one lacks of them. */
export interface AddedNames {
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  readonly crm_ids: readonly string[];
}

/** What has to be added to a partner so that imports find it under every name of the other. */
export function addedNames({ from, into }: Merging): AddedNames {
  const theirs = [from.partner.name, ...from.partner.former_names.map(({ name }) => name), ...from.partner.aliases];
  // The id is a name, too: workbooks and mappings made before the merge say it.
  const named = theirs.some((name) => nameKey(name) === nameKey(from.id)) ? theirs : [...theirs, from.id];
  const known = new Set([into.partner.name, ...into.partner.aliases].map(plain));
  return {
    aliases: onceEach(named, plain).filter((name) => !known.has(plain(name))),
    domains: lacking(into.partner.domains, from.partner.domains, (domain) => domainOf(domain) ?? plain(domain)),
    crm_ids: lacking(into.partner.crm_ids, from.partner.crm_ids, (id) => id.trim()),
  };
}

/** The edits that add them. */
export function nameEdits(added: AddedNames, { into }: Merging): YamlEdit[] {
  return (['aliases', 'domains', 'crm_ids'] as const).flatMap((key) => {
    const present = into.partner[key].length;
    return added[key].map((value, index): YamlEdit => ({ path: [key, present + index], value }));
  });
}

/** How many of them there are. */
export function namesTaken({ aliases, domains, crm_ids }: AddedNames): Taken[] {
  return [
    { what: 'names', count: aliases.length },
    { what: 'domains', count: domains.length },
    { what: 'CRM ids', count: crm_ids.length },
  ];
}

/** Asks the importer itself: every name, domain and id of both has to lead to the partner that stays. */
export function namesThatLeadElsewhere(
  added: AddedNames,
  { from, into }: Merging,
  { partners }: Pick<Territory, 'partners'>,
): ChangeWarning[] {
  const { partner } = into;
  const merged = {
    ...partner,
    aliases: [...partner.aliases, ...added.aliases],
    domains: [...partner.domains, ...added.domains],
    crm_ids: [...partner.crm_ids, ...added.crm_ids],
  };
  const others = partners.filter(({ id }) => id !== from.id && id !== into.id);
  const matcher = matchPartners([...others, { id: into.id, partner: merged }]);
  const mentions: readonly (readonly [string, PartnerMention])[] = [
    ...[from.partner.name, ...added.aliases].map((name) => [name, { name }] as const),
    ...from.partner.domains.map((domain) => [domain, { domain }] as const),
    ...from.partner.crm_ids.map((crmId) => [crmId, { crmId }] as const),
  ];
  const wrong = mentions.flatMap(([said, mention]) => {
    const match = matcher.match(mention);
    const found = match === undefined ? [] : 'id' in match ? [match.id] : match.among;
    const elsewhere = found.filter((id) => id !== into.id);
    return elsewhere.length === 0 ? [] : [`exports that say "${said}" may mean ${elsewhere.join(' or ')}, too`];
  });
  return [...new Set(wrong)].map((message) => ({ where: `${into.folder}/partner.yaml`, message }));
}

function lacking(present: readonly string[], offered: readonly string[], key: (text: string) => string): string[] {
  const known = new Set(present.map(key));
  return onceEach(offered, key).filter((text) => !known.has(key(text)));
}

function onceEach(texts: readonly string[], key: (text: string) => string): string[] {
  return [...new Map(texts.toReversed().map((text) => [key(text), text])).values()].toReversed();
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
