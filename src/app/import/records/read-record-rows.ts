import type { CamConfig } from '../../../schema/cam-config.ts';
import type { ImportMapping } from '../../../schema/import-mapping.ts';
import { CellNotes } from '../columns/cell-notes.ts';
import { inCurrency } from '../columns/cell-readers.ts';
import { cellStyle } from '../columns/read-columns.ts';
import { readRow, type ReadColumn } from '../columns/read-row.ts';
import { partnerMention, type PartnerMention } from '../match-partners.ts';
import { fieldReader } from './read-fields.ts';
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
  const rows: IncomingRow[] = [];
  const rejected: RefusedRow[] = table.broken.map(({ line, why }) => ({ line, why }));
  for (const row of table.rows) {
    const read = readRow(row, columns, { territory: currency, stated: mapping.currency });
    const { values, cells } = spread.length === 0 ? { values: read.values, cells: [] } : apart(read.values, spread);
    if (read.problem === undefined)
      rows.push({ line: row.line, values, spread: cells, partner: partnerMention(values) });
    else {
      const amount = kind.money === undefined ? undefined : (values[kind.money] as number | undefined);
      rejected.push({ line: row.line, ...read.problem, amount, currency: values['currency'] as string | undefined });
    }
  }
  return { rows, rejected, warnings: notes.sentences((field) => reading.columns.get(field)!.header) };
}

function columnReaders(
  { kind, reading }: UnderstoodRecords,
  {
    currency,
    notes,
    mapping,
  }: { readonly currency: string; readonly notes: CellNotes; readonly mapping: ImportMapping },
): ReadColumn<string>[] {
  return Array.from(reading.columns, ([field, { index, header, currency: ofColumn }]) => {
    const stated = kind.id === 'partners' && field === 'type' ? mapping.partner_types : undefined;
    const style = { field, ...cellStyle(reading, field), currency, notes, stated };
    const read = fieldReader(kind.fields[field]?.reads ?? 'money', style);
    return { field, index, header, read: inCurrency(read, ofColumn) };
  });
}

/** What a row says by its fields, and what stands in its columns of periods, which are read as money. */
function apart(
  said: RowValues,
  spread: readonly SpreadColumn[],
): { readonly values: RowValues; readonly cells: readonly SpreadCell[] } {
  const values = { ...said };
  const cells: SpreadCell[] = [];
  for (const { header, period } of spread) {
    const value = values[header];
    delete values[header];
    if (value !== undefined) cells.push({ period, header, value: value as number });
  }
  return { values, cells };
}
