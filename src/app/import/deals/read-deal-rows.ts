import { currencyOf } from '../../../input/import-columns/currency-words.ts';
import { readNumber } from '../../../input/import-columns/number-column.ts';
import type { TextRow, TextTable } from '../../../input/tabular/table-of-text.ts';
import type { CamConfig } from '../../../schema/cam-config.ts';
import { DEAL_COLUMNS, type Deal } from '../../../schema/deal.ts';
import type { ImportField, ImportMapping } from '../../../schema/import-mapping.ts';
import { cutText } from '../../../units/cut-text.ts';
import { formatSentence } from '../../../units/format.ts';
import { sentence } from '../../../units/sentence.ts';
import { count as countValue } from '../../../units/value.ts';
import type { PartnerMention } from '../match-partners.ts';
import { readerOf, Unreadable, type CellReader, type CellStyle } from './read-cells.ts';
import type { StatusReading } from './read-status.ts';
import type { ColumnReading } from './understand-table.ts';

/** A deal as one row of an export tells it: only the fields whose columns the export has. */
export interface IncomingDeal {
  readonly line: number;
  readonly fields: Readonly<Partial<Deal>>;
  readonly status: Deal['status'];
  readonly partner: PartnerMention;
}

/** A row that was not taken, with its money as far as it can be read. */
export interface RejectedRow {
  readonly line: number;
  readonly why: string;
  readonly amount?: number;
  readonly currency?: string;
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
  readonly statusOf: (cells: readonly string[]) => StatusReading;
  readonly mapping: ImportMapping;
  readonly config: CamConfig;
}

/** Reads every row of an export by the decisions made for its columns. A row with a cell that cannot be read is rejected, not bent. */
export function readDealRows(table: TextTable, rules: RowReading): DealRows {
  const notes = new Notes();
  const columns = fieldColumns(table, rules, notes);
  const currency = rules.mapping.currency ?? rules.config.currency;
  const deals: IncomingDeal[] = [];
  const rejected: RejectedRow[] = table.broken.map(({ line, why }) => ({ line, why }));
  const loaded = new Set<keyof Deal>(['source', 'id', 'status']);
  for (const { field } of columns) for (const column of columnsFilledBy(field)) loaded.add(column);
  if (rules.mapping.currency !== undefined) loaded.add('currency');
  for (const row of table.rows) {
    const draft = readRow(row, columns, currency);
    const outcome = finish(draft, row, rules);
    if ('why' in outcome) rejected.push(outcome);
    else {
      if (outcome.fields.currency !== undefined) loaded.add('currency');
      deals.push(outcome);
    }
  }
  return { deals, rejected: rejected.sort((a, b) => a.line - b.line), loaded, warnings: notes.sentences(columns) };
}

interface FieldColumn {
  readonly field: ImportField;
  readonly index: number;
  readonly header: string;
  readonly read: CellReader;
}

/** Fields that say how to read a deal, and are no part of it. */
const NOT_READ: readonly ImportField[] = ['status', 'is_won', 'is_closed'];

function fieldColumns(table: TextTable, { reading, mapping, config }: RowReading, notes: Notes): FieldColumn[] {
  const columns = [...reading.columns].filter(([field]) => !NOT_READ.includes(field));
  return columns.map(([field, { index, header }]) => {
    const decimal = reading.decimals.get(field) ?? '.';
    const style: CellStyle = {
      dateOrder: reading.dateOrders.get(field) ?? 'dmy',
      decimal,
      probabilityFactor: field === 'probability_percent' && isShareOfOne(table, index, decimal) ? 100 : 1,
      currency: mapping.currency ?? config.currency,
      note: (of, what, cell) => notes.add(of, what, cell),
    };
    return { field, index, header, read: readerOf(field, style) };
  });
}

/** Some exports write odds from 0 to 1. A column that never goes above 1 is one of them: nobody's best odds are 1 %. */
function isShareOfOne({ rows, headers }: TextTable, index: number, decimal: ',' | '.'): boolean {
  if (/%|percent/i.test(headers[index]!)) return false;
  let largest = 0;
  for (const { cells } of rows) {
    const number = readNumber(cells[index]!, decimal);
    if (typeof number !== 'object') continue;
    if (number.percent) return false;
    largest = Math.max(largest, number.value);
  }
  return largest > 0 && largest <= 1;
}

