import { evaluate, holds } from '../../expression/evaluate.ts';
import type { Expression, ExpressionValue, Scope } from '../../expression/expression.ts';
import { namesIn } from '../../expression/names-in.ts';
import type { TableQuery } from '../../schema/metric-tables.ts';
import { missing, whenKnown, type Known } from '../../units/missing.ts';
import { daysBetween, type PlainDate } from '../../units/plain-date.ts';
import { sum } from '../deals-at.ts';
import type { DateRange } from '../fiscal-calendar.ts';
import type { MetricRow, MetricTable } from './rows/metric-table.ts';

/** The days a question is about. */
export interface AskedSpan {
  /** Rows dated in these days count; undefined where the state of the day is asked. */
  readonly within?: DateRange;
  /** The whole period of which `within` may be the first part: a row about the period belongs to it. */
  readonly whole?: DateRange;
  /** The day looked at, to which `days_to_…` counts. */
  readonly day: PlainDate;
}

/** The rows an answer rests on, and those it leaves out by the reason, in the order of the first row that has it. */
export interface AskedRows {
  readonly counted: readonly MetricRow[];
  readonly leftOut: ReadonlyMap<string, readonly MetricRow[]>;
}

/** Answers a question from the rows of a table. A field that was not loaded makes the answer unknown, never zero. */
export function askTable(query: TableQuery, table: MetricTable, span: AskedSpan): Known<number> {
  const gap = unknownField(query, table);
  if (gap !== undefined) return missing(gap);
  const verdict = verdictOn(query, span);
  const counted = table.rows.filter((row) => verdict(row) === true);
  if (counted.length === 0 && table.isByPeriod && span.within) return missing(`no ${table.what} for the period`);
  return measure(query, counted, { what: table.what, span });
}

/** The rows behind an answer, for whoever asks why. */
export function askedRows(query: TableQuery, table: MetricTable, span: AskedSpan): AskedRows {
  const counted: MetricRow[] = [];
  const leftOut = new Map<string, MetricRow[]>();
  if (unknownField(query, table) !== undefined) return { counted, leftOut };
  const verdict = verdictOn(query, span);
  for (const row of table.rows) {
    const found = verdict(row);
    if (found === true) counted.push(row);
    else if (!leftOut.get(found)?.push(row)) leftOut.set(found, [row]);
  }
  return { counted, leftOut };
}

/** Judges rows: why one does not count, or true. */
function verdictOn(query: TableQuery, span: AskedSpan): (row: MetricRow) => true | string {
  const { where, share, distinct } = query;
  const period = periodVerdict(query, span);
  // What is unknown is neither in the share nor beside it.
  const needed = [...(share ? unguardedNames(share) : []), ...(distinct === undefined ? [] : [distinct])];
  return (row) => {
    const inPeriod = period(row);
    if (inPeriod !== true) return inPeriod;
    const scope = scopeOf(row, span.day);
    if (where && !holds(where, scope)) return 'condition not met';
    const unknown = needed.find((name) => scope.value(name) === undefined);
    return unknown === undefined ? true : `${words(unknown)} unknown`;
  };
}

function periodVerdict({ date }: TableQuery, { within, whole = within }: AskedSpan): (row: MetricRow) => true | string {
  if (date === undefined || !within || !whole) return () => true;
  const by = words(date);
  const [undated, before, after] = [`without ${by}`, `before the period, by ${by}`, `after the period, by ${by}`];
  return ({ cell, period }) => {
    const day = cell(date);
    if (typeof day !== 'string') return undated;
    const { from, to } = period ?? { from: day, to: day };
    if (from < within.from) return before;
    if (from > within.to) return after;
    return to <= whole.to ? true : 'for a longer period';
  };
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
  if (distinct !== undefined) return new Set(rows.map(({ cell }) => cell(distinct))).size;
  if (since !== undefined) {
    const days = rows.flatMap(({ cell }) => {
      const day = cell(since);
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

function scopeOf({ cell }: MetricRow, day: PlainDate): Scope {
  return {
    value: (name): ExpressionValue => {
      if (name === 'day') return day;
      if (!name.startsWith(SPAN)) return cell(name);
      const date = cell(name.slice(SPAN.length));
      return typeof date === 'string' ? daysBetween(day, date as PlainDate) : undefined;
    },
    columnLoaded: () => true,
  };
}

/** Why the question cannot be answered: a field was not loaded, or its earlier state is not on record. */
function unknownField(query: TableQuery, { what, columns, unrecorded, rows }: MetricTable): string | undefined {
  const fields = fieldsOf(query);
  const lost = fields.find((field) => unrecorded.includes(field));
  if (lost !== undefined) return `${words(lost)} of ${what} is on record for today only`;
  if (!columns) return undefined;
  // A column without a single value says as little as one that is not there.
  const isEmpty = (field: string) => rows.length > 0 && rows.every(({ cell }) => cell(field) === undefined);
  const asked = comparedFields(query);
  const absent = fields.find((field) => !columns.has(field) || (asked.includes(field) && isEmpty(field)));
  return absent === undefined ? undefined : `${words(absent)} of ${what} not loaded`;
}

/** Fields of the conditions that are not asked with known(). */
function comparedFields({ where, share }: TableQuery): string[] {
  return [where, share].flatMap((part) => (part ? unguardedNames(part).map(fieldOfName) : []));
}

function fieldsOf({ where, date, sum: added, mean, share, distinct, days_since: since }: TableQuery): string[] {
  const expressions = [where, added, mean, share].flatMap((part) => (part ? [...namesIn(part)] : []));
  const named = [date, distinct, since].filter((field) => field !== undefined);
  return [...new Set([...expressions, ...named].map(fieldOfName))].filter((name) => name !== 'day');
}

function fieldOfName(name: string): string {
  return name.startsWith(SPAN) ? name.slice(SPAN.length) : name;
}

/** Names of a condition that it does not ask with known(). */
function unguardedNames(condition: Expression): string[] {
  return [...namesIn(condition)].filter((name) => !condition.text.includes(`known(${name})`));
}

function words(name: string): string {
  return name.replaceAll('_', ' ');
}
