import { dealKey } from '../../../domain/deal-credit.ts';
import { cellText } from '../../../input/tabular/cell-text.ts';
import { placeOf } from '../../../input/tabular/place-of.ts';
import type { TextTable } from '../../../input/tabular/table-of-text.ts';
import type { CamConfig } from '../../../schema/cam-config.ts';
import type { Deal } from '../../../schema/deal.ts';
import { singleLine } from '../../../units/clean-text.ts';
import type { DealBook } from '../deal-book.ts';
import type { RejectedEntry, UnmatchedEntry, VanishedDeal } from '../import-report.ts';
import { assignedNames, type AssignedNames } from '../match-partners.ts';
import type { PartnerDirectory } from '../partner-directory.ts';
import { keyDeals, sourceOf, type KeyedDeal } from './deal-keys.ts';
import type { OpenQuestions } from '../mapping/open-questions.ts';
import { findQuestions } from './find-questions.ts';
import { readDealRows, type RejectedRow } from './read-deal-rows.ts';
import { refuseSecondSource } from './refuse-second-source.ts';
import { statusReader } from './read-status.ts';
import { vanishedDeals } from './vanished-deals.ts';
import { UnmatchedRows } from '../unmatched-rows.ts';
import type { StatedReading } from '../columns/stated-reading.ts';
import { understandTable, type ColumnReading } from './understand-table.ts';

/** One export with what was understood of it before any row was taken. */
export interface UnderstoodTable {
  readonly table: TextTable;
  readonly reading: ColumnReading;
  readonly source: string;
  readonly questions: OpenQuestions | undefined;
  /** What a person said about this export. */
  readonly stated: StatedReading;
}

export interface DealRules {
  readonly config: CamConfig;
  /** Partner that all rows belong to, whatever they name. */
  readonly partner: string | undefined;
}

/** Understands a deal export as a whole. @throws Failure when a stated header is not there, or a header stands twice */
export function understandDeals(
  table: TextTable,
  stated: StatedReading,
  { config, partner }: DealRules,
): UnderstoodTable {
  const reading = understandTable(table, stated, partner === undefined);
  const statusOf = statusReader(reading, stated.mapping, config);
  const ids = [...idsIn(table, reading)];
  const source = sourceOf(table.file, ids, stated.mapping.source);
  return { table, reading, source, questions: findQuestions(table, reading, statusOf), stated };
}

/** A deal as it stands in the book now. */
export interface TakenDeal {
  readonly deal: Deal;
  readonly partnerId: string;
  /** Its stage as the export names it. */
  readonly label: string | undefined;
}

/** What became of the rows of one export. */
export interface PlannedDeals {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly moved: number;
  readonly unchanged: number;
  readonly repeated: number;
  readonly withoutId: number;
  readonly sources: readonly string[];
  readonly rejected: readonly RejectedEntry[];
  readonly unmatched: readonly UnmatchedEntry[];
  /** Rows whose partner a person wants left out. */
  readonly leftOut: readonly UnmatchedEntry[];
  readonly vanished: readonly VanishedDeal[];
  readonly taken: readonly TakenDeal[];
  /** Partners that have rows in the export, or lose a deal by it. */
  readonly touched: ReadonlySet<string>;
  readonly warnings: readonly string[];
}

export interface DealPlan {
  readonly book: DealBook;
  readonly directory: PartnerDirectory;
  readonly rules: DealRules;
}

/**
 * Puts the deals of one export into the book.
 * @throws Failure when its ids are those of deals the territory holds under another source: they would be counted twice
 */
export function planDeals(
  { table, reading, source, stated }: UnderstoodTable,
  { book, directory, rules }: DealPlan,
): PlannedDeals {
  const { config, partner } = rules;
  const statusOf = statusReader(reading, stated.mapping, config);
  const rows = readDealRows(table, { reading, statusOf, mapping: stated.mapping, config });
  const keyed = keyDeals(rows.deals, source);
  const isStated = stated.mapping.source !== undefined || reading.columns.has('source');
  if (!isStated) refuseSecondSource({ file: table.file, source, deals: keyed.deals, book });
  const named = [...new Set(keyed.deals.map(({ deal }) => deal.source))];
  const sources = named.length > 0 ? named : [source];
  const inFile = new Set([...idsIn(table, reading), ...keyed.deals.map(({ deal }) => deal.id), ...keyed.rejectedIds]);
  // Asked before the deals are put in: afterwards nothing would be missing.
  const vanished = vanishedDeals({ sources, inFile, partner, book, config });
  const assigned = assignedNames(stated.mapping.partners);
  const put = putDeals({ deals: keyed.deals, loaded: rows.loaded, assigned }, { book, directory, rules });
  return {
    rows: table.rows.length + table.broken.length,
    ...put,
    repeated: keyed.repeated,
    withoutId: keyed.withoutId,
    sources,
    rejected: rejectedEntries(table, [...rows.rejected, ...keyed.rejected], config.currency),
    vanished,
    warnings: [...reading.warnings, ...rows.warnings, ...noAmounts(reading)],
  };
}

type PutDeals = Pick<
  PlannedDeals,
  'created' | 'updated' | 'moved' | 'unchanged' | 'taken' | 'touched' | 'unmatched' | 'leftOut'
>;

interface DealsToPut {
  readonly deals: readonly KeyedDeal[];
  readonly loaded: ReadonlySet<keyof Deal>;
  readonly assigned: AssignedNames;
}

function putDeals(
  { deals, loaded, assigned }: DealsToPut,
  { book, directory, rules: { partner, config } }: DealPlan,
): PutDeals {
  const changes = { created: 0, updated: 0, moved: 0, unchanged: 0 };
  const unmatched = new UnmatchedRows(config.currency);
  const leftOut = new UnmatchedRows(config.currency);
  const taken: TakenDeal[] = [];
  const touched = new Set<string>();
  for (const { deal, label, partner: mention } of deals) {
    const found = partner === undefined ? directory.resolve(mention, assigned) : { id: partner };
    if ('leftOut' in found) leftOut.add({ unmatched: found.leftOut, why: 'the mapping leaves it out' }, deal);
    else if ('unmatched' in found) unmatched.add(found, deal);
    if (!('id' in found)) continue;
    const key = dealKey(deal);
    const before = book.find(key)?.partnerId;
    changes[book.put(found.id, deal, loaded)] += 1;
    taken.push({ deal: book.find(key)!.deal, partnerId: found.id, label });
    touched.add(found.id);
    if (before !== undefined) touched.add(before);
  }
  for (const id of new Set(taken.map(({ partnerId }) => partnerId))) book.load(id, loaded);
  return {
    ...changes,
    updated: changes.updated + changes.moved,
    taken,
    touched,
    unmatched: unmatched.entries(),
    leftOut: leftOut.entries(),
  };
}

function* idsIn({ rows }: TextTable, { columns }: ColumnReading): Generator<string> {
  const column = columns.get('id');
  if (!column) return;
  for (const { cells } of rows) {
    const id = singleLine(cellText(cells[column.index]!));
    if (id !== '') yield id;
  }
}

function noAmounts({ columns }: ColumnReading): string[] {
  if (columns.has('amount') || columns.has('actual_amount')) return [];
  return ['no column holds amounts: what these deals are worth stays unknown'];
}

function rejectedEntries(
  table: TextTable,
  rejected: readonly RejectedRow[],
  territoryCurrency: string,
): RejectedEntry[] {
  return rejected
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, why, amount = null, currency = territoryCurrency }) => ({
      where: placeOf(table, line),
      why,
      amount,
      currency,
    }));
}
