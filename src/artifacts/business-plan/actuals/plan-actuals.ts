import { monthOfPlan } from '../../../domain/business-plan/plan-on.ts';
import { sum } from '../../../domain/deals-at.ts';
import { factsOf, factsWithin } from '../../../domain/facts/fact-series.ts';
import { sumOfFacts } from '../../../domain/facts/read-facts.ts';
import type { DateRange } from '../../../domain/fiscal-calendar.ts';
import type { BusinessPlan } from '../../../schema/business-plan-file.ts';
import { isKnown, missing, type Known } from '../../../units/missing.ts';
import { addDays, earlier, type PlainDate } from '../../../units/plain-date.ts';
import { addMonths, firstDay, lastDay, monthOf } from '../../../units/year-month.ts';
import type { ArtifactInput } from '../../artifact.ts';
import type { Forecast } from '../forecast.ts';
import { dealsIn } from '../from-history/deals-in.ts';
import { dealsOfOffers } from '../from-history/deals-of-offers.ts';

/** What a line of the plan has come to, against what was planned for the very months that are known. Amounts in the plan's currency. */
export interface PlanActual {
  readonly line: 'product' | 'services' | 'profit';
  readonly actual: Known<number>;
  readonly planned: number;
  /** The months of the plan that are known, counted from 1. */
  readonly months: readonly number[];
}

/** A plan somebody made, worked out, and the partner's files. */
export interface ActualsCase {
  readonly input: ArtifactInput;
  readonly plan: BusinessPlan;
  readonly base: Forecast;
}

/** The facts in which a partner reports its own profit with the vendor's line. */
const PROFIT = 'partner_profit_actual';
const SERVICES = 'services_revenue';

/**
 * Product sold, services and the partner's own profit so far, each against the base plan of the same whole months: a month nobody reported
 * stands on neither side.
 */
export function planActuals(given: ActualsCase): readonly PlanActual[] {
  const span = planToDate(given);
  return [productSold(given, span), reported(given, 'services', span), reported(given, 'profit', span)];
}

/** Own profit of the fiscal year under review so far, against the same months of the plan. */
export function profitOfYear(given: ActualsCase): PlanActual {
  const [{ from, to }, { from: yearStart }] = [planToDate(given), given.input.review.yearRange];
  return reported(given, 'profit', { from: from > yearStart ? from : yearStart, to });
}

/** Own profit from the start of the plan, what was put in first included, at each month's end for which all earlier months are known. */
export function cumulativeActual(given: ActualsCase): readonly (number | null)[] {
  const { plan } = given;
  const points: (number | null)[] = [-plan.numbers.initial_investment];
  for (const { range, months } of reportedPeriods(given, PROFIT, planToDate(given))) {
    const before = points.at(-1)!;
    if (months[0] !== points.length) break;
    const { value } = sumOfFacts(requestOf(given, PROFIT), range);
    if (!isKnown(value)) break;
    // A quarter told as one figure is drawn straight.
    for (let month = 1; month <= months.length; month += 1) points.push(before + (value * month) / months.length);
  }
  return points.length > 1 ? points : [];
}

function planToDate({ plan: { starts }, input: { review } }: ActualsCase): DateRange {
  return { from: starts, to: earlier(review.results, lastDay(addMonths(monthOf(starts), 35))) };
}

function reported(given: ActualsCase, line: 'services' | 'profit', span: DateRange): PlanActual {
  const metric = line === 'services' ? SERVICES : PROFIT;
  const periods = reportedPeriods(given, metric, span);
  const months = periods.flatMap((period) => period.months);
  const amounts = periods.map(({ range }) => sumOfFacts(requestOf(given, metric), range).value);
  const unknown = amounts.find((value) => !isKnown(value));
  const actual = unknown ?? (months.length > 0 ? sum(amounts.filter(isKnown)) : missing(`no ${WORDS[line]} reported`));
  return { line, actual, months, planned: plannedOf(given, line === 'services' ? 'services_revenue' : 'net', months) };
}

const WORDS = { services: 'services revenue', profit: 'own profit' } as const;

/** Won deals of what the plan sells by the deal; what is paid for seats, licences and introductions is in no deal of the vendor. */
function productSold(given: ActualsCase, span: DateRange): PlanActual {
  const { plan, input } = given;
  const offers = plan.numbers.product_lines;
  const byDeal = Object.keys(offers).filter((id) => ['deals', 'orders'].includes(offers[id]!.kind));
  const whole = wholeMonths(span);
  const months = whole ? monthsOf(whole, plan.starts) : [];
  const planned = sum(byDeal.map((id) => plannedOf(given, `offer.${id.replaceAll('-', '_')}.product_revenue`, months)));
  const core = { line: 'product', planned, months } as const;
  if (!whole || !input.deals) return { ...core, actual: missing(whole ? 'no deals imported' : 'no whole month yet') };
  if (byDeal.length === 0) return { ...core, actual: missing('the plan sells nothing by the deal') };
  const own = dealsOfOffers(offers, dealsIn(plan.currency, input), whole);
  const amounts = byDeal.map((id) => own.get(id)!.won.amount);
  return { ...core, actual: amounts.find((each) => !isKnown(each)) ?? sum(amounts.filter(isKnown)) };
}

/** Facts of whole months, quarters or years within a span, in their order, with the months of the plan that they tell. */
function reportedPeriods({ input, plan }: ActualsCase, metric: string, span: DateRange) {
  const { files, review } = input;
  const all = factsOf(files.facts?.rows ?? [], metric, review.calendar);
  return factsWithin(all, span, review.results).flatMap(({ range }) =>
    range.from.endsWith('-01') && addDays(range.to, 1).endsWith('-01')
      ? [{ range, months: monthsOf(range, plan.starts) }]
      : [],
  );
}

function requestOf({ input, plan }: ActualsCase, metric: string) {
  const { files, review, config } = input;
  const money = { from: files.partner.currency ?? config.currency, to: plan.currency, rates: config.rates };
  return { files, metric, calendar: review.calendar, known: review.results, money };
}

/** The part of a span that is whole months; undefined where no month is over. */
function wholeMonths({ from, to }: DateRange): DateRange | undefined {
  const next = addDays(to, 1);
  const end = next.endsWith('-01') ? to : addDays(firstDay(monthOf(to)), -1);
  return end > from ? { from, to: end } : undefined;
}

function monthsOf({ from, to }: DateRange, starts: PlainDate): number[] {
  const [first, last] = [monthOfPlan(starts, from), monthOfPlan(starts, to)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function plannedOf({ base }: ActualsCase, key: string, months: readonly number[]): number {
  const line = base.values.get(key) ?? [];
  return sum(months.map((month) => line[month] ?? 0));
}
