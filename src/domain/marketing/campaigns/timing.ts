import { addQuarters, formatFiscalQuarter, type FiscalQuarter } from '../../../units/fiscal-quarter.ts';
import { isKnown, isMissing, missing, whenKnown, type Known } from '../../../units/missing.ts';
import { addDays, daysBetween, earlier, type PlainDate } from '../../../units/plain-date.ts';
import { fiscalQuarterOf, rangeOfQuarter, type DateRange, type FiscalCalendar } from '../../fiscal-calendar.ts';

/** When what a tactic wins is won, as shares of all of it that add up to 1. */
export interface RevenueTiming {
  /** In quarters before the plan's: a run that began before it. */
  readonly earlier: number;
  readonly inQuarter: number;
  readonly later: number;
  /** Every quarter in which something is won, in order. */
  readonly quarters: readonly { readonly quarter: FiscalQuarter; readonly share: number }[];
}

/**
 * Places what a run wins in the fiscal quarters in which it is won: leads come evenly over the days of the run, both ends counted, and each
 * is won a number of days after it came (house default: everything at the average, no spread around it).
 * @param run.end the last day; left out: all leads come on the first
 * @param daysToWon days from inquiry to order; a part of a day counts as the nearest whole
 */
export function revenueTiming({
  run,
  daysToWon,
  quarter,
  calendar,
}: {
  readonly run: { readonly start: PlainDate; readonly end?: PlainDate | undefined };
  readonly daysToWon: Known<number>;
  readonly quarter: FiscalQuarter;
  readonly calendar: FiscalCalendar;
}): Known<RevenueTiming> {
  const { start, end = start } = run;
  if (end < start) return missing('the run ends before it starts');
  return whenKnown([daysToWon], (days) => {
    const won = { from: addDays(start, Math.round(days)), to: addDays(end, Math.round(days)) };
    const all = daysIn(won);
    const parts = quartersOf(won, calendar).map((each) => ({
      quarter: each,
      days: daysIn(overlap(won, rangeOfQuarter(each, calendar))),
    }));
    const share = (side: (difference: number) => boolean) =>
      parts.reduce((sum, part) => sum + (side(compare(part.quarter, quarter)) ? part.days : 0), 0) / all;
    return {
      earlier: share((difference) => difference < 0),
      inQuarter: share((difference) => difference === 0),
      later: share((difference) => difference > 0),
      quarters: parts.map((part) => ({ quarter: part.quarter, share: part.days / all })),
    };
  });
}

/** An amount that is won with this timing, in the plan's quarter and later. */
export function placedInQuarters(
  total: Known<number>,
  timing: Known<RevenueTiming>,
): Record<'earlier' | 'inQuarter' | 'later', Known<number>> {
  const part = (share: (known: RevenueTiming) => number) =>
    whenKnown([total, timing], (amount: number, known: RevenueTiming) => amount * share(known));
  return {
    earlier: part((known) => known.earlier),
    inQuarter: part((known) => known.inQuarter),
    later: part((known) => known.later),
  };
}

/** What several tactics win, by quarter, in order. Unknown as soon as one of them is. */
export function amountsByQuarter(
  parts: readonly { readonly total: Known<number>; readonly timing: Known<RevenueTiming> }[],
): Known<readonly QuarterAmount[]> {
  const placed = parts.map(({ total, timing }) =>
    whenKnown([total, timing], (amount: number, { quarters }: RevenueTiming) =>
      quarters.map(({ quarter, share }) => ({ quarter, amount: amount * share })),
    ),
  );
  const unknown = placed.find(isMissing);
  if (unknown) return unknown;
  const sums = new Map<string, QuarterAmount>();
  for (const { quarter, amount } of placed.filter(isKnown).flat()) {
    const name = formatFiscalQuarter(quarter);
    sums.set(name, { quarter, amount: (sums.get(name)?.amount ?? 0) + amount });
  }
  return [...sums.values()].toSorted((a, b) => compare(a.quarter, b.quarter));
}

export interface QuarterAmount {
  readonly quarter: FiscalQuarter;
  readonly amount: number;
}

function quartersOf({ from, to }: DateRange, calendar: FiscalCalendar): FiscalQuarter[] {
  const last = fiscalQuarterOf(to, calendar);
  const quarters = [fiscalQuarterOf(from, calendar)];
  while (compare(quarters.at(-1)!, last) < 0) quarters.push(addQuarters(quarters.at(-1)!, 1));
  return quarters;
}

function overlap(a: DateRange, b: DateRange): DateRange {
  return { from: a.from > b.from ? a.from : b.from, to: earlier(a.to, b.to) };
}

function daysIn({ from, to }: DateRange): number {
  return daysBetween(from, to) + 1;
}

function compare(a: FiscalQuarter, b: FiscalQuarter): number {
  return a.year * 4 + a.quarter - (b.year * 4 + b.quarter);
}
