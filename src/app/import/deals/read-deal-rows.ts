import { labelKey } from '../../../input/import-columns/stage-words.ts';
import type { Cell, TextRow, TextTable } from '../../../input/tabular/table-of-text.ts';
import type { CamConfig } from '../../../schema/cam-config.ts';
import type { Deal } from '../../../schema/deal.ts';
import { EXPORT_ONLY_FIELDS, type ImportField, type ImportMapping } from '../../../schema/import-mapping.ts';
import type { PartnerMention } from '../match-partners.ts';
import {
  currencyOfAmounts,
  type CellProblem,
  type StatedCurrency,
  type WrittenAmount,
} from '../columns/amount-currency.ts';
import { CellNotes } from '../columns/cell-notes.ts';
import { columnsFilledBy, fieldColumns, type FieldColumn } from './field-columns.ts';
import { Unreadable } from '../columns/cell-readers.ts';
import type { StatusReading } from './read-status.ts';
import type { ColumnReading } from './understand-table.ts';

/** A deal as one row of an export tells it: only the fields whose columns the export has. */
export interface IncomingDeal {
  readonly line: number;
  /** Without its key and status. */
  readonly fields: DealFields;
  readonly source: string | undefined;
  readonly id: string | undefined;
  readonly status: Deal['status'];
  /** The stage as the export names it; the field has the spelling of cam.yaml where it knows the stage. */
  readonly label: string | undefined;
  readonly partner: PartnerMention;
}

export type DealFields = Readonly<Partial<Omit<Deal, 'source' | 'id' | 'status'>>>;

/** A row that was not taken, with its money as far as it can be read. */
export interface RejectedRow {
  readonly line: number;
  /** Column of the cell that cannot be taken, from 0. */
  readonly column?: number | undefined;
  readonly why: string;
  readonly amount: number | undefined;
  readonly currency: string | undefined;
}

export interface DealRows {
  readonly deals: readonly IncomingDeal[];
  readonly rejected: readonly RejectedRow[];
  /** Columns of deals.csv the export carries. */
  readonly loaded: ReadonlySet<keyof Deal>;
  readonly warnings: readonly string[];
}

export interface RowReading {
  readonly reading: ColumnReading;
  readonly statusOf: (cells: readonly Cell[]) => StatusReading;
  readonly mapping: ImportMapping;
  readonly config: CamConfig;
}

/** Reads every row of an export by the decisions made for its columns. A row with a cell that cannot be read is rejected, not bent. */
export function readDealRows(table: TextTable, { reading, statusOf, mapping, config }: RowReading): DealRows {
  const notes = new CellNotes();
  const currency = mapping.currency ?? config.currency;
  const columns = fieldColumns(table, reading, { currency, notes, mapping });
  const deals: IncomingDeal[] = [];
  const rejected: RejectedRow[] = table.broken.map((row) => ({ ...row, amount: undefined, currency: undefined }));
  const loaded = new Set<keyof Deal>(['source', 'id', 'status']);
  for (const { field } of columns) for (const column of columnsFilledBy(field)) loaded.add(column);
  const stages = new Map(config.stages.map(({ name }) => [labelKey(name), name]));
  for (const row of table.rows) {
    const draft = readRow(row, columns);
    settleCurrency(draft, { territory: currency, stated: mapping.currency });
    const outcome = finish(draft, { line: row.line, found: statusOf(row.cells), stages });
    if ('why' in outcome) rejected.push(outcome);
    else {
      if (outcome.fields.currency !== undefined) loaded.add('currency');
      deals.push(outcome);
    }
  }
  const headers = new Map(columns.map(({ field, header }) => [field, header]));
  return { deals, rejected, loaded, warnings: notes.sentences((field) => headers.get(field as ImportField)!) };
}

/** A row on its way to a deal. */
interface Draft {
  readonly fields: Partial<Record<ImportField, string | number>>;
  /** What is no field of a deal by itself, with its key. */
  readonly aside: Partial<Record<ImportField, string | number>>;
  /** Amounts that name their currency. */
  readonly written: WrittenAmount[];
  problem: CellProblem | undefined;
}

const ASIDE: ReadonlySet<ImportField> = new Set([...EXPORT_ONLY_FIELDS, 'source', 'id']);

function readRow({ cells }: TextRow, columns: readonly FieldColumn[]): Draft {
  const draft: Draft = { fields: {}, aside: {}, written: [], problem: undefined };
  for (const { field, index, header, read } of columns) {
    const cell = cells[index]!;
    const value = read(cell);
    if (value === undefined) continue;
    if (value instanceof Unreadable) {
      draft.problem ??= { why: `${header}: ${value.why}`, column: index };
      continue;
    }
    const into = ASIDE.has(field) ? draft.aside : draft.fields;
    into[field] = typeof value === 'object' ? value.value : value;
    if (typeof value === 'object' && value.currency !== undefined) {
      draft.written.push({ symbol: value.currency, cell, column: index });
    }
  }
  return draft;
}

function settleCurrency(draft: Draft, said: Omit<StatedCurrency, 'named'>): void {
  const named = draft.fields.currency as string | undefined;
  const { currency, problem } = currencyOfAmounts(draft.written, { ...said, named });
  draft.problem ??= problem;
  if (currency !== undefined) draft.fields.currency = currency;
}

interface Finishing {
  readonly line: number;
  readonly found: StatusReading;
  /** Names of the stages in cam.yaml by what does not differ between two spellings. */
  readonly stages: ReadonlyMap<string, string>;
}

function finish(
  { fields: values, aside, problem }: Draft,
  { line, found, stages }: Finishing,
): IncomingDeal | RejectedRow {
  const status = found && 'status' in found ? found.status : undefined;
  if (status !== undefined && status !== 'open') {
    if (aside.actual_amount !== undefined) values.amount = aside.actual_amount;
    if (aside.actual_close_date !== undefined) values.close_date = aside.actual_close_date;
  }
  const label = values.stage as string | undefined;
  if (label !== undefined) values.stage = stages.get(labelKey(label)) ?? label;
  // Each reader returns the type of its field.
  const fields = values as DealFields;
  const text = (field: ImportField): string | undefined => aside[field] as string | undefined;
  if (problem !== undefined || status === undefined) {
    return {
      line,
      column: problem?.column,
      why: problem?.why ?? 'has neither a stage nor a status',
      amount: fields.amount ?? (aside.actual_amount as number | undefined),
      currency: fields.currency,
    };
  }
  return {
    line,
    fields,
    source: text('source'),
    id: text('id'),
    status,
    label,
    partner: { name: text('partner'), crmId: text('partner_crm_id'), domain: text('partner_domain') },
  };
}
