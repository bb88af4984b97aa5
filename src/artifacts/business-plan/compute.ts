import { runningPlan } from '../../domain/business-plan/plan-on.ts';
import type { BusinessPlan } from '../../schema/business-plan-file.ts';
import { isKnown, missing, type Known } from '../../units/missing.ts';
import { amount, count, flag, share, text, times, type Value } from '../../units/value.ts';
import { nameOfId } from '../../expression/name-of-id.ts';
import { PARTNER_WORDS } from '../../domain/partner-words.ts';
import type { ArtifactInput } from '../artifact.ts';
import { cumulativeActual, planActuals, profitOfYear, type PlanActual } from './actuals/plan-actuals.ts';
import { planModel, type Forecast, type PlanModel } from './forecast.ts';
import type { StartingPoint } from './from-history/starting-point.ts';
import { answerQuestions, type AnsweredQuestion } from './questions.ts';
import { strongestDrivers, type DriverSwing } from './sensitivity.ts';
import type { PlanResults } from './results.ts';
import { startingBasis, writtenBasis, type PlanBasis } from './starting-basis.ts';

/** A partner's plan worked out: what it comes to, and what has come of it. Amounts in `currency`. */
export interface PlannedProfit extends PlanBasis {
  /** Of an example: with the assumptions it rests on, in its currency and with the partner's own figures in their places. */
  readonly input: ArtifactInput;
  /** The partner's own plan, as it stood on the day; undefined for an example. */
  readonly plan?: BusinessPlan;
  /** Of an example: which of its numbers are the partner's own figures. */
  readonly start?: StartingPoint;
  readonly model: PlanModel;
  readonly base: Forecast;
  readonly conservative: Forecast;
  /** What the plan's lines have come to so far; none of an example. */
  readonly actuals: readonly PlanActual[];
  /** The partner's own profit from the start to each month that is known; none of an example, or when it is not reported. */
  readonly cumulativeActual: readonly (number | null)[];
  /** The partner's own profit of the fiscal year under review; undefined of an example. */
  readonly profitOfYear?: PlanActual;
}

/** All that the plan's own page says. */
export interface BusinessPlanResult extends PlannedProfit {
  readonly stretch: Forecast;
  /** The case beside base: conservative, unless another is looked at. */
  readonly compared: Forecast;
  /** The case whose years are shown: base, unless another is looked at. */
  readonly shown: Forecast;
  readonly drivers: readonly DriverSwing[];
  readonly questions: readonly AnsweredQuestion[];
  /** Every figure by the name sentences and scripts use. */
  readonly values: Readonly<Record<string, Value>>;
}

/** The plan of a partner: until one is written with it, an example from the starting numbers of its type. */
export function computeBusinessPlan(input: ArtifactInput): BusinessPlanResult {
  const { planAssumptions: assumptions } = input;
  const planned = plannedProfit(input);
  const { model, base, conservative, currency } = planned;
  const questions = answerQuestions(assumptions.questions, model, currency);
  const stretch = model.forecast('stretch');
  const { scenario = 'base' } = input;
  return {
    ...planned,
    stretch,
    compared: scenario === 'stretch' ? stretch : conservative,
    shown: { base, conservative, stretch }[scenario],
    drivers: strongestDrivers(model, assumptions.sensitivity_swing_percent / 100),
    questions,
    values: {
      ...planValues(input, { base: base.results, conservative: conservative.results, currency }),
      ...Object.fromEntries(questions.map(({ id, needed }) => [`needed_${nameOfId(id)}`, needed])),
    },
  };
}

/** The plan without what-ifs and questions, which take longer to answer: for pages that repeat its figures. */
export function plannedProfit(input: ArtifactInput): PlannedProfit {
  const basis = basisOf(input);
  const { numbers, scenarios } = basis;
  const model = planModel(numbers, { scenarios, months: input.planAssumptions.months });
  const base = model.forecast('base');
  return { ...basis, model, base, conservative: model.forecast('conservative'), ...actualsOf(basis, base) };
}

function actualsOf(
  { plan, input }: Pick<PlannedProfit, 'plan' | 'input'>,
  base: Forecast,
): Pick<PlannedProfit, 'actuals' | 'cumulativeActual' | 'profitOfYear'> {
  if (!plan) return { actuals: [], cumulativeActual: [] };
  const given = { input, plan, base };
  return {
    actuals: planActuals(given),
    cumulativeActual: cumulativeActual(given),
    profitOfYear: profitOfYear(given),
  };
}

/** What is worked out: the partner's own plan, else what one would start from. */
export function basisOf(input: ArtifactInput): PlanBasis & Pick<PlannedProfit, 'input' | 'plan' | 'start'> {
  const { files, review } = input;
  const plan = runningPlan(files.businessPlans ?? [], { year: review.quarter.year, day: review.asOf });
  if (plan) return { input, plan, ...writtenBasis(plan, input) };
  const basis = startingBasis(input);
  return { input: { ...input, planAssumptions: basis.start.assumptions }, ...basis };
}

function planValues(
  { planAssumptions: { sanity_bands: bands }, files }: ArtifactInput,
  { base, conservative, currency }: { base: PlanResults; conservative: PlanResults; currency: string },
): Readonly<Record<string, Value>> {
  const { net_margin_year_3_percent: margin, payback_month_base: payback } = bands;
  return {
    type: text(PARTNER_WORDS[files.partner.type].toLowerCase()),
    payback: count(paybackMonth(base)),
    payback_exact: count(base.payback.kind === 'month' ? base.payback.exact : paybackMonth(base)),
    conservative_payback: count(paybackMonth(conservative)),
    nothing_to_pay_back: flag(base.payback.kind === 'nothing to pay back'),
    lost_month: count(
      base.payback.kind === 'lost again' ? base.payback.lostIn : missing('the money is not lost again'),
    ),
    breakeven_month: count(base.breakeven.first),
    lasting_breakeven_month: count(base.breakeven.lasting),
    end: amount(base.endCumulative, currency),
    conservative_end: amount(conservative.endCumulative, currency),
    peak: amount(base.peakFunding.amount, currency),
    conservative_peak: amount(conservative.peakFunding.amount, currency),
    peak_month: count(base.peakFunding.month),
    return_on_investment: share(base.returnOnInvestment),
    conservative_return_on_investment: share(conservative.returnOnInvestment),
    net_present_value: amount(base.netPresentValue, currency),
    internal_rate: share(base.internalRate),
    ending_recurring: amount(base.endingRecurring, currency),
    conservative_ending_recurring: amount(conservative.endingRecurring, currency),
    own_per_dollar: times(base.ownPerProductDollar),
    profit_per_product_dollar: times(base.profitPerProductDollar),
    gross_margin: share(base.grossMargin),
    net_margin: share(base.netMarginYear3),
    services_above: count(bands.services_per_product_dollar.warn_above),
    net_margin_low: share(margin.low / 100),
    net_margin_exempt: flag(margin.exempt.includes(files.partner.type)),
    payback_from: count(payback.from),
    payback_to: count(payback.to),
  };
}

/** The month in which the money is back, or why there is none. */
export function paybackMonth({ payback }: PlanResults): Known<number> {
  switch (payback.kind) {
    case 'month':
      return payback.month;
    case 'lost again':
      return missing(`back in month ${payback.month} and lost again in month ${payback.lostIn}`);
    case 'never':
      return missing('not within 36 months');
    case 'nothing to pay back':
      return missing('the money never is below zero');
  }
}

/** The words for a payback on a page. */
export function paybackWords(results: PlanResults): string {
  const month = paybackMonth(results);
  return isKnown(month) ? `month ${month}` : month.missing;
}
