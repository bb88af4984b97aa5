import type { Fact } from '../../schema/fact.ts';
import { parseFiscalQuarter, parseFiscalYear } from '../../units/fiscal-quarter.ts';
import { parsePlainDate, type PlainDate } from '../../units/plain-date.ts';
import { firstDay, lastDay, parseYearMonth } from '../../units/year-month.ts';
import { rangeOfQuarter, rangeOfYear, type DateRange, type FiscalCalendar } from '../fiscal-calendar.ts';

/** A fact with the days its period spans. */
export interface DatedFact {
  readonly fact: Fact;
  readonly range: DateRange;
}

/** The facts of one metric in the order of their last day. */
export function factsOf(facts: readonly Fact[], metric: string, calendar: FiscalCalendar): readonly DatedFact[] {
  return facts
    .filter((fact) => fact.metric === metric)
    .map((fact) => ({ fact, range: rangeOfPeriod(fact.period, calendar) }))
    .sort((a, b) => (a.range.to < b.range.to ? -1 : a.range.to > b.range.to ? 1 : 0));
}

/**
 * Facts of periods that lie wholly within a span and have begun by `known`: facts know no days, so one of a running period is what is
 * known of it so far, and one of a period ahead is not a fact yet. A period in which a shorter one lies is told by the shorter ones: a
 * quarter and its months are never added.
 *
 * @param known the day of the data
 */
export function factsWithin(facts: readonly DatedFact[], span: DateRange, known: PlainDate): readonly DatedFact[] {
  const inside = facts.filter(({ range }) => range.from >= span.from && range.to <= span.to && range.from <= known);
  return inside.filter(({ range }) => !inside.some((other) => isShorterWithin(other.range, range)));
}

function isShorterWithin(inner: DateRange, outer: DateRange): boolean {
  const isWithin = inner.from >= outer.from && inner.to <= outer.to;
  return isWithin && (inner.from !== outer.from || inner.to !== outer.to);
}

/** The days of a period a fact names: a day, a month, a fiscal quarter or a fiscal year. */
function rangeOfPeriod(period: string, calendar: FiscalCalendar): DateRange {
  const day = parsePlainDate(period);
  if (day) return { from: day, to: day };
  const month = parseYearMonth(period);
  if (month) return { from: firstDay(month), to: lastDay(month) };
  const quarter = parseFiscalQuarter(period);
  return quarter ? rangeOfQuarter(quarter, calendar) : rangeOfYear(parseFiscalYear(period)!, calendar);
}
