import { dealKey } from '../../../domain/deal-credit.ts';
import { placeOf } from '../../../input/tabular/place-of.ts';
import type { TextTable } from '../../../input/tabular/table-of-text.ts';
import type { CamConfig } from '../../../schema/cam-config.ts';
import type { Deal } from '../../../schema/deal.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { DealBook } from '../deal-book.ts';
import type { RepeatedEntry, UnmatchedEntry } from '../import-report.ts';
import type { AssignedNames } from '../match-partners.ts';
import type { PartnerDirectory } from '../partner-directory.ts';
import { UnmatchedRows } from '../unmatched-rows.ts';
import type { KeyedDeal } from './deal-keys.ts';
import type { RejectedRow } from './read-deal-rows.ts';

/** A deal as it stands in the book now. */
export interface TakenDeal {
  readonly deal: Deal;
  readonly partnerId: string;
  /** Its stage as the export names it. */
  readonly label: string | undefined;
}

export interface DealRules {
  readonly config: CamConfig;
  /** Partner that all rows belong to, whatever they name. */
  readonly partner: string | undefined;
}

export interface DealPlan {
  readonly book: DealBook;
  readonly directory: PartnerDirectory;
  readonly rules: DealRules;
  /** Where the files of this import that came before have the deals, by their key. */
  readonly seen: Map<string, SeenDeal>;
  /** The day the data of a file is of. */
  dateOf(file: string): PlainDate;
}

interface SeenDeal {
  readonly where: string;
  readonly date: PlainDate;
}

/** What became of deals that were put into the book. */
export interface PutDeals {
  readonly created: number;
  /** With those that moved. */
  readonly updated: number;
  readonly moved: number;
  readonly unchanged: number;
  readonly taken: readonly TakenDeal[];
  /** Partners that have rows in the export, or lose a deal by it. */
  readonly touched: ReadonlySet<string>;
  readonly unmatched: readonly UnmatchedEntry[];
  /** Rows whose partner a person wants left out. */
  readonly leftOut: readonly UnmatchedEntry[];
  /** Rows that say of a deal what another file of the same day says otherwise, or just so. */
  readonly rejected: readonly RejectedRow[];
  readonly repeats: readonly RepeatedEntry[];
}

export interface DealsToPut {
  readonly table: TextTable;
  readonly deals: readonly KeyedDeal[];
  readonly loaded: ReadonlySet<keyof Deal>;
  readonly assigned: AssignedNames;
}

/**
 * Puts the deals of one file into the book, each with its partner. A file of a later day overrules the ones before it; of two files of
 * one day nobody can say which is right.
 */
export function putDeals({ table, deals, loaded, assigned }: DealsToPut, plan: DealPlan): PutDeals {
  const { book, directory, seen } = plan;
  const { partner, config } = plan.rules;
  const changes = { created: 0, updated: 0, moved: 0, unchanged: 0 };
  const [unmatched, leftOut] = [new UnmatchedRows(config.currency), new UnmatchedRows(config.currency)];
  const [rejected, repeats]: [RejectedRow[], RepeatedEntry[]] = [[], []];
  const taken: TakenDeal[] = [];
  const touched = new Set<string>();
  const date = plan.dateOf(table.file);
  for (const { line, deal, label, partner: mention } of deals) {
    const found = partner === undefined ? directory.resolve(mention, assigned) : { id: partner };
    if ('leftOut' in found) leftOut.add({ unmatched: found.leftOut, why: 'the mapping leaves it out' }, deal);
    else if ('unmatched' in found) unmatched.add(found, deal);
    if (!('id' in found)) continue;
    const key = dealKey(deal);
    const [earlier, where] = [seen.get(key), placeOf(table, line)];
    if (earlier?.date === date) {
      if (book.wouldChange(found.id, deal, loaded)) rejected.push(contradiction(line, deal, earlier));
      else repeats.push({ where, id: deal.id, repeats: earlier.where });
      continue;
    }
    seen.set(key, { where, date });
    const before = book.find(key)?.partnerId;
    changes[book.put(found.id, deal, loaded)] += 1;
    taken.push({ deal: book.find(key)!.deal, partnerId: found.id, label });
    touched.add(found.id);
    if (before !== undefined) touched.add(before);
  }
  for (const id of new Set(taken.map(({ partnerId }) => partnerId))) book.load(id, loaded);
  const updated = changes.updated + changes.moved;
  const names = { unmatched: unmatched.entries(), leftOut: leftOut.entries() };
  return { ...changes, updated, taken, touched, ...names, rejected, repeats };
}

function contradiction(line: number, { id, amount, currency }: Deal, { where }: SeenDeal): RejectedRow {
  return { line, why: `the deal ${id} stands also in ${where}, with other values`, amount, currency };
}
