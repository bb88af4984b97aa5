import { labelKey, withoutPipeline } from '../../../input/import-columns/stage-words.ts';
import type { Cell, TextTable } from '../../../input/tabular/table-of-text.ts';
import type { CamConfig } from '../../../schema/cam-config.ts';
import type { Deal } from '../../../schema/deal.ts';
import type { ImportField, ImportMapping } from '../../../schema/import-mapping.ts';
import { CellNotes } from '../columns/cell-notes.ts';
import { readRow, type ReadCells } from '../columns/read-row.ts';
import { partnerMention, type PartnerMention } from '../match-partners.ts';
import { columnsFilledBy, fieldColumns } from './field-columns.ts';
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
    const said = readRow(row, columns, { territory: currency, stated: mapping.currency });
    const outcome = finish(said, { line: row.line, found: statusOf(row.cells), stages });
    if ('why' in outcome) rejected.push(outcome);
    else {
      if (outcome.fields.currency !== undefined) loaded.add('currency');
      deals.push(outcome);
    }
  }
  const headers = new Map(columns.map(({ field, header }) => [field, header]));
  return { deals, rejected, loaded, warnings: notes.sentences((field) => headers.get(field as ImportField)!) };
}

interface Finishing {
  readonly line: number;
  readonly found: StatusReading;
  /** Names of the stages in cam.yaml by what does not differ between two spellings. */
  readonly stages: ReadonlyMap<string, string>;
}

function finish(
  { values, problem }: ReadCells<ImportField>,
  { line, found, stages }: Finishing,
): IncomingDeal | RejectedRow {
  const { partner, partner_crm_id, partner_domain, source, id, actual_amount, actual_close_date, ...ofDeal } = values;
  const status = found && 'status' in found ? found.status : undefined;
  if (status !== undefined && status !== 'open') {
    // What came of a lost deal is nothing; what was lost is the estimate.
    const isLostForNothing = status === 'lost' && ofDeal.amount !== undefined && actual_amount === 0;
    if (actual_amount !== undefined && !isLostForNothing) ofDeal.amount = actual_amount;
    if (actual_close_date !== undefined) ofDeal.close_date = actual_close_date;
  }
  const label = ofDeal.stage as string | undefined;
  if (label !== undefined)
    ofDeal.stage = stages.get(labelKey(label)) ?? stages.get(labelKey(withoutPipeline(label))) ?? label;
  // Each reader returns the type of its field.
  const fields = ofDeal as DealFields;
  if (problem !== undefined || status === undefined) {
    return {
      line,
      column: problem?.column,
      why: problem?.why ?? 'has neither a stage nor a status',
      amount: fields.amount ?? (actual_amount as number | undefined),
      currency: fields.currency,
    };
  }
  return {
    line,
    fields,
    source: source as string | undefined,
    id: id as string | undefined,
    status,
    label,
    partner: partnerMention({ partner, partner_crm_id, partner_domain }),
  };
}
