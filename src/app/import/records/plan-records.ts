import { fiscalCalendarOf } from '../../../domain/fiscal-calendar.ts';
import type { Territory } from '../../../schema/territory.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { Table } from '../../tables/table.ts';
import { assignedNames } from '../match-partners.ts';
import type { PartnerDirectory } from '../partner-directory.ts';
import { UnmatchedRows } from '../unmatched-rows.ts';
import type { UnmatchedEntry } from '../import-report.ts';
import { readRecordRows, type IncomingRow } from './read-record-rows.ts';
import { putRecords, type PutRecords } from './put-records.ts';
import type { RecordBook } from './record-book.ts';
import { keyRecords } from './record-keys.ts';
import type { PlacedRow, RecordRow, ShapedRows } from './record-kind.ts';
import { refuseOtherSource } from './refuse-other-source.ts';
import type { UnderstoodRecords } from './understand-records.ts';

export interface RecordPlan {
  readonly territory: Territory;
  readonly directory: PartnerDirectory;
  /** Partner that all rows belong to, whatever they name. */
  readonly partner: string | undefined;
  readonly asOf: PlainDate;
  /** The rows of the kind's table. */
  readonly book: RecordBook;
}

/** What became of the rows of one table of records. */
export interface PlannedRecords extends PutRecords {
  readonly understood: UnderstoodRecords;
  readonly repeated: number;
  readonly withoutId: number;
  readonly unmatched: readonly UnmatchedEntry[];
  /** Rows whose partner a person wants left out. */
  readonly leftOut: readonly UnmatchedEntry[];
  /** Rows that became records. */
  readonly rowsTaken: number;
  readonly warnings: readonly string[];
}

/**
 * Plans what one table of records changes.
 * @throws Failure when its ids are those of records the territory holds under another source: they would be counted twice
 */
export function planRecords(understood: UnderstoodRecords, plan: RecordPlan): PlannedRecords {
  const { kind, source, reading, stated } = understood;
  const { table } = plan.book;
  const incoming = readRecordRows(understood, plan.territory.config);
  const placed = placeRows(incoming.rows, understood, plan);
  const filesOf = new Map(plan.territory.partners.map((files) => [files.id, files]));
  const context = { territory: plan.territory, filesOf, source, asOf: plan.asOf, allRows: incoming.rows };
  const shaped = kind.shape ? kind.shape(placed.rows, context) : oneToOne(placed.rows);
  const keyed = keyRecords(withColumnsOnly(shaped.records, table), kind, source);
  if (stated.mapping.source === undefined && !reading.columns.has('source')) {
    refuseOtherSource({
      file: understood.table.file,
      source,
      noun: kind.noun.many,
      records: keyed.records,
      standing: table.rowsOf(plan.territory),
    });
  }
  const loaded = new Set(table.columns.map(({ name }) => name).filter((name) => reading.columns.has(name)));
  const headerOf = (column: string): string => reading.columns.get(column)?.header ?? column;
  const put = putRecords(keyed.records, { kind, book: plan.book, loaded, headerOf });
  const rejected = [...incoming.rejected, ...shaped.rejected, ...keyed.rejected, ...put.rejected];
  const refused = new Set(rejected.map(({ line }) => line));
  const repeated = keyed.repeated + (shaped.repeated ?? 0);
  return {
    ...put,
    understood,
    rejected,
    unmatched: placed.unmatched,
    leftOut: placed.leftOut,
    repeated,
    withoutId: keyed.withoutId,
    rowsTaken: placed.rows.filter(({ line }) => !refused.has(line)).length - repeated,
    warnings: [...reading.warnings, ...incoming.warnings, ...shaped.warnings],
  };
}

interface PlacedRows {
  readonly rows: readonly PlacedRow[];
  readonly unmatched: readonly UnmatchedEntry[];
  readonly leftOut: readonly UnmatchedEntry[];
}

function placeRows(
  rows: readonly IncomingRow[],
  { kind, stated }: UnderstoodRecords,
  { territory, directory, partner }: RecordPlan,
): PlacedRows {
  const { currency } = territory.config;
  const calendar = fiscalCalendarOf(territory.config);
  const [unmatched, leftOut] = [new UnmatchedRows(currency), new UnmatchedRows(currency)];
  const assigned = assignedNames(stated.mapping.partners);
  const placed: PlacedRow[] = [];
  for (const { line, values, spread, partner: mention } of rows) {
    const found = partner === undefined ? directory.resolve(mention, assigned) : { id: partner };
    if ('id' in found) placed.push({ line, partner: found.id, values, spread });
    else if ('leftOut' in found)
      leftOut.add({ unmatched: found.leftOut, why: 'left out by the mapping' }, moneyOf({ values, spread }));
    else unmatched.add(found, moneyOf({ values, spread }));
  }
  return { rows: placed, unmatched: unmatched.entries(), leftOut: leftOut.entries() };

  /** What a row is worth as the entries of unmatched rows add it up. */
  function moneyOf(row: Pick<IncomingRow, 'values' | 'spread'>): { amount?: number; currency?: string } {
    const { money, worthOfRow } = kind;
    const amount = worthOfRow ? worthOfRow(row, calendar) : money === undefined ? undefined : row.values[money];
    const { currency: named } = row.values;
    return { ...(typeof amount === 'number' && { amount }), ...(named !== undefined && { currency: String(named) }) };
  }
}

function oneToOne(rows: readonly PlacedRow[]): ShapedRows {
  const records = rows.map(({ line, partner, values }): RecordRow => ({ lines: [line], partner, values }));
  return { records, rejected: [], warnings: [] };
}

/** What helped to find a record is no part of it. */
function withColumnsOnly(records: readonly RecordRow[], { columns }: Table): RecordRow[] {
  const names = new Set(columns.map(({ name }) => name));
  return records.map((record) => ({
    ...record,
    values: Object.fromEntries(Object.entries(record.values).filter(([name]) => names.has(name))),
  }));
}
