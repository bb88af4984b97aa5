import type { BusinessPlan } from '../../../schema/business-plan-file.ts';
import type { Territory } from '../../../schema/territory.ts';
import { formatFiscalYear } from '../../../units/fiscal-quarter.ts';
import type { RowProblem, TableRow } from '../table.ts';

/** How the files of plans are called, for people. */
export const PLAN_FILES = 'business-plans/<fiscal year>.yaml';

/** The file of a plan, relative to the partner's folder. */
export function planFileOf({ fiscal_year: year }: TableRow['values']): string {
  return `business-plans/${String(year)}.yaml`;
}

/** Every plan with the partner whose it is. */
export function plansOf({
  partners,
}: Territory): readonly { readonly partner: string; readonly plan: BusinessPlan; readonly year: string }[] {
  return partners.flatMap(({ id, businessPlans = [] }) =>
    businessPlans.map((plan) => ({ partner: id, plan, year: formatFiscalYear(plan.fiscal_year) })),
  );
}

/** Finds the plan that a row is of, or says that there is none: a sheet changes plans, it does not begin them. */
export function planReader(territory: Territory): (row: TableRow) => BusinessPlan | RowProblem {
  const plans = new Map(plansOf(territory).map(({ partner, plan, year }) => [`${partner} ${year}`, plan]));
  return ({ partner, values: { fiscal_year: year } }) =>
    plans.get(`${partner} ${String(year)}`) ?? {
      column: 'fiscal_year',
      why: `there is no plan ${String(year)} of ${partner}; one is begun with cam plan business ${partner}`,
    };
}
