import type { Figure } from '../../../domain/figure.ts';
import { formatFiscalYear } from '../../../units/fiscal-quarter.ts';
import { sentence } from '../../../units/sentence.ts';
import { text } from '../../../units/value.ts';
import type { PlannedProfit } from '../compute.ts';
import { actualFigures } from './actual-figures.ts';
import { resultFigures } from './result-figures.ts';
import { yearFigures } from './year-figures.ts';

/**
 * The figures of a written plan with their reasons, of the base case: what it comes to by names like `business_payback`, the lines of a year by
 * names like `business_year_1_revenue`, what came of it by names like `business_profit_to_date`. An example has none: nobody said it.
 */
export function businessFigures(planned: PlannedProfit): Readonly<Record<string, Figure>> {
  const { plan, input } = planned;
  if (!plan) return {};
  const file = `partners/${input.files.id}/business-plans/${formatFiscalYear(plan.fiscal_year)}.yaml`;
  const setting = {
    planned,
    sources: [sentence('{file}', { file: text(file) }), sentence('templates/business-plan-assumptions.yaml')],
  };
  return { ...resultFigures(setting), ...yearFigures(setting), ...actualFigures(setting) };
}
