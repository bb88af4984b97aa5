import type { MonthValues } from '../../domain/month-model/evaluate-months.ts';
import { quotient } from '../../domain/quotient.ts';
import { missing, type Known } from '../../units/missing.ts';
import { internalRate } from './internal-rate.ts';

/** What a plan comes to. Amounts in its currency, rates a year as ratios, months counted from 1. */
export interface PlanResults {
  /** Cumulative profit after the last month, what was put in at the start included. */
  readonly endCumulative: number;
  readonly payback: Payback;
  /** First month that does not lose money, and the first from which none does. */
  readonly breakeven: { readonly first: Known<number>; readonly lasting: Known<number> };
  /** The deepest the money goes down; 0 when it never is below zero. */
  readonly peakFunding: { readonly amount: number; readonly month: number };
  /** End cumulative ÷ everything invested. */
  readonly returnOnInvestment: Known<number>;
  readonly netPresentValue: number;
  /** A year; unknown with the reason when there is none or more than one. */
  readonly internalRate: Known<number>;
  readonly endingRecurring: number;
  /** End cumulative ÷ what the vendor's product is sold for. */
  readonly profitPerProductDollar: Known<number>;
  readonly ownPerProductDollar: Known<number>;
  readonly grossMargin: Known<number>;
  readonly netMarginYear3: Known<number>;
  readonly revenue: number;
  readonly mostPeople: number;
}

/** When the money put in is back. */
export type Payback =
  /** `exact` is the month with its fraction: 10.4. */
  | { readonly kind: 'month'; readonly month: number; readonly exact: number }
  /** It came back once and was lost again: no success to report. */
  | { readonly kind: 'lost again'; readonly month: number; readonly lostIn: number }
  | { readonly kind: 'never' }
  /** The money never went below zero. */
  | { readonly kind: 'nothing to pay back' };

const MONTHS_A_YEAR = 12;

/**
 * The results of a plan from its months.
 * @param values every line by month, as the model gives them
 * @param rate discount rate a year, a ratio; @param initial put in before the first month
 */
export function planResults(
  values: MonthValues,
  { rate, initial }: { readonly rate: number; readonly initial: number },
): PlanResults {
  const line = (key: string) => values.get(key)!;
  const [cumulative, net] = [line('cumulative'), line('net').slice(1)];
  const total = (key: string, months: readonly [number, number] = [1, net.length]) =>
    sum(line(key).slice(months[0], months[1] + 1));
  const end = cumulative.at(-1)!;
  const lowest = Math.min(0, ...cumulative);
  const lastYear: readonly [number, number] = [net.length - MONTHS_A_YEAR + 1, net.length];
  return {
    endCumulative: end,
    payback: paybackOf(cumulative),
    breakeven: breakevenOf(net),
    peakFunding: { amount: -lowest + 0, month: lowest === 0 ? 0 : cumulative.indexOf(lowest) },
    returnOnInvestment: share(end, initial + total('invested'), 'nothing is invested'),
    netPresentValue: presentValue([-initial, ...net], monthlyRate(rate)),
    internalRate: internalRate([-initial, ...net]),
    endingRecurring: line('monthly_recurring').at(-1)!,
    profitPerProductDollar: share(end, total('product_dollars'), 'no product is sold'),
    ownPerProductDollar: share(total('own_dollars'), total('product_dollars'), 'no product is sold'),
    grossMargin: share(total('gross_profit'), total('revenue'), 'no revenue'),
    netMarginYear3: share(total('net', lastYear), total('revenue', lastYear), 'no revenue in year 3'),
    revenue: total('revenue'),
    mostPeople: Math.max(0, ...line('fte').slice(1)),
  };
}

/** The rate a month that gives the rate a year: (1 + annual)^(1/12) − 1. */
export function monthlyRate(annual: number): number {
  return (1 + annual) ** (1 / MONTHS_A_YEAR) - 1;
}

/** What flows of the months 0, 1, 2 … are worth at the start, at a rate a month. */
export function presentValue(flows: readonly number[], rate: number): number {
  return sum(flows.map((flow, month) => flow / (1 + rate) ** month));
}

/** First month in which the cumulative money turns from below zero to zero or more; exact to the fraction of that month's profit. */
function paybackOf(cumulative: readonly number[]): Payback {
  const turns = cumulative.flatMap((now, month) =>
    month > 0 && cumulative[month - 1]! < 0 && now >= 0 ? [month] : [],
  );
  const month = turns[0];
  if (month === undefined) return { kind: cumulative.some((now) => now < 0) ? 'never' : 'nothing to pay back' };
  const lostIn = cumulative.findIndex((now, index) => index > month && now < 0);
  if (cumulative.at(-1)! < 0) return { kind: 'lost again', month, lostIn };
  const before = cumulative[month - 1]!;
  return { kind: 'month', month, exact: month - 1 + -before / (cumulative[month]! - before) };
}

function breakevenOf(net: readonly number[]): PlanResults['breakeven'] {
  const first = net.findIndex((profit) => profit >= 0);
  const lastLoss = net.findLastIndex((profit) => profit < 0);
  const never = missing('no month without a loss');
  return {
    first: first === -1 ? never : first + 1,
    lasting: lastLoss === net.length - 1 ? missing('the last month still loses money') : lastLoss + 2,
  };
}

function share(part: number, whole: number, reason: string): Known<number> {
  return whole === 0 ? missing(reason) : quotient(part, whole);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
