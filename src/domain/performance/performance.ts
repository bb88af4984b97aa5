import { formatFiscalYear } from '../../units/fiscal-quarter.ts';
import { missing, type Known } from '../../units/missing.ts';
import { addDays, oneYearEarlier, type PlainDate } from '../../units/plain-date.ts';
import { firstDay, lastDay, type YearMonth } from '../../units/year-month.ts';
import type { CamConfig } from '../../schema/cam-config.ts';
import { selectDeals, type Selection } from '../deals-at.ts';
import { monthsOfYear } from '../fiscal-calendar.ts';
import type { Figure } from '../figure.ts';
import type { Review } from '../review.ts';
import type { Plan } from '../targets.ts';
import { basisOf, type PerformanceBasis, type PerformanceInput } from './basis.ts';
import { comparisonFigures } from './comparison-figures.ts';
import { coverageFigures } from './coverage-figures.ts';
import { dealFigures } from './deal-figures.ts';
import { movementFigures } from './movement-figures.ts';
import type { PipelineMovement } from '../movement/movement.ts';
import { hygieneFigures } from './hygiene-figures.ts';
import type { OpenPipeline } from './open-pipeline.ts';
import { periodsOf, type PipelinePeriod } from './periods.ts';
import { restatementOf, type Restatement } from './restated.ts';
import { resultFigures } from './result-figures.ts';

export type { PipelinePeriod } from './periods.ts';

/** Everything the pages say about results and pipeline of one partner. Amounts in the partner's currency. */
export interface Performance {
  readonly review: Review;
  readonly currency: string;
  readonly figures: Readonly<Record<FigureName, Figure>>;
  readonly months: readonly PerformanceMonth[];
  readonly periods: readonly PipelinePeriod[];
  readonly stages: readonly { readonly name: string; readonly deals: Selection }[];
  readonly open?: OpenPipeline;
  readonly plan?: Plan;
  /** The first day of which deals or facts tell what was booked. */
  readonly toldFrom?: PlainDate;
  /** Since the earlier export that the review compares with. */
  readonly movement: Known<PipelineMovement>;
  readonly restatement: Known<Restatement>;
  /** How often the exports show that an open deal was put off, by its key. */
  readonly putOff: ReadonlyMap<string, number>;
}

export type FigureName = keyof ReturnType<typeof figuresOf>;

/** One month of the fiscal year; `won` is null while the month is still ahead. */
export interface PerformanceMonth {
  readonly month: YearMonth;
  readonly won: Known<number> | null;
  readonly plan: Known<number>;
  readonly lastYear: Known<number>;
}

/** Performance-to-plan and pipeline-to-target of one partner at the review's two dates. */
export function computePerformance(input: PerformanceInput): Performance {
  const basis = basisOf(input);
  const { config, review, currency, plan, open } = basis;
  const { toldFrom } = basis.bookings;
  return {
    review,
    currency,
    figures: figuresOf(basis),
    months: monthsOf(basis),
    periods: open ? periodsOf(basis, open) : [],
    stages: open ? stagesOf(open, config) : [],
    movement: basis.movement,
    restatement: restatementOf(basis),
    putOff: basis.putOff,
    ...(open && { open }),
    ...(plan && { plan }),
    ...(toldFrom && { toldFrom }),
  };
}

/** Single figures of another period of the same partner: of a group of figures nothing is worked out before one of it is asked for. */
export function figureReader(input: PerformanceInput): (name: FigureName) => Figure {
  const basis = basisOf(input);
  const groups = [resultFigures, dealFigures, coverageFigures, hygieneFigures, movementFigures, comparisonFigures];
  const found = new Map<string, Figure>();
  return (name) => {
    while (!found.has(name)) {
      const group = groups.shift();
      if (!group) throw new Error(`There is no figure ${name}.`);
      for (const [other, figure] of Object.entries<Figure>(group(basis))) found.set(other, figure);
    }
    return found.get(name)!;
  };
}

function figuresOf(basis: PerformanceBasis) {
  return {
    ...resultFigures(basis),
    ...comparisonFigures(basis),
    ...coverageFigures(basis),
    ...hygieneFigures(basis),
    ...dealFigures(basis),
    ...movementFigures(basis),
  };
}

function monthsOf({ review, bookings, plan }: PerformanceBasis): PerformanceMonth[] {
  return monthsOfYear(review.quarter.year, review.calendar).map((month, index) => {
    const range = { from: firstDay(month), to: lastDay(month) };
    const counted = { from: range.from, to: range.to < review.results ? range.to : review.results };
    const lastYear = { from: oneYearEarlier(range.from), to: oneYearEarlier(addDays(range.to, 1)) };
    return {
      month,
      won: range.from > review.results ? null : bookings.between(counted).amount,
      plan: plan ? plan.months[index]!.amount : missing(`no target for ${formatFiscalYear(review.quarter.year)}`),
      lastYear: bookings.between({ from: lastYear.from, to: addDays(lastYear.to, -1) }).amount,
    };
  });
}

/** A deal that was closed later has lost the stage it stood in. */
const NO_STAGE = 'Stage unknown';

/** Open deals by stage in the order of `cam.yaml`; stages it does not name follow. */
function stagesOf(open: OpenPipeline, { stages }: CamConfig): Performance['stages'] {
  const named = stages.filter(({ status }) => status === 'open').map(({ name }) => name);
  const others = open.all.counted.map(({ deal }) => deal.stage ?? NO_STAGE).filter((name) => !named.includes(name));
  return [...named, ...new Set(others)].map((name) => ({
    name,
    deals: selectDeals(open.all.counted, ({ deal }) => ((deal.stage ?? NO_STAGE) === name ? true : 'another stage')),
  }));
}
