import { isKnown } from '../../units/missing.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { count, date, text } from '../../units/value.ts';
import { selectDeals, type DealAt, type Selection } from '../deals-at.ts';
import type { CountedRecords, Evidence } from '../figure.ts';
import type { TableQuery } from '../../schema/metric-tables.ts';
import { askedRows, askTable, type AskedRows, type AskedSpan } from './ask-table.ts';
import type { MetricBasis } from './metric-basis.ts';
import type { MetricSpan } from './metric-spans.ts';
import type { SourceReading } from './source-reading.ts';
import type { MetricRow, MetricTable, SeenOn } from './rows/metric-table.ts';

/** Asks a partner's table for a period, with the rows that were counted and left out. */
export function readTable(
  basis: MetricBasis,
  { query, grain }: { readonly query: TableQuery; readonly grain: 'flow' | 'average' | 'state' },
  span: MetricSpan,
): SourceReading {
  const seenOn = grain === 'state' ? stateOn(basis, query, span) : resultsOn(basis);
  const asked: AskedSpan =
    grain === 'state' ? { day: seenOn.day } : { within: span.range, whole: span.whole, day: span.range.to };
  const table = basis.rowsOf(query.from, seenOn);
  const formula = formulaOf(query);
  if (!isKnown(table)) return { number: table, evidence: () => ({ formula, sources: [] }) };
  return { number: askTable(query, table, asked), evidence: () => evidenceOf({ query, table, asked, formula }) };
}

/** Deals stand as the newest export tells them, everything else as on the as-of day. */
function stateOn({ input: { review } }: MetricBasis, { from }: TableQuery, span: MetricSpan): SeenOn {
  const [day, today] = from === 'deals' ? [span.day.deals, review.pipeline] : [span.day.others, review.asOf];
  return { day, isPast: day < today };
}

function resultsOn({ input: { review } }: MetricBasis): SeenOn {
  return { day: review.results, isPast: review.results < review.pipeline };
}

function formulaOf({ from, where, date: by, ...measure }: TableQuery): string {
  const rows = `${from}${where ? ` where ${where.text}` : ''}`;
  const period = by === undefined ? '' : `, by ${words(by)}`;
  return `${measureWords(measure, rows)}${period}`;
}

function measureWords(
  { sum, mean, share, distinct, days_since: since }: Omit<TableQuery, 'from' | 'where' | 'date'>,
  rows: string,
): string {
  if (sum) return `sum of ${sum.text} of the ${rows}`;
  if (mean) return `mean of ${mean.text} of the ${rows}`;
  if (share) return `share of the ${rows} for which ${share.text}`;
  if (distinct !== undefined) return `number of different ${words(distinct)} among the ${rows}`;
  return since === undefined ? `number of ${rows}` : `days since the newest ${words(since)} of the ${rows}`;
}

function evidenceOf({
  query,
  table,
  asked,
  formula,
}: {
  readonly query: TableQuery;
  readonly table: MetricTable;
  readonly asked: AskedSpan;
  readonly formula: string;
}): Evidence {
  const rows = askedRows(query, table, asked);
  return {
    formula,
    rows: rowsSentence(table, asked),
    ...(query.from === 'deals' ? { selection: dealSelection(rows) } : { records: recordsOf(rows, table) }),
    sources: [sentence('{file}, {rows|row|rows}', { file: text(table.file), rows: count(table.rows.length) })],
  };
}

function rowsSentence({ what }: MetricTable, { within, day }: AskedSpan): Sentence {
  return within
    ? sentence('{what} of {from} to {to}', { what: text(what), from: date(within.from), to: date(within.to) })
    : sentence('{what} as of {day}', { what: text(what), day: date(day) });
}

/** Rows that are deals, as every figure over deals shows them. */
function dealSelection({ counted, leftOut }: AskedRows): Selection {
  const dealsOf = (rows: readonly MetricRow[]): DealAt[] => rows.flatMap(({ deal }) => deal ?? []);
  return {
    ...selectDeals(dealsOf(counted), () => true),
    leftOut: Array.from(leftOut, ([reason, rows]) => ({ reason, deals: dealsOf(rows) })),
  };
}

function recordsOf({ counted, leftOut }: AskedRows, { what }: MetricTable): CountedRecords {
  const namesOf = (rows: readonly MetricRow[]) => rows.map(({ name }) => name);
  return {
    what,
    counted: namesOf(counted),
    leftOut: Array.from(leftOut, ([reason, rows]) => ({ reason, records: namesOf(rows) })),
  };
}

function words(name: string): string {
  return name.replaceAll('_', ' ');
}
