import type { Metric } from '../../schema/metrics.ts';
import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { daysBetween } from '../../units/plain-date.ts';
import { factsOf } from '../facts/fact-series.ts';
import { rangeOfQuarter, rangeOfYear, type DateRange } from '../fiscal-calendar.ts';
import { convert } from '../money.ts';
import { overlapDays } from '../targets.ts';
import { tierInView } from '../tiers/tier-standing.ts';
import type { MetricBasis } from './metric-basis.ts';
import { readSource } from './read-source.ts';

/** What a metric should stand at, and where that is from. */
export interface MetricGoal {
  /** Of a flow: the part of it that the days so far ask for. */
  readonly number: Known<number>;
  /** In words: "house default", "facts.csv", "what Gold needs". */
  readonly from: string;
}

/** The target of a metric to date; undefined where the metric has none. */
export function targetOf(basis: MetricBasis, metric: Metric, source: string): MetricGoal | undefined {
  const { target, unit, grain } = metric;
  if (!target) return undefined;
  const ofPlan = target.plan === undefined ? undefined : basis.input.profitPlanned?.();
  if (ofPlan) return { number: ofPlan.planned, from: ofPlan.source };
  if (target.fact !== undefined) {
    const own = targetFact(basis, metric, target.fact);
    if (isKnown(own) || target.value === undefined) return { number: own, from: `${target.fact} of facts.csv` };
  }
  if (target.requirement !== undefined) return requirementGoal(basis, metric, target.requirement);
  if (target.value !== undefined) {
    const isPart = target.per !== undefined && grain === 'flow';
    const part = isPart ? target.value * passedPart(basis, target.per) : target.value;
    // Of a review a quarter nobody asks for two thirds of one.
    return { number: unit === 'count' ? Math.floor(part) : part, from: source };
  }
  const { number, evidence } = readSource(basis, { read: target, unit, grain }, basis.spans.toDate);
  return { number, from: evidence().formula };
}

/** A flow's targets count by the days of their periods that have passed; of other metrics the newest that has begun holds. */
function targetFact({ source, spans }: MetricBasis, { unit, grain }: Metric, name: string): Known<number> {
  const { files, calendar, currency, config } = source;
  const { range } = spans.toDate;
  const facts = factsOf(files.facts?.rows ?? [], name, calendar).filter((fact) => fact.range.from <= range.to);
  const valueOf = ({ fact }: (typeof facts)[number]): Known<number> =>
    unit === 'amount'
      ? convert(fact.value, { from: fact.currency ?? currency, to: currency, on: range.to, rates: config.rates })
      : fact.value;
  const inYear = facts.filter((fact) => fact.range.to >= range.from);
  if (inYear.length === 0) return missing(`no ${name.replaceAll('_', ' ')} loaded`);
  if (grain !== 'flow') return valueOf(inYear.toSorted((a, b) => (a.range.from < b.range.from ? -1 : 1)).at(-1)!);
  return inYear.reduce<Known<number>>(
    (sum, fact) => whenKnown([sum, valueOf(fact)], (a, b) => a + b * partOf(fact.range, range)),
    0,
  );
}

/** What the tier in view needs; of what grows through the window of the program, the part that has passed. */
function requirementGoal({ input, source }: MetricBasis, { unit, grain }: Metric, name: string): MetricGoal {
  const view = input.tier && tierInView(input.tier);
  const found = view?.path.requirements.find(({ metric }) => metric === name);
  if (!view || !found) return { number: missing('not asked by the tier'), from: 'tiers.yaml' };
  const needed = grain === 'flow' && found.passed !== undefined ? found.threshold * found.passed : found.threshold;
  const number =
    unit === 'amount'
      ? convert(needed, {
          from: input.tier!.currency,
          to: source.currency,
          on: input.review.asOf,
          rates: source.config.rates,
        })
      : needed;
  return { number, from: `what ${view.title} needs` };
}

/** How many quarters or years have passed of the fiscal year, by days, since the partner has been one. */
function passedPart({ spans, source }: MetricBasis, per: 'year' | 'quarter' | undefined): number {
  const { quarter } = spans.toDate;
  const { agreement_signed: signed } = source.files.partner;
  const { from, to } = spans.toDate.range;
  const range = { from: signed !== undefined && signed > from ? signed : from, to };
  const year = rangeOfYear(quarter.year, source.calendar);
  if (per === 'year') return partOf(year, range);
  return ([1, 2, 3, 4] as const)
    .map((each) => partOf(rangeOfQuarter({ year: quarter.year, quarter: each }, source.calendar), range))
    .reduce((sum, part) => sum + part, 0);
}

function partOf(period: DateRange, days: DateRange): number {
  return overlapDays(period, days) / (daysBetween(period.from, period.to) + 1);
}
