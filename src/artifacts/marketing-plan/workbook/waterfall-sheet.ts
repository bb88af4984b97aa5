import type { CalculationColumn, CalculationRow, CalculationSheet } from '../../../document/calculation/calculation.ts';
import { parseExpression } from '../../../expression/parse.ts';
import type { PlanSetting } from './plan-words.ts';

/** The two cases of a plan: the key of their sheet, their words, and how the rows of their rates begin. */
export const CASES = [
  { key: 'base', title: 'Waterfall base', words: 'Base', rate: 'rate' },
  { key: 'conservative', title: 'Waterfall conservative', words: 'Conservative', rate: 'careful' },
] as const;

/** Leads of each tactic from stage to stage, what they cost, what they bring and when, and each payer's return, in one case. */
export function waterfallSheet(which: (typeof CASES)[number], setting: PlanSetting): CalculationSheet {
  const { stages } = setting;
  return {
    key: which.key,
    title: which.title,
    holds: `leads, cost, revenue and return, ${which.words.toLowerCase()} case`,
    intro: 'Every cell follows from the tactics',
    label: 'Result',
    columns: setting.columns.map(({ key, campaign }): CalculationColumn => ({
      key,
      title: campaign.title,
      // What one lead costs stands in place of how many answer.
      entries: campaign.costPerLead
        ? new Map([[stages[0]!.key, { formula: parseExpression('tactics.cost / tactics.cost_per_lead') }]])
        : new Map(),
    })),
    total: { title: 'All' },
    rows: [...leadRows(which, setting), ...costRows(setting), ...moneyRows(setting), ...returnRows(setting)],
    charts: [
      {
        title: `Leads by stage, ${which.words.toLowerCase()} case`,
        description: 'Leads of all tactics that come to each stage',
        rows: stages.map(({ key }) => key),
        columns: ['total'],
      },
    ],
  };
}

function leadRows({ rate }: (typeof CASES)[number], { stages }: PlanSetting): CalculationRow[] {
  return stages.map(({ key, title }, index): CalculationRow => {
    const before = stages[index - 1];
    const text = before ? `${before.key} * tactics.${rate}_${index}` : 'tactics.audience * tactics.response_rate';
    return { key, label: title, kind: 'count', heading: 'Leads', total: 'sum', formula: parseExpression(text) };
  });
}

function costRows({ stages }: PlanSetting): CalculationRow[] {
  return stages.map(({ key, title }): CalculationRow => ({
    key: `cost_of_${key}`,
    label: title,
    kind: 'amount',
    heading: 'Cost of one',
    total: 'formula',
    formula: parseExpression(`tactics.cost / ${key}`),
  }));
}

function moneyRows({ stages, isInternal }: PlanSetting): CalculationRow[] {
  const heading = 'Money';
  const won = stages.at(-1)!.key;
  const row = (key: string, label: string, formula: string): CalculationRow => ({
    key,
    label,
    kind: 'amount',
    heading,
    total: 'sum',
    formula: parseExpression(formula),
  });
  return [
    row('cost', 'Spend', 'tactics.cost'),
    row('mdf', 'of it MDF', 'tactics.mdf'),
    row('own', "of it the partner's own", 'tactics.own'),
    { ...row('revenue', 'Revenue', `${won} * tactics.revenue_each`), emphasis: 'strong' },
    row('revenue_in_quarter', 'won in the quarter', 'revenue * tactics.in_quarter'),
    row('revenue_later', 'won later', 'revenue * tactics.later'),
    row('margin', "Partner's margin", `${won} * tactics.margin_each`),
    ...(isInternal ? [row('vendor_margin', "Vendor's margin", `${won} * tactics.vendor_each`)] : []),
  ];
}

/** Of all tactics together, from what was added up. */
function returnRows({ isInternal }: PlanSetting): CalculationRow[] {
  const heading = 'Return';
  const row = (key: string, label: string, formula: string, unit: string): CalculationRow => ({
    key,
    label,
    kind: 'share',
    unit,
    heading,
    total: 'formula',
    formula: parseExpression(formula),
  });
  return [
    row('partner_roi', "Partner's return on its own share", '(margin - own) / own', 'margin, on own spend'),
    row('return_before_funding', 'Return before funding', '(margin - cost) / cost', 'margin, on all spend'),
    row('return_on_revenue', 'Return on revenue', '(revenue - cost) / cost', 'revenue, on all spend'),
    ...(isInternal
      ? [
          {
            ...row('return_vendor', "Vendor's margin for each 1 of MDF", 'vendor_margin / mdf', 'times'),
            kind: 'times' as const,
          },
        ]
      : []),
  ];
}
