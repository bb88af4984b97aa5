import { quotient } from '../../domain/quotient.ts';
import { paceThresholds } from '../../domain/status.ts';
import { isKnown, missing } from '../../units/missing.ts';
import { amount, count, flag, share, type Value } from '../../units/value.ts';
import { paybackMonth, type PlannedProfit } from '../business-plan/index.ts';

/** What the review says of the partner's own profit: only where a plan was made with it. The figures are those of the plan's page. */
export function profitValues(result: PlannedProfit | undefined): Record<string, Value> {
  if (!result?.plan || !result.profitOfYear) return {};
  const { input, plan, profitOfYear, base, conservative, currency } = result;
  const { actual, planned, months } = profitOfYear;
  const known = isKnown(actual) ? planned : actual;
  const toPlan = isKnown(actual) && planned > 0 ? quotient(actual, planned) : missing('no profit was planned yet');
  return {
    plan_agreed: flag(plan.agreed !== undefined),
    actuals_shared: flag(plan.actuals_shared),
    plan_pays_back: flag(['month', 'nothing to pay back'].includes(base.results.payback.kind)),
    profit_ytd: amount(actual, currency),
    profit_planned: amount(known, currency),
    profit_vs_plan: share(toPlan, paceThresholds(input.config.thresholds)),
    plan_month: count(months.at(-1) ?? missing('no month is reported')),
    payback_month: count(paybackMonth(base.results)),
    plan_end: amount(base.results.endCumulative, currency),
    plan_conservative_end: amount(conservative.results.endCumulative, currency),
  };
}
