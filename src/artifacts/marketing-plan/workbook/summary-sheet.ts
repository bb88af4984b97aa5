import type { CalculationColumn, CalculationRow, CalculationSheet } from '../../../document/calculation/calculation.ts';
import { TOTAL } from '../../../document/calculation/calculation.ts';
import { parseExpression } from '../../../expression/parse.ts';
import type { PlanSetting } from './plan-words.ts';
import { CASES, waterfallSheet } from './waterfall-sheet.ts';

/** Those that the first sheet shows of each case, besides the stages. */
const SHOWN = [
  'cost',
  'mdf',
  'own',
  'revenue',
  'revenue_in_quarter',
  'revenue_later',
  'margin',
  'vendor_margin',
  'partner_roi',
  'return_before_funding',
  'return_on_revenue',
  'return_vendor',
];

/** What the plan comes to, the base case beside the conservative one. */
export function summarySheet(setting: PlanSetting): CalculationSheet {
  const { rows } = waterfallSheet(CASES[0], setting);
  const stages = new Set(setting.stages.map(({ key }) => key));
  const shown = rows.filter(({ key }) => stages.has(key) || SHOWN.includes(key));
  return {
    key: 'summary',
    title: 'Summary',
    holds: 'what it comes to',
    intro: 'All tactics together',
    label: 'Result',
    columns: CASES.map(({ key: which, words }): CalculationColumn => ({
      key: which,
      title: words,
      entries: new Map(
        shown.map(({ key }) => [key, { formula: parseExpression(`${which}.${TOTAL}.${key}`) }] as const),
      ),
    })),
    rows: shown.map(({ formula: _, total: __, ...row }): CalculationRow => row),
    charts: [
      {
        title: 'Leads by stage',
        description: 'Leads of all tactics that come to each stage, base and conservative case',
        rows: setting.stages.map(({ key }) => key),
        columns: CASES.map(({ key }) => key),
      },
    ],
  };
}
