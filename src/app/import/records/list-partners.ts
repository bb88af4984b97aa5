import { groupIn } from '../group-in.ts';
import { linesNamed } from '../lines-named.ts';
import type { AssignedNames, PartnerMatch, PartnerMatcher } from '../match-partners.ts';
import { partnerRow, type PartnerRow } from './partner-rows.ts';
import type { IncomingRow } from './read-record-rows.ts';
import type { RefusedRow } from './record-kind.ts';

/** A partner of the list: the id it has, or undefined where it is new. */
export interface ListedPartner {
  readonly id: string | undefined;
  readonly row: PartnerRow;
}

export interface ListedPartners {
  readonly partners: readonly ListedPartner[];
  readonly rejected: readonly RefusedRow[];
  readonly repeated: number;
  /** Rows that a person wants left out. */
  readonly leftOut: readonly string[];
}

/** Finds the partner each row tells of. Rows that tell of one partner must say the same. */
export function listPartners(rows: readonly IncomingRow[], matcher: Matcher, assigned: AssignedNames): ListedPartners {
  const groups = new Map<string, ListedPartner[]>();
  const rejected: RefusedRow[] = [];
  const leftOut: string[] = [];
  const told = rows.map((row) => ({ line: row.line, row: partnerRow(row) }));
  const named = told.flatMap(({ row }) => row ?? []);
  const ids = idsByName(named);
  const doubtful = ofSeveralNames(named, ({ crmIds }) => crmIds);
  const shared = ofSeveralNames(named, ({ domains }) => domains);
  const namedAs = surelyNamed(named, matcher);
  for (const { line, row } of told) {
    const stated = row && assigned(row.mention);
    if (!row) rejected.push({ line, why: 'names no partner' });
    else if (stated === null) leftOut.push(row.name);
    else if (row.crmIds.some((id) => doubtful.has(id))) {
      rejected.push({ line, why: `the id ${row.crmIds[0]} stands for partners of different names in this list` });
    } else {
      const match = stated === undefined ? matchOf(row, matcher, { shared, ids, namedAs }) : { id: stated };
      // What it is must not depend on whether one of them is there already.
      const isOneOfSeveral = stated === undefined && isNameOfSeveral(row, ids);
      const key = match && 'id' in match && !isOneOfSeveral ? match.id : newKey(row, ids);
      if (match && 'among' in match) rejected.push({ line, why: `could be ${match.among.join(' or ')}` });
      else if (key === undefined)
        rejected.push({ line, why: 'several partners of the list have this name; give its id' });
      else groupIn(groups, key).push({ id: match?.id, row });
    }
  }
  const partners: ListedPartner[] = [];
  let repeated = 0;
  for (const sharing of groups.values()) {
    const conflicting = sharing.some(({ row }) => contents(row) !== contents(sharing[0]!.row));
    if (conflicting) rejected.push(...sharing.map(({ row }) => conflict(row, sharing)));
    else {
      partners.push(sharing[0]!);
      repeated += sharing.length - 1;
    }
  }
  return { partners, rejected, repeated, leftOut };
}

/** What the list as a whole tells: domains that its companies share, the ids that stand beside a name, the names of partners it surely means. */
interface WholeList {
  readonly shared: ReadonlySet<string>;
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  readonly namedAs: ReadonlyMap<string, ReadonlySet<string>>;
}

type Matcher = Pick<PartnerMatcher, 'match' | 'hasCrmId'>;

/**
 * The partner a row means. One that another row surely means by another name is not meant by a likeness: into an empty territory the two
 * come as two partners, and so they do once the first is there.
 */
function matchOf(row: PartnerRow, matcher: Matcher, list: WholeList): PartnerMatch {
  const byId = matchById(row, matcher);
  if (byId) return byId;
  const match = matchByName(row, matcher) ?? likelyMatch(row, matcher, list);
  if (!match || !('id' in match)) return match;
  const name = row.name.toLowerCase();
  const names = list.namedAs.get(match.id);
  if (names && !names.has(name)) return undefined;
  // Where a name stands for several, the one of another id is another partner: also once its namesake has been taken in.
  const isAnother = row.crmIds.length > 0 && (list.ids.get(name)?.size ?? 0) > 1 && matcher.hasCrmId(match.id);
  return isAnother ? undefined : match;
}

/** An id in a list is one of its system: the id 3 is not a partner whose folder came to be called 3. */
function matchById({ mention: { crmId } }: PartnerRow, { match }: Matcher): { readonly id: string } | undefined {
  return onlyOne(crmId === undefined ? undefined : match({ crmId }, ['crm id']));
}

/** A name in a list is a name, before it may be an id. */
function matchByName({ name }: PartnerRow, { match }: Matcher): { readonly id: string } | undefined {
  return onlyOne(match({ name }, ['exact name']));
}

function onlyOne(match: PartnerMatch): { readonly id: string } | undefined {
  return match && 'id' in match ? match : undefined;
}

/** The names by which the list gives partners that are there, each by its id or its very name. */
function surelyNamed(rows: readonly PartnerRow[], matcher: Matcher): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const row of rows) {
    const match = matchById(row, matcher) ?? matchByName(row, matcher);
    if (match) names.set(match.id, (names.get(match.id) ?? new Set()).add(row.name.toLowerCase()));
  }
  return names;
}

/** An id or a name says more in a list of partners than a domain, and a domain that companies of a group share says nothing. */
function likelyMatch({ mention }: PartnerRow, { match }: Matcher, { shared }: WholeList): PartnerMatch {
  const { crmId, name, domain } = mention;
  const byName = match({ name });
  if (byName && 'id' in byName) return byName;
  return match(domain !== undefined && shared.has(domain) ? { name, crmId } : mention);
}

/** A row without an id whose name has several ids in the list. */
function isNameOfSeveral({ crmIds, name }: PartnerRow, idsOf: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return crmIds.length === 0 && (idsOf.get(name.toLowerCase())?.size ?? 0) > 1;
}

/**
 * Two new partners of one name are two where their ids differ; a row without an id is the only one of its name. Undefined where it could
 * be several.
 */
function newKey({ crmIds, name }: PartnerRow, idsOf: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const ids = crmIds[0] === undefined ? [...(idsOf.get(name.toLowerCase()) ?? [])] : crmIds;
  if (ids.length > 1) return undefined;
  return ids[0] === undefined ? `name ${name.toLowerCase()}` : `id ${ids[0]}`;
}

/** Ids or domains that rows of different names have. */
function ofSeveralNames(
  rows: readonly PartnerRow[],
  told: (row: PartnerRow) => readonly string[],
): ReadonlySet<string> {
  const names = new Map<string, string>();
  const several = new Set<string>();
  for (const row of rows) {
    const name = row.name.toLowerCase();
    for (const one of told(row)) {
      if ((names.get(one) ?? name) !== name) several.add(one);
      names.set(one, name);
    }
  }
  return several;
}

function idsByName(rows: readonly PartnerRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { name, crmIds } of rows) {
    const key = name.toLowerCase();
    ids.set(key, new Set([...(ids.get(key) ?? []), ...crmIds]));
  }
  return ids;
}

function conflict({ line }: PartnerRow, sharing: readonly ListedPartner[]): RefusedRow {
  const lines = sharing.map(({ row }) => row.line).filter((other) => other !== line);
  return { line, why: `the same partner stands also in ${linesNamed(lines)}, with other contents` };
}

function contents({ line: _, ...row }: PartnerRow): string {
  return JSON.stringify(row);
}
