import { evaluate, holds } from '../../expression/evaluate.ts';
import type { Expression, ExpressionValue, Scope } from '../../expression/expression.ts';
import { namesIn } from '../../expression/names-in.ts';
import type { MetricTableName } from '../../schema/metric-tables.ts';
import { missing, whenKnown, type Known } from '../../units/missing.ts';
import { daysBetween, type PlainDate } from '../../units/plain-date.ts';
import { sum } from '../deals-at.ts';
import type { DateRange } from '../fiscal-calendar.ts';
import type { MetricRow, MetricTable } from './rows/metric-table.ts';

/** A question to a table, as `metrics.yaml` writes it; without a measure its rows are counted. */
export interface TableQuery {
  readonly from: MetricTableName;
  readonly where?: Expression | undefined;
  readonly date?: string | undefined;
  readonly sum?: Expression | undefined;
  readonly mean?: Expression | undefined;
  readonly share?: Expression | undefined;
  readonly distinct?: string | undefined;
  readonly days_since?: string | undefined;
}

/** The days a question is about. */
export interface AskedSpan {
  /** Rows dated in these days count; undefined where the state of the day is asked. */
  readonly within?: DateRange;
  /** The whole period of which `within` may be the first part: a row about the period belongs to it. */
  readonly whole?: DateRange;
  /** The day looked at, to which `days_to_…` counts. */
  readonly day: PlainDate;
}

/** An answer with the rows it rests on. */
export interface TableAnswer {
  readonly value: Known<number>;
  readonly counted: readonly MetricRow[];
  /** By the reason, in the order of the first row that has it. */
  readonly leftOut: ReadonlyMap<string, readonly MetricRow[]>;
}

/** Answers a question from the rows of a table. A field that was not loaded makes the answer unknown, never zero. */
export function askTable(query: TableQuery, table: MetricTable, span: AskedSpan): TableAnswer {
  const gap = unknownField(query, table);
  if (gap !== undefined) return { value: missing(gap), counted: [], leftOut: new Map() };
  const counted: MetricRow[] = [];
  const leftOut = new Map<string, MetricRow[]>();
  for (const row of table.rows) {
    const verdict = verdictOf(row, query, span);
    if (verdict === true) counted.push(row);
    else if (!leftOut.get(verdict)?.push(row)) leftOut.set(verdict, [row]);
  }
  return { value: measure(query, counted, { what: table.what, span }), counted, leftOut };
}

/** Why a row does not count, or true. */
function verdictOf(row: MetricRow, { where, date, share, distinct }: TableQuery, span: AskedSpan): true | string {
  const scope = scopeOf(row, span.day);
  if (date !== undefined && span.within) {
    const verdict = inPeriod(row, date, span.within, span.whole ?? span.within);
    if (verdict !== true) return verdict;
  }
  if (where && !holds(where, scope)) return `not so: ${where.text}`;
  // What is unknown is neither in the share nor beside it.
  const needed = [...(share ? unguardedNames(share) : []), ...(distinct === undefined ? [] : [distinct])];
  const unknown = needed.find((name) => scope.value(name) === undefined);
  return unknown === undefined ? true : `${words(unknown)} unknown`;
}

function inPeriod({ cells, period }: MetricRow, date: string, within: DateRange, whole: DateRange): true | string {
  const day = cells[date];
  if (typeof day !== 'string') return `without ${words(date)}`;
  const { from, to } = period ?? { from: day, to: day };
  if (from < within.from) return `before the period, by ${words(date)}`;
  if (from > within.to) return `after the period, by ${words(date)}`;
  return to <= whole.to ? true : 'for a longer period';
}

function measure(
  { sum: added, mean, share, distinct, days_since: since }: TableQuery,
  rows: readonly MetricRow[],
  { what, span }: { readonly what: string; readonly span: AskedSpan },
): Known<number> {
  const none = missing(`no such ${what} ${span.within ? 'in the period' : 'on record'}`);
  if (added) return rows.length === 0 ? 0 : whenKnown([valuesOf(added, rows, span)], sum);
  if (mean) return whenKnown([rows.length === 0 ? none : valuesOf(mean, rows, span)], (all) => sum(all) / all.length);
  if (share)
    return rows.length === 0 ? none : rows.filter((row) => holds(share, scopeOf(row, span.day))).length / rows.length;
  if (distinct !== undefined) return new Set(rows.map(({ cells }) => cells[distinct])).size;
  if (since !== undefined) {
    const days = rows.flatMap(({ cells }) => {
      const day = cells[since];
      return typeof day === 'string' && day <= span.day ? [day as PlainDate] : [];
    });
    const newest = days.sort().at(-1);
    return newest === undefined ? none : daysBetween(newest, span.day);
  }
  return rows.length;
}

/** The known values of a formula; unknown when there are rows and none has one. */
function valuesOf(formula: Expression, rows: readonly MetricRow[], { day }: AskedSpan): Known<readonly number[]> {
  const known = rows.map((row) => evaluate(formula, scopeOf(row, day))).filter((value) => typeof value === 'number');
  return known.length > 0 ? known : missing(`${words(formula.text)} unknown`);
}

const SPAN = 'days_to_';

function scopeOf({ cells }: MetricRow, day: PlainDate): Scope {
  return {
    value: (name): ExpressionValue => {
      if (name === 'day') return day;
      if (!name.startsWith(SPAN)) return Object.hasOwn(cells, name) ? cells[name] : undefined;
      const date = cells[name.slice(SPAN.length)];
      return typeof date === 'string' ? daysBetween(day, date as PlainDate) : undefined;
    },
    columnLoaded: (name) => Object.hasOwn(cells, name),
  };
}

/** Why the question cannot be answered: a field was not loaded, or its earlier state is not on record. */
function unknownField(query: TableQuery, { what, columns, unrecorded }: MetricTable): string | undefined {
  const fields = fieldsOf(query);
  const absent = columns && fields.find((field) => !columns.has(field));
  if (absent !== undefined) return `${words(absent)} of ${what} not loaded`;
  const lost = fields.find((field) => unrecorded.includes(field));
  return lost === undefined ? undefined : `${words(lost)} of ${what} is on record for today only`;
}

function fieldsOf({ where, date, sum: added, mean, share, distinct, days_since: since }: TableQuery): string[] {
  const expressions = [where, added, mean, share].flatMap((part) => (part ? [...namesIn(part)] : []));
  const named = [date, distinct, since].filter((field) => field !== undefined);
  const fields = [...expressions, ...named].map((name) => (name.startsWith(SPAN) ? name.slice(SPAN.length) : name));
  return [...new Set(fields)].filter((name) => name !== 'day');
}

/** Names of a condition that it does not ask with known(). */
function unguardedNames(condition: Expression): string[] {
  return condition.text.includes('known(') ? [] : [...namesIn(condition)];
}

function words(name: string): string {
  return name.replaceAll('_', ' ');
}
