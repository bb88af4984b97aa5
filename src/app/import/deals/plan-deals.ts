import { cellText } from '../../../input/tabular/cell-text.ts';
import { placeOf } from '../../../input/tabular/place-of.ts';
import type { TextTable } from '../../../input/tabular/table-of-text.ts';
import { singleLine } from '../../../units/clean-text.ts';
import type { RejectedEntry, RepeatedEntry } from '../import-report.ts';
import { sameDeals } from '../same-deals.ts';
import { assignedNames } from '../match-partners.ts';
import { keyDeals, sourceOf } from './deal-keys.ts';
import type { OpenQuestions, WishedField } from '../mapping/open-questions.ts';
import { wishedColumns } from './wished-columns.ts';
import { findQuestions } from './find-questions.ts';
import { putDeals, type DealPlan, type DealRules, type PutDeals } from './put-deals.ts';
import { readDealRows, type RejectedRow } from './read-deal-rows.ts';
import { refuseSecondSource } from './refuse-second-source.ts';
import { statusReader } from './read-status.ts';
import type { StatedReading } from '../columns/stated-reading.ts';
import { understandTable, type ColumnReading } from './understand-table.ts';

/** One export with what was understood of it before any row was taken. */
export interface UnderstoodTable {
  readonly table: TextTable;
  readonly reading: ColumnReading;
  readonly source: string;
  readonly questions: OpenQuestions | undefined;
  readonly wished: readonly WishedField[];
  /** What a person said about this export. */
  readonly stated: StatedReading;
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
  return {
    table,
    reading,
    source,
    questions: findQuestions(table, reading, statusOf),
    wished: wishedColumns(table, reading, stated.mapping),
    stated,
  };
}

/** What became of the rows of one export. */
export interface PlannedDeals extends Omit<PutDeals, 'rejected'> {
  readonly rows: number;
  readonly withoutId: number;
  readonly sources: readonly string[];
  /** Ids of all deals the file speaks of, taken or not. */
  readonly ids: ReadonlySet<string>;
  readonly rejected: readonly RejectedEntry[];
  readonly repeats: readonly RepeatedEntry[];
  readonly warnings: readonly string[];
}

/**
 * Puts the deals of one export into the book.
 * @throws Failure when its ids are those of deals the territory holds under another source: they would be counted twice
 */
export function planDeals({ table, reading, source, stated }: UnderstoodTable, plan: DealPlan): PlannedDeals {
  const { config } = plan.rules;
  const statusOf = statusReader(reading, stated.mapping, config);
  const rows = readDealRows(table, { reading, statusOf, mapping: stated.mapping, config });
  const keyed = keyDeals(rows.deals, source);
  const isStated = stated.mapping.source !== undefined || reading.columns.has('source');
  if (!isStated) refuseSecondSource({ file: table.file, source, deals: keyed.deals, book: plan.book });
  const named = [...new Set(keyed.deals.map(({ deal }) => deal.source))];
  const sources = named.length > 0 ? named : [source];
  const ids = [...idsIn(table, reading), ...keyed.deals.map(({ deal }) => deal.id), ...keyed.rejectedIds];
  const assigned = assignedNames(stated.mapping.partners);
  const put = putDeals({ table, deals: keyed.deals, loaded: rows.loaded, assigned }, plan);
  const repeats = keyed.repeats.map(({ line, id, first }) => ({
    where: placeOf(table, line),
    id,
    repeats: placeOf(table, first),
  }));
  return {
    ...put,
    rows: table.rows.length + table.broken.length,
    repeats: [...repeats, ...put.repeats],
    withoutId: keyed.withoutId,
    sources,
    ids: new Set(ids),
    rejected: rejectedEntries(table, [...rows.rejected, ...keyed.rejected, ...put.rejected], config.currency),
    warnings: [...reading.warnings, ...rows.warnings, ...noAmounts(reading), ...sameDeals(put.taken)],
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
    .map(({ line, column, why, amount = null, currency = territoryCurrency }) => ({
      where: placeOf(table, line, column),
      why,
      amount,
      currency,
    }));
}
