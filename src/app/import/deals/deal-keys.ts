import { createHash } from 'node:crypto';
import type { Deal } from '../../../schema/deal.ts';
import { dealKey } from '../../../domain/deal-credit.ts';
import { linesNamed } from '../lines-named.ts';
import type { PartnerMention } from '../match-partners.ts';
import { longSalesforceId } from '../salesforce-id.ts';
import type { IncomingDeal, RejectedRow } from './read-deal-rows.ts';

/** A deal of an export with its key across the territory. */
export interface KeyedDeal {
  readonly line: number;
  readonly deal: Deal;
  /** Its stage as the export names it. */
  readonly label: string | undefined;
  readonly partner: PartnerMention;
}

export interface KeyedDeals {
  readonly deals: readonly KeyedDeal[];
  /** Rows that repeat a key with other values: none of them is taken, because nobody can say which is right. */
  readonly rejected: readonly RejectedRow[];
  /** Ids of the deals that were rejected. */
  readonly rejectedIds: readonly string[];
  /** Rows that repeat another row word for word; each deal is taken once. */
  readonly repeats: readonly RepeatedRow[];
  /** Rows without an id, known by a hash of their fields. */
  readonly withoutId: number;
}

/** A row that says again what another one said. */
export interface RepeatedRow {
  readonly line: number;
  readonly id: string;
  /** Line of the row that is taken. */
  readonly first: number;
}

/** Record ids of opportunities in Salesforce: 15 characters that tell upper from lower case, or 18 that need not. */
const SALESFORCE_ID = /^006[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/;

/**
 * The system an export comes from: what a person stated, what its ids give away, or the file's name without dates and numbers.
 * @param ids the ids of all rows that have one
 */
export function sourceOf(file: string, ids: readonly string[], stated: string | undefined): string {
  if (stated !== undefined) return stated;
  if (ids.length > 0 && ids.every((id) => SALESFORCE_ID.test(id))) return 'salesforce';
  const words = file
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => !PASSING_WORD.test(word))
    .map((word) => word.replace(/\d+/g, ''));
  return words.filter(Boolean).join('-').slice(0, 80) || 'import';
}

/** What tells this export from the next one of the same system: dates, quarters, versions, copies. */
const PASSING_WORD =
  /^([a-z]?\d+[a-z]{0,2}|copy|final|new|latest|jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;

/** Gives every deal its key and settles rows that share one. Rows keep the order of the file. */
export function keyDeals(deals: readonly IncomingDeal[], source: string): KeyedDeals {
  const ids = idsOf(deals);
  const byKey = new Map<string, KeyedDeal[]>();
  deals.forEach(({ line, fields, status, label, partner, source: own }, index) => {
    const deal: Deal = { source: own ?? source, id: ids[index]!, ...fields, status };
    const keyed = { line, deal, label, partner };
    const key = dealKey(deal);
    const sharing = byKey.get(key);
    if (sharing) sharing.push(keyed);
    else byKey.set(key, [keyed]);
  });
  const [kept, rejected, rejectedIds]: [KeyedDeal[], RejectedRow[], string[]] = [[], [], []];
  const repeats: RepeatedRow[] = [];
  for (const sharing of byKey.values()) {
    const different = sharing.slice(1).some((deal) => differences(sharing[0]!, deal).length > 0);
    if (different) {
      rejected.push(...sharing.map((deal) => conflict(deal, sharing)));
      rejectedIds.push(sharing[0]!.deal.id);
    } else {
      kept.push(sharing[0]!);
      const [first, ...others] = sharing;
      repeats.push(...others.map(({ line, deal }) => ({ line, id: deal.id, first: first!.line })));
    }
  }
  const withoutId = deals.filter(({ id }) => id === undefined).length;
  return { deals: kept, rejected, rejectedIds, repeats, withoutId };
}

function idsOf(deals: readonly IncomingDeal[]): string[] {
  const given = deals.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const isSalesforce = given.length > 0 && given.every((id) => SALESFORCE_ID.test(id));
  const hashes = deals.map((deal) => (deal.id === undefined ? hashOf(deal, LASTING_FIELDS) : undefined));
  const uses = new Map<string, number>();
  for (const hash of hashes) if (hash !== undefined) uses.set(hash, (uses.get(hash) ?? 0) + 1);
  return deals.map((deal, index) => {
    const hash = hashes[index];
    if (hash === undefined) return isSalesforce ? longSalesforceId(deal.id!) : deal.id!;
    return uses.get(hash) === 1 ? hash : hashOf(deal, undefined);
  });
}

/** What stays the same while a deal moves through its stages, so that the next export finds it again. */
const LASTING_FIELDS: readonly (keyof IncomingDeal['fields'])[] = [
  'name',
  'account',
  'account_domain',
  'product',
  'created_date',
];

/** A hash of the lasting fields, or of all of them: for deals the lasting ones do not tell apart. */
function hashOf(deal: IncomingDeal, fields: typeof LASTING_FIELDS | undefined): string {
  const told = fields?.map((field) => deal.fields[field] ?? null) ?? [deal.fields, deal.status, deal.partner];
  const isNothing = fields !== undefined && told.every((value) => value === null);
  if (isNothing) return hashOf(deal, undefined);
  return `hash-${createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16)}`;
}

function conflict(deal: KeyedDeal, sharing: readonly KeyedDeal[]): RejectedRow {
  const others = sharing.filter((other) => other !== deal);
  const fields = [...new Set(others.flatMap((other) => differences(deal, other)))].join(', ');
  const where = linesNamed(others.map(({ line }) => line));
  const { id, amount, currency } = deal.deal;
  return { line: deal.line, why: `the deal ${id} stands also in ${where}, with another ${fields}`, amount, currency };
}

/** Names of what two rows say differently. */
function differences(a: KeyedDeal, b: KeyedDeal): string[] {
  const fields = new Set([...Object.keys(a.deal), ...Object.keys(b.deal)]) as Set<keyof Deal>;
  const other = [...fields].filter((field) => a.deal[field] !== b.deal[field]);
  // The status follows the stage: naming both would say one thing twice.
  const different: string[] = other.filter((field) => field !== 'status' || !other.includes('stage'));
  if (JSON.stringify(a.partner) !== JSON.stringify(b.partner)) different.push('partner');
  return different;
}
