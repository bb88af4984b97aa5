import type { Partner } from '../../schema/partner.ts';
import { longSalesforceId } from './salesforce-id.ts';

/** How an export names a partner. */
export interface PartnerMention {
  readonly name?: string | undefined;
  readonly crmId?: string | undefined;
  readonly domain?: string | undefined;
}

/** Who a row says its partner is, by what its cells say for these fields. */
export function partnerMention(said: {
  readonly partner?: unknown;
  readonly partner_crm_id?: unknown;
  readonly partner_domain?: unknown;
}): PartnerMention {
  // The readers of these fields return text.
  const [name, crmId, domain] = [said.partner, said.partner_crm_id, said.partner_domain] as (string | undefined)[];
  return { name, crmId, domain };
}

/** The partner meant, the several that could be meant, or none. */
export type PartnerMatch = { readonly id: string } | { readonly among: readonly string[] } | undefined;

export interface PartnerMatcher {
  /** @param rules the ways that count here, all of them unless said */
  match(mention: PartnerMention, rules?: readonly Rule[]): PartnerMatch;
  /** Whether a partner is known by an id of the CRM. */
  hasCrmId(id: string): boolean;
  /** Makes a partner known that was created on the way. */
  learn(id: string, partner: Pick<Partner, 'name' | 'crm_ids'>): void;
}

type Known = Pick<Partner, 'name' | 'crm_ids'> & Partial<Pick<Partner, 'domains' | 'aliases' | 'former_names'>>;

/** Ways to know a partner, surest first; the first that finds anything decides. */
const RULES = ['id', 'crm id', 'domain', 'exact name', 'name', 'alias', 'former name'] as const;
type Rule = (typeof RULES)[number];

/**
 * Matches names, CRM ids and domains of an export to partners. A name is compared without its legal form, case and accents; two partners
 * that share it are not chosen between.
 */
export function matchPartners(partners: Iterable<{ readonly id: string; readonly partner: Known }>): PartnerMatcher {
  const indexes = new Map<Rule, Map<string, Set<string>>>(RULES.map((rule) => [rule, new Map()]));
  const withCrmId = new Set<string>();
  const note = (rule: Rule, key: string, id: string): void => {
    if (key === '') return;
    const index = indexes.get(rule)!;
    index.set(key, (index.get(key) ?? new Set()).add(id));
  };
  const learn = (id: string, partner: Known): void => {
    note('id', id, id);
    for (const crmId of partner.crm_ids) note('crm id', longSalesforceId(crmId.trim()), id);
    if (partner.crm_ids.length > 0) withCrmId.add(id);
    for (const domain of partner.domains ?? []) note('domain', domainOf(domain) ?? '', id);
    note('exact name', exactKey(partner.name), id);
    note('name', nameKey(partner.name), id);
    for (const alias of partner.aliases ?? []) note('alias', nameKey(alias), id);
    for (const { name } of partner.former_names ?? []) note('former name', nameKey(name), id);
  };
  for (const { id, partner } of partners) learn(id, partner);
  const find = (mention: PartnerMention, rules: readonly Rule[]): PartnerMatch => {
    for (const rule of rules) {
      const found = new Set(keysFor(rule, mention).flatMap((key) => [...(indexes.get(rule)!.get(key) ?? [])]));
      if (found.size === 1) return { id: [...found][0]! };
      if (found.size > 1) return { among: [...found].sort() };
    }
    return undefined;
  };
  return { learn, match: remember(find, indexes), hasCrmId: (id) => withCrmId.has(id) };
}

/** Whose name it is by what a person said: a partner's id, null where its rows are to be left out, undefined where nobody said anything. */
export type AssignedNames = (mention: PartnerMention) => string | null | undefined;

/**
 * The names a mapping assigns; they come before every way of matching.
 * @param stated name or CRM id as the export has it; the empty name stands for rows that name nobody
 */
export function assignedNames(stated: Readonly<Record<string, string | null>>): AssignedNames {
  const assigned = new Map(Object.entries(stated).map(([name, id]) => [exactKey(name), id]));
  return ({ name, crmId, domain }) => {
    const said = [name, crmId, domain].filter((text) => text !== undefined && text !== '');
    const keys = said.length === 0 ? [''] : said.map((text) => exactKey(text!));
    const known = keys.find((key) => assigned.has(key));
    return known === undefined ? undefined : assigned.get(known);
  };
}

/** A name without what differs between two spellings of one company: legal form, case, accents, punctuation. */
export function nameKey(name: string): string {
  const words = name
    .replace(/ø/gi, 'o')
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // A/S, S.A. and G.m.b.H. are words of one letter each to whoever splits at punctuation.
    .replace(/(?<![\p{L}\p{N}])(\p{L})[./](?=\p{L}(?![\p{L}\p{N}]))/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  let end = words.length;
  while (end > 1 && LEGAL_FORMS.has(words[end - 1]!)) end -= 1;
  const start = end > 1 && words[0] === 'the' ? 1 : 0;
  return words.slice(start, end).join(' ');
}

/** A web domain from a domain, an address of a page or of a person: `https://www.acme.com/x` → `acme.com`. */
export function domainOf(text: string): string | undefined {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\./, '');
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.[\p{L}]{2,}$/u.test(host) ? host : undefined;
}

const LEGAL_FORMS = new Set(
  (
    'inc incorporated ltd limited llc llp lp plc corp corporation co company gmbh mbh ag kg ohg se sa sas sarl srl spa sl ' +
    'bv nv ab as asa aps oy oyj kk pty pte pvt private sdn bhd ltda sro zoo doo kft'
  ).split(' '),
);

function exactKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function keysFor(rule: Rule, { name = '', crmId = '', domain = '' }: PartnerMention): string[] {
  switch (rule) {
    case 'id':
      return [name.trim(), crmId.trim()].filter(Boolean);
    case 'crm id':
      return [crmId, name].map((text) => longSalesforceId(text.trim())).filter(Boolean);
    case 'domain':
      return [domainOf(domain), domainOf(name)].filter((host) => host !== undefined);
    case 'exact name':
      return [exactKey(name)].filter(Boolean);
    default:
      return [nameKey(name)].filter(Boolean);
  }
}

/** A partner is named in thousands of rows: each mention is looked up once, until a new partner is learnt. */
function remember(
  find: (mention: PartnerMention, rules: readonly Rule[]) => PartnerMatch,
  indexes: ReadonlyMap<Rule, ReadonlyMap<string, unknown>>,
): PartnerMatcher['match'] {
  const known = new Map<string, PartnerMatch>();
  let partners = 0;
  return (mention, rules = RULES) => {
    if (indexes.get('id')!.size !== partners) {
      known.clear();
      partners = indexes.get('id')!.size;
    }
    const key = JSON.stringify([mention.name, mention.crmId, mention.domain, rules === RULES ? '' : rules.join()]);
    if (!known.has(key)) known.set(key, find(mention, rules));
    return known.get(key);
  };
}
