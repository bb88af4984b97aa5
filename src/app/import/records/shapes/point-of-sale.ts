import type { Fact } from '../../../../schema/fact.ts';
import { firstFew } from '../../../../units/first-few.ts';
import type { PlainDate } from '../../../../units/plain-date.ts';
import { monthOf, type YearMonth } from '../../../../units/year-month.ts';
import { groupIn } from '../../group-in.ts';
import { MoneySum } from '../../money-sum.ts';
import type { PlacedRow, RecordRow, ShapeContext, ShapedRows } from '../record-kind.ts';
import { coverageOf, spanOf, type CoveredDays } from './covered-days.ts';
import { posSource, readPosParts, type PosPart } from './pos-parts.ts';
import { uniqueLines } from './unique-lines.ts';

/** The metric that holds what a distributor sold to a reseller. */
const METRIC = 'pos';

/** A line of the distributor that can be counted. */
interface SoldLine {
  readonly line: number;
  readonly partner: string;
  readonly month: YearMonth;
  readonly amount: number;
  /** As the file names it; otherwise it is the partner's. */
  readonly currency: string | undefined;
}

/**
 * Sums a distributor's lines to a figure for each reseller and month. A file replaces what the same source said before only for months,
 * or the days of a month, that it covers again; lines of other days of such a month are refused, because they cannot be told from ones
 * that are in the sum already.
 */
export function shapePointOfSale(rows: readonly PlacedRow[], context: ShapeContext): ShapedRows {
  const { kept, rejected: conflicting, repeated, warnings } = uniqueLines(rows);
  const span = spanOf(
    context.allRows.flatMap(({ values: { date } }) => (date === undefined ? [] : [date as PlainDate])),
  );
  const rejected = [...conflicting];
  const months = new Map<string, SoldLine[]>();
  for (const row of kept) {
    const sold = soldLine(row);
    if (typeof sold === 'string') rejected.push({ line: row.line, why: sold, amount: row.values['amount'] as number });
    else groupIn(months, `${sold.partner} ${sold.month}`).push(sold);
  }
  const records: RecordRow[] = [];
  for (const lines of months.values()) {
    const outcome = monthRecord(lines, span!, context);
    if ('why' in outcome)
      rejected.push(...lines.map(({ line, amount, currency }) => ({ line, ...outcome, amount, currency })));
    else records.push(outcome);
  }
  const missing = span ? resellersMissing(records, span, context) : [];
  return {
    records,
    rejected,
    repeated,
    warnings: [...warnings, ...(span ? partialMonths(records, span) : []), ...missing],
  };
}

function soldLine({ line, partner, values }: PlacedRow): SoldLine | string {
  const { date, amount, quantity, unit_price: price, currency } = values;
  if (date === undefined) return 'has no date';
  const value = amount ?? (typeof quantity === 'number' && typeof price === 'number' ? quantity * price : undefined);
  if (value === undefined) return 'has no amount';
  const month = monthOf(date as PlainDate);
  return { line, partner, month, amount: value as number, currency: currency as string | undefined };
}

function monthRecord(
  lines: readonly SoldLine[],
  span: CoveredDays,
  context: ShapeContext,
): RecordRow | { why: string } {
  const { partner, month, currency } = lines[0]!;
  const others = [...new Set(lines.map((line) => line.currency ?? 'no named currency'))];
  if (others.length > 1) return { why: `${month} has lines in ${others.join(' and ')}; currencies are not added` };
  const covered = coverageOf(month, span);
  const present = factOf(partner, month, context);
  const parts = present ? readPosParts(present.source ?? '', { value: present.value, month }) : [];
  const why = whyKept(present, { parts, covered, currency, ...context });
  if (why !== undefined) return { why: `${month} ${why}` };
  const sum = new MoneySum();
  for (const { amount } of lines) sum.add(amount, '');
  const own = { source: context.source, amount: toCents(sum), from: covered.from, to: covered.to };
  const all = [...parts.filter(({ source }) => source !== own.source), own].sort((a, b) =>
    a.source < b.source ? -1 : 1,
  );
  const whole = new MoneySum();
  for (const { amount } of all) whole.add(amount, '');
  return {
    lines: lines.map(({ line }) => line),
    partner,
    values: { metric: METRIC, period: month, value: toCents(whole), currency, source: posSource(all, month) },
    worth: own.amount,
  };
}

function toCents(sum: MoneySum): number {
  return Number(sum.total().amount!.toFixed(4));
}

interface Keeping {
  readonly parts: readonly PosPart[];
  readonly covered: CoveredDays;
  readonly currency: string | undefined;
  readonly source: string;
}

/** Why what stands is not replaced; undefined where the file covers all that its source said before. */
function whyKept(present: Fact | undefined, { parts, covered, currency, source }: Keeping): string | undefined {
  const before = parts.find((part) => part.source === source);
  if (!before && present && present.currency !== currency) {
    return `stands in ${present.currency ?? 'no named currency'}, this file is in ${currency ?? 'no named currency'}; currencies are not added`;
  }
  if (!before || (covered.from <= before.from && covered.to >= before.to)) return undefined;
  return `stands from ${before.from} to ${before.to}, this file has it from ${covered.from} to ${covered.to}: import a file of the whole month`;
}

function factOf(partner: string, month: YearMonth, { filesOf }: ShapeContext): Fact | undefined {
  const facts = filesOf.get(partner)?.facts?.rows ?? [];
  return facts.find(({ metric, period }) => metric === METRIC && period === month);
}

/** Says which months the file has in part. */
function partialMonths(records: readonly RecordRow[], span: CoveredDays): string[] {
  const months = [...new Set(records.map(({ values }) => values['period'] as YearMonth))].sort();
  const whole = months.filter((month) => coverageOf(month, span).whole);
  const said = whole.length === 0 ? [] : [`taken as whole: ${whole.join(', ')}`];
  const parts = months
    .map((month) => ({ month, ...coverageOf(month, span) }))
    .filter((covered) => !covered.whole)
    .map(({ month, from, to }) => `${month} only from ${from} to ${to}, to be replaced by a file with more of it`);
  return said.length + parts.length === 0
    ? []
    : [`the lines run from ${span.from} to ${span.to}; ${[...said, ...parts].join('; ')}`];
}

/** Resellers the same source had in a whole month and has no longer: left as they are, and said. */
function resellersMissing(
  records: readonly RecordRow[],
  span: CoveredDays,
  { territory, source }: ShapeContext,
): string[] {
  const inFile = new Set(records.map(({ partner, values }) => `${partner} ${values['period']}`));
  const gone = territory.partners.flatMap(({ id, facts }) =>
    (facts?.rows ?? [])
      .filter(
        ({ metric, period, value, source: written = '' }) =>
          metric === METRIC &&
          /^\d{4}-\d{2}$/.test(period) &&
          readPosParts(written, { value, month: period as YearMonth }).some((part) => part.source === source),
      )
      .filter(({ period }) => period >= monthOf(span.from) && period <= monthOf(span.to))
      .filter(({ period }) => coverageOf(period as YearMonth, span).whole && !inFile.has(`${id} ${period}`))
      .map(({ period }) => `${id} ${period}`),
  );
  if (gone.length === 0) return [];
  return [`no lines any more for ${firstFew(gone, 10)}; what stood there was left`];
}
