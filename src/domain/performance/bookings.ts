import { isKnown, isMissing, missing, whenKnown, type Known, type Missing } from '../../units/missing.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { addMonths, firstDay, lastDay, monthOf, type YearMonth } from '../../units/year-month.ts';
import { correctionsWithin, type Correction } from '../adjustments/corrections.ts';
import { selectDeals, sum, type DealAt, type Selection } from '../deals-at.ts';
import type { DateRange } from '../fiscal-calendar.ts';
import { overlapDays } from '../targets.ts';
import type { MonthlyFacts } from './booking-facts.ts';

/**
 * Bookings of a span: won deals by close date and, for months without any, the month's fact. The two are never added up. Accepted
 * corrections of the span's months come on top.
 */
export interface BookingsSpan {
  readonly amount: Known<number>;
  /** What deals and facts say, before corrections. */
  readonly booked: Known<number>;
  readonly corrections: readonly Correction[];
  readonly selection: Selection;
  readonly factMonths: readonly YearMonth[];
}

/** Bookings of a partner, to be asked for any span. Amounts in the partner's currency. */
export interface Bookings {
  readonly loaded: boolean;
  /** Months in which a deal was won that counts, in no order. */
  readonly months: ReadonlySet<YearMonth>;
  /** The first day of which anything is told: a deal was won or lost on it, or a fact's month begins. What was booked before, nobody says. */
  readonly toldFrom?: PlainDate;
  between(range: DateRange): BookingsSpan;
}

/**
 * @param deals the partner's deals as they stood on the results date; undefined when none were loaded
 * @param facts bookings of months in the partner's currency; they stand in for months without won deals
 * @param corrections those that hold; they correct what is known and make nothing known that is not
 */
export function bookingsOf(
  deals: readonly DealAt[] | undefined,
  facts: MonthlyFacts,
  corrections: readonly Correction[] = [],
): Bookings {
  const monthsWithDeals = new Set((deals ?? []).filter(isBooking).map(({ deal }) => monthOf(deal.close_date!)));
  const monthlyFacts = new Map([...facts].filter(([month]) => !monthsWithDeals.has(month)));
  const loaded = deals !== undefined || monthlyFacts.size > 0;
  const toldFrom = firstTold(deals ?? [], facts);
  return {
    loaded,
    months: monthsWithDeals,
    ...(toldFrom && { toldFrom }),
    between: (range) => {
      const selection = selectDeals(deals ?? [], (deal) => bookingVerdict(deal, range));
      const factMonths = monthsTouched(range).filter((month) => monthlyFacts.has(month));
      const within = correctionsWithin(corrections, range);
      const booked =
        deals !== undefined || factMonths.length > 0
          ? total(selection, factMonths, monthlyFacts, range)
          : missing('no deals imported');
      return {
        selection,
        factMonths,
        booked,
        corrections: within,
        amount: whenKnown([booked], (known) => known + sum(within.map(({ amount }) => amount))),
      };
    },
  };
}

function firstTold(deals: readonly DealAt[], facts: MonthlyFacts): PlainDate | undefined {
  let first: PlainDate | undefined;
  const tell = (on: PlainDate) => {
    if (first === undefined || on < first) first = on;
  };
  for (const { deal, state } of deals)
    if (deal.close_date && (state === 'won' || state === 'lost')) tell(deal.close_date);
  for (const month of facts.keys()) tell(firstDay(month));
  return first;
}

function isBooking(deal: DealAt): boolean {
  return deal.state === 'won' && deal.counts && deal.deal.close_date !== undefined;
}

/** Why a deal is not a booking of a span, or true. */
function bookingVerdict({ deal, state, counts, amount }: DealAt, range: DateRange): true | string {
  if (state === 'not yet created') return 'created later';
  if (state !== 'won') return state;
  if (!counts) return `${deal.type ?? 'other'} deals are no bookings in this program`;
  if (deal.close_date === undefined) return 'won without a close date';
  if (deal.close_date < range.from) return 'won before';
  if (deal.close_date > range.to) return 'won after';
  return isKnown(amount) || amount.missing === 'no amount' ? true : amount.missing;
}

function total(
  { amount, counted, leftOut }: Selection,
  factMonths: readonly YearMonth[],
  facts: MonthlyFacts,
  range: DateRange,
): Known<number> {
  if (factMonths.length === 0) return counted.length === 0 ? (unconverted(leftOut) ?? amount) : amount;
  const fromFacts = factMonths.map((month) =>
    whenKnown([facts.get(month)!], (booked) => booked * shareOfMonth(month, range)),
  );
  const unknown = fromFacts.find(isMissing);
  return unknown ?? (isKnown(amount) ? amount : 0) + sum(fromFacts.filter(isKnown));
}

/** Why the amount of won deals is unknown when all of them are in a currency without a rate: that is not a zero. */
function unconverted(leftOut: Selection['leftOut']): Missing | undefined {
  const reasons = new Set(leftOut.map(({ reason }) => reason));
  const amounts = leftOut.flatMap(({ deals }) => deals.map(({ amount }) => amount));
  return amounts.find((amount): amount is Missing => isMissing(amount) && reasons.has(amount.missing));
}

/** Facts know no days: a month in part counts by its days. */
function shareOfMonth(month: YearMonth, range: DateRange): number {
  const days = { from: firstDay(month), to: lastDay(month) };
  return overlapDays(days, range) / overlapDays(days, days);
}

function monthsTouched({ from, to }: DateRange): YearMonth[] {
  const months: YearMonth[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) months.push(month);
  return months;
}
