import type { TextTable } from '../../../input/tabular/table-of-text.ts';
import type { CamConfig } from '../../../schema/cam-config.ts';
import { DEAL_COLUMNS, type Deal } from '../../../schema/deal.ts';
import { singleLine } from '../../../units/clean-text.ts';
import { Failure } from '../../../units/failure.ts';
import type { DealBook } from '../deal-book.ts';
import { MoneySum } from '../money-sum.ts';
import type { RejectedEntry, UnmatchedEntry, VanishedDeal } from '../import-report.ts';
import type { PartnerDirectory } from '../partner-directory.ts';
import { keyDeals, sourceOf, type KeyedDeal } from './deal-keys.ts';
import { openQuestions, type OpenQuestions } from './open-questions.ts';
import { readDealRows, type RejectedRow } from './read-deal-rows.ts';
import { statusReader } from './read-status.ts';
import { understandTable, type ColumnReading, type StatedReading } from './understand-table.ts';

/** One export with what was understood of it before any row was taken. */
export interface UnderstoodTable {
  readonly table: TextTable;
  readonly reading: ColumnReading;
  readonly source: string;
  readonly questions: OpenQuestions | undefined;
}

export interface DealRules {
  readonly stated: StatedReading;
  readonly config: CamConfig;
  /** Partner that all rows belong to, whatever they name. */
  readonly partner: string | undefined;
}

/** Understands a deal export as a whole. @throws Failure when a stated header is not there, or a header stands twice */
export function understandDeals(table: TextTable, { stated, config, partner }: DealRules): UnderstoodTable {
  const reading = understandTable(table, stated, partner === undefined);
  const statusOf = statusReader(reading, stated.mapping, config);
  const ids = [...idsIn(table, reading)];
  const source = sourceOf(table.file, ids, stated.mapping.source);
  return { table, reading, source, questions: openQuestions(table, reading, statusOf) };
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
  readonly vanished: readonly VanishedDeal[];
  readonly taken: readonly { readonly deal: Deal; readonly partnerId: string }[];
  /** Partners that have rows in the export, or lose a deal by it. */
  readonly touched: ReadonlySet<string>;
  readonly warnings: readonly string[];
}

/**
 * Puts the deals of one export into the book.
 * @throws Failure when its ids are those of deals the territory holds under another source: they would be counted twice
 */
export function planDeals(
  { table, reading, source }: UnderstoodTable,
  book: DealBook,
  directory: PartnerDirectory,
  { stated, config, partner }: DealRules,
): PlannedDeals {
  const statusOf = statusReader(reading, stated.mapping, config);
  const rows = readDealRows(table, { reading, statusOf, mapping: stated.mapping, config });
  const keyed = keyDeals(rows.deals, source);
  const sources = [...new Set(keyed.deals.map((deal) => deal.source))];
  if (stated.mapping.source === undefined && !reading.columns.has('source'))
    refuseSecondSource(table.file, source, keyed.deals, book);
  const inFile = new Set([...idsIn(table, reading), ...keyed.deals.map(({ id }) => id), ...keyed.rejectedIds]);
  const vanished = vanishedDeals({ sources, inFile, partner, book, config });
  const changes = { created: 0, updated: 0, moved: 0, unchanged: 0 };
  const unmatched = new UnmatchedRows(config.currency);
  const taken: { deal: Deal; partnerId: string }[] = [];
  const touched = new Set<string>();
  for (const incoming of keyed.deals) {
    const resolution = partner === undefined ? directory.resolve(incoming.partner) : { id: partner };
    if (!('id' in resolution)) {
      unmatched.add(resolution, incoming.fields);
      continue;
    }
    const deal: Deal = { ...incoming.fields, source: incoming.source, id: incoming.id, status: incoming.status };
    const key = `${deal.source}:${deal.id}`;
    const before = book.find(key)?.partnerId;
    changes[book.put(resolution.id, deal, rows.loaded)] += 1;
    taken.push({ deal: book.find(key)!.deal, partnerId: resolution.id });
    for (const id of [before, resolution.id]) if (id !== undefined) touched.add(id);
  }
  const receiving = new Set(taken.map(({ partnerId }) => partnerId));
  for (const id of receiving)
    book.load(
      id,
      DEAL_COLUMNS.filter((column) => rows.loaded.has(column)),
    );
  return {
    rows: table.rows.length + table.broken.length,
    ...changes,
    updated: changes.updated + changes.moved,
    repeated: keyed.repeated,
    withoutId: keyed.withoutId,
    sources: sources.length > 0 ? sources : [source],
    rejected: rejectedEntries(table.file, [...rows.rejected, ...keyed.rejected], config.currency),
    unmatched: unmatched.entries(),
    vanished,
    taken,
    touched,
    warnings: [...reading.warnings, ...rows.warnings, ...noAmounts(reading)],
  };
}

