import type { Figure } from '../../../domain/figure.ts';
import { isKnown } from '../../../units/missing.ts';
import { sentence, type Sentence } from '../../../units/sentence.ts';
import { amount, count, date, text } from '../../../units/value.ts';
import type { PlanActual } from '../actuals/plan-actuals.ts';
import type { FigureSetting } from './figure-setting.ts';

const LINES: Readonly<Record<PlanActual['line'], { readonly title: string; readonly formula: string }>> = {
  product: {
    title: 'Product sold',
    formula: 'won deals of what the plan sells by the deal, of the whole months of the plan so far',
  },
  services: {
    title: 'Services revenue',
    formula: 'services_revenue of facts.csv, of the whole months of the plan that it tells',
  },
  profit: {
    title: 'Own profit',
    formula: 'partner_profit_actual of facts.csv, of the whole months of the plan that it tells',
  },
};

/** What came of the plan since it starts, and the partner's own profit of the fiscal year, each with what the base case had planned for the same months. */
export function actualFigures({ planned, sources }: FigureSetting): Readonly<Record<string, Figure>> {
  const { actuals, profitOfYear, currency, starts, input } = planned;
  const { files } = input;
  const of = (one: PlanActual): readonly Sentence[] => {
    const path = one.line === 'product' ? files.deals?.path : files.facts?.path;
    return [...(path === undefined ? [] : [sentence('{file}', { file: text(path) })]), ...sources];
  };
  const figure = (one: PlanActual, title: string): Figure => ({
    label: title,
    value: amount(one.actual, currency),
    evidence: {
      formula: LINES[one.line].formula,
      ...(isKnown(one.actual) && {
        beside: [
          sentence('base case for the same {months|month|months}: {planned}', {
            months: count(one.months.length),
            planned: amount(one.planned, currency),
          }),
          sentence('month 1 of the plan begins on {day}', { day: date(starts) }),
        ],
      }),
      sources: of(one),
    },
  });
  return Object.fromEntries([
    ...actuals.map((one) => [
      `business_${one.line}_to_date`,
      figure(one, `${LINES[one.line].title} since the plan started`),
    ]),
    ...(profitOfYear ? [['business_profit_ytd', figure(profitOfYear, 'Own profit, year to date')]] : []),
  ]);
}
