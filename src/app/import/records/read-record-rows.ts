import type { TextRow } from '../../../input/tabular/table-of-text.ts';
import type { CamConfig } from '../../../schema/cam-config.ts';
import type { ImportMapping } from '../../../schema/import-mapping.ts';
import type { CellValue } from '../../tables/table.ts';
import {
  currencyOfAmounts,
  type CellProblem,
  type StatedCurrency,
  type WrittenAmount,
} from '../columns/amount-currency.ts';
import { CellNotes } from '../columns/cell-notes.ts';
import { Unreadable } from '../columns/cell-readers.ts';
import type { PartnerMention } from '../match-partners.ts';
import { fieldReader, type FieldReader } from './read-fields.ts';
import type { RefusedRow, RowValues } from './record-kind.ts';
import type { SpreadCell, SpreadColumn } from './spread-columns.ts';
import type { UnderstoodRecords } from './understand-records.ts';

/** A row as the file tells it. */
export interface IncomingRow {
  readonly line: number;
  readonly values: RowValues;
  readonly spread: readonly SpreadCell[];
  readonly partner: PartnerMention;
}

export interface IncomingRows {
  readonly rows: readonly IncomingRow[];
  readonly rejected: readonly RefusedRow[];
  readonly warnings: readonly string[];
}

/** Reads every row by the decisions made for its columns. A row with a cell that cannot be read is rejected, not bent. */
export function readRecordRows(understood: UnderstoodRecords, config: CamConfig): IncomingRows {
  const { table, kind, spread, reading, stated } = understood;
  const { mapping } = stated;
  const notes = new CellNotes();
  const currency = mapping.currency ?? config.currency;
  const columns = columnReaders(understood, { currency, notes, mapping });
  const periods = new Map(spread.map((column) => [column.header, column]));
  const rows: IncomingRow[] = [];
  const rejected: RefusedRow[] = table.broken.map(({ line, why }) => ({ line, why }));
  for (const row of table.rows) {
    const draft = readRow(row, columns, periods);
    settleCurrency(draft, { territory: currency, stated: mapping.currency });
    const { values, problem } = draft;
    if (problem === undefined) rows.push({ line: row.line, values, spread: draft.spread, partner: mentionIn(values) });
    else {
      const amount = kind.money === undefined ? undefined : (values[kind.money] as number | undefined);
      rejected.push({ line: row.line, ...problem, amount, currency: values['currency'] as string | undefined });
    }
  }
  return { rows, rejected, warnings: notes.sentences((field) => reading.columns.get(field)!.header) };
}

interface ReadColumn {
  readonly field: string;
  readonly index: number;
  readonly header: string;
  readonly read: FieldReader;
}

function columnReaders(
  { kind, reading }: UnderstoodRecords,
  {
    currency,
    notes,
    mapping,
  }: { readonly currency: string; readonly notes: CellNotes; readonly mapping: ImportMapping },
): ReadColumn[] {
  return Array.from(reading.columns, ([field, { index, header }]) => {
    const dateOrder = reading.dateOrders.get(field) ?? 'dmy';
    const decimal = reading.decimals.get(field) ?? '.';
    const stated = kind.id === 'partners' && field === 'type' ? mapping.partner_types : undefined;
    const style = { field, dateOrder, decimal, currency, notes, stated };
    return { field, index, header, read: fieldReader(kind.fields[field]?.reads ?? 'money', style) };
  });
}

/** A row on its way. */
interface Draft {
  readonly values: Record<string, CellValue | undefined>;
  readonly spread: SpreadCell[];
  /** Amounts that name their currency. */
  readonly written: WrittenAmount[];
  problem: CellProblem | undefined;
}

function readRow(
  { cells }: TextRow,
  columns: readonly ReadColumn[],
  periods: ReadonlyMap<string, SpreadColumn>,
): Draft {
  const draft: Draft = { values: {}, spread: [], written: [], problem: undefined };
  for (const { field, index, header, read } of columns) {
    const cell = cells[index]!;
    const value = read(cell);
    if (value === undefined) continue;
    if (value instanceof Unreadable) {
      draft.problem ??= { why: `${header}: ${value.why}`, column: index };
      continue;
    }
    const plain = typeof value === 'object' ? value.value : value;
    const period = periods.get(field)?.period;
    if (period) draft.spread.push({ period, header, value: plain as number });
    else draft.values[field] = plain;
    if (typeof value === 'object' && value.currency !== undefined)
      draft.written.push({ symbol: value.currency, cell, column: index });
  }
  return draft;
}

function settleCurrency(draft: Draft, said: Omit<StatedCurrency, 'named'>): void {
  const named = draft.values['currency'] as string | undefined;
  const { currency, problem } = currencyOfAmounts(draft.written, { ...said, named });
  draft.problem ??= problem;
  if (currency !== undefined) draft.values['currency'] = currency;
}

function mentionIn(values: RowValues): PartnerMention {
  const text = (field: string): string | undefined => values[field] as string | undefined;
  return { name: text('partner'), crmId: text('partner_crm_id'), domain: text('partner_domain') };
}