function* idsIn({ rows }: TextTable, { columns }: ColumnReading): Generator<string> {
  const column = columns.get('id');
  if (!column) return;
  for (const { cells } of rows) {
    const id = singleLine(cells[column.index]!);
    if (id !== '') yield id;
  }
}

function noAmounts({ columns }: ColumnReading): string[] {
  if (columns.has('amount') || columns.has('actual_amount')) return [];
  return ['no column holds amounts: what these deals are worth stays unknown'];
}

/** A second name for a source whose deals are already here would double every figure. */
function refuseSecondSource(file: string, source: string, deals: readonly KeyedDeal[], book: DealBook): void {
  const sourcesById = new Map<string, string>();
  for (const { deal } of book.deals()) {
    if (deal.source === source) return;
    sourcesById.set(deal.id, deal.source);
  }
  const shared = new Map<string, number>();
  for (const { id } of deals) {
    const other = sourcesById.get(id);
    if (other !== undefined) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  const [other, count] = [...shared].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (other === undefined || count === undefined || count * 2 < deals.length) return;
  throw new Failure(
    'data',
    `${file}: ${count} of ${deals.length} ids are those of deals from "${other}" in this territory; as deals from "${source}" they would be counted twice.`,
    `Nothing was imported. Put "source: ${other}" into a mapping (--map FILE) if they are the same deals, "source: ${source}" if not.`,
  );
}

interface VanishedRequest {
  readonly sources: readonly string[];
  readonly inFile: ReadonlySet<string>;
  readonly partner: string | undefined;
  readonly book: DealBook;
  readonly config: CamConfig;
}

/** Deals of the sources that the file no longer has. A file with less than half of the known ones is a part, and says nothing. */
function vanishedDeals({ sources, inFile, partner, book, config }: VanishedRequest): VanishedDeal[] {
  let known = 0;
  const gone: VanishedDeal[] = [];
  for (const { deal, partnerId } of book.deals()) {
    if (!sources.includes(deal.source) || (partner !== undefined && partnerId !== partner)) continue;
    known += 1;
    if (inFile.has(deal.id)) continue;
    const { source, id, status, amount = null, currency = config.currency } = deal;
    gone.push({ key: `${source}:${id}`, partner: partnerId, status, amount, currency });
  }
  return gone.length * 2 <= known ? gone : [];
}

function rejectedEntries(file: string, rejected: readonly RejectedRow[], territoryCurrency: string): RejectedEntry[] {
  return rejected
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, why, amount = null, currency = territoryCurrency }) => ({
      where: `${file}:${line}`,
      why,
      amount,
      currency,
    }));
}

/** Rows whose partner is not known, gathered by the name they give. */
class UnmatchedRows {
  private readonly byName = new Map<string, { why: string; sum: MoneySum }>();

  constructor(private readonly territoryCurrency: string) {}

  add({ unmatched, why }: { readonly unmatched: string; readonly why: string }, fields: Partial<Deal>): void {
    const rows = this.byName.get(unmatched) ?? { why, sum: new MoneySum() };
    this.byName.set(unmatched, rows);
    rows.sum.add(fields.amount, fields.currency ?? this.territoryCurrency);
  }

  entries(): UnmatchedEntry[] {
    const entries = Array.from(this.byName, ([partner, { why, sum }]) => {
      const { rows, amount, byCurrency } = sum.total();
      return { partner, rows, amount, byCurrency, why };
    });
    return entries.sort((a, b) => b.rows - a.rows || (a.partner < b.partner ? -1 : 1));
  }
}