function columnsFilledBy(field: ImportField): (keyof Deal)[] {
  if (field === 'actual_amount') return ['amount'];
  if (field === 'actual_close_date') return ['close_date'];
  return (DEAL_COLUMNS as readonly string[]).includes(field) ? [field as keyof Deal] : [];
}

interface Draft {
  readonly values: Partial<Record<ImportField, string | number>>;
  problem?: string;
}

function readRow({ cells }: TextRow, columns: readonly FieldColumn[], currency: string): Draft {
  const draft: Draft = { values: {} };
  const written: { symbol: string; cell: string }[] = [];
  for (const { field, index, header, read } of columns) {
    const cell = cells[index]!;
    const value = read(cell);
    if (value instanceof Unreadable) draft.problem ??= `${header}: ${value.why}`;
    else if (typeof value === 'object') {
      draft.values[field] = value.value;
      if (value.currency !== undefined) written.push({ symbol: value.currency, cell });
    } else if (value !== undefined) draft.values[field] = value;
  }
  for (const { symbol, cell } of written) {
    const stated = draft.values.currency as string | undefined;
    const code = currencyOf(symbol, stated ?? currency);
    const amount = cutText(cell.trim(), 40);
    if (code === undefined) draft.problem ??= `the currency of "${amount}" is not clear; name it in a currency column`;
    else if (stated !== undefined && stated !== code) draft.problem ??= `"${amount}" is not in ${stated}`;
    else draft.values.currency = code;
  }
  return draft;
}

function finish(draft: Draft, { line, cells }: TextRow, rules: RowReading): IncomingDeal | RejectedRow {
  const { partner, partner_crm_id, partner_domain, actual_amount, actual_close_date, ...values } = draft.values;
  const found = rules.statusOf(cells);
  const status = found && 'status' in found ? found.status : undefined;
  if (status !== undefined && status !== 'open') {
    if (actual_amount !== undefined) values.amount = actual_amount;
    if (actual_close_date !== undefined) values.close_date = actual_close_date;
  }
  if (rules.mapping.currency !== undefined) values.currency ??= rules.mapping.currency;
  const fields = values as Partial<Deal>;
  const why = draft.problem ?? (status === undefined ? 'has neither a stage nor a status' : undefined);
  if (why !== undefined || status === undefined) return { line, why: why!, ...moneyOf(fields) };
  return {
    line,
    fields,
    status,
    partner: {
      ...(typeof partner === 'string' && { name: partner }),
      ...(typeof partner_crm_id === 'string' && { crmId: partner_crm_id }),
      ...(typeof partner_domain === 'string' && { domain: partner_domain }),
    },
  };
}

function moneyOf({ amount, currency }: Partial<Deal>): Pick<RejectedRow, 'amount' | 'currency'> {
  return { ...(amount !== undefined && { amount }), ...(currency !== undefined && { currency }) };
}

/** What was noticed in single cells, said once a column. */
class Notes {
  private readonly cells = new Map<
    string,
    { field: ImportField; what: 'unknown label' | 'cut'; rows: number; labels: Set<string> }
  >();

  add(field: ImportField, what: 'unknown label' | 'cut', cell: string): void {
    const key = `${field} ${what}`;
    const note = this.cells.get(key) ?? { field, what, rows: 0, labels: new Set() };
    note.rows += 1;
    if (note.labels.size < 5) note.labels.add(cutText(cell.trim(), 30));
    this.cells.set(key, note);
  }

  sentences(columns: readonly FieldColumn[]): string[] {
    return Array.from(this.cells.values(), ({ field, what, rows, labels }) => {
      const header = columns.find((column) => column.field === field)!.header;
      const count = formatSentence(sentence('{rows|row|rows}', { rows: countValue(rows) }), { locale: 'en-GB' });
      if (what === 'cut') return `column "${header}": text above 2,000 characters was cut (${count})`;
      const said = [...labels].map((label) => `"${label}"`).join(', ');
      return `column "${header}": left empty where it says what ${field} cannot hold, such as ${said} (${count})`;
    });
  }
}
