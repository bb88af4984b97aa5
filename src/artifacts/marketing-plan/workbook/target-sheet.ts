import type { CalculationEntry, CalculationRow, CalculationSheet } from '../../../document/calculation/calculation.ts';
import { parseExpression } from '../../../expression/parse.ts';
import type { PlanSetting } from './plan-words.ts';

/** Over how many parts of the quarter a need spreads. */
const SPANS = [
  { key: 'quarter', title: 'In the quarter', parts: 1 },
  { key: 'month', title: 'A month', parts: 3 },
  { key: 'week', title: 'A week', parts: 13 },
] as const;

/** The days of the quarter, and backward from a revenue: what it needs at each stage, at the rates that the tactics have together. */
export function targetSheet(setting: PlanSetting): CalculationSheet {
  const { range, plan, base } = setting.result;
  // Without a revenue of its own it starts from what the tactics bring.
  const isSaid = plan.target_revenue !== undefined;
  const target = {
    typed: plan.target_revenue ?? base.revenue,
    source: isSaid ? 'plan' : 'what the tactics bring: type your own',
    inFile: { path: ['', 'target_revenue'], isSaid },
  };
  const needs = needRows(setting);
  return {
    key: 'target',
    title: 'Quarter and target',
    holds: 'backward from a revenue to contacts',
    intro: 'Type the revenue that is to be reached: what it needs follows, in the base case',
    label: 'Number',
    columns: SPANS.map(({ key, title, parts }) => ({
      key,
      title,
      entries: new Map<string, CalculationEntry>(
        parts === 1
          ? [
              ['first_day', { typed: range.from }],
              ['last_day', { typed: range.to }],
              ['revenue', target],
              ['average_deal', { formula: parseExpression('base.total.revenue / base.total.' + lastOf(setting)) }],
              ...needs.map(({ key: row, text }) => [row, { formula: parseExpression(text) }] as const),
            ]
          : needs.map(({ key: row }) => [row, { formula: parseExpression(`quarter.${row} / ${parts}`) }] as const),
      ),
    })),
    rows: [
      { key: 'first_day', label: 'First day', kind: 'date' },
      { key: 'last_day', label: 'Last day', kind: 'date' },
      { key: 'revenue', label: 'Revenue to be reached', kind: 'amount', heading: 'Backward', emphasis: 'strong' },
      { key: 'average_deal', label: 'Average deal', kind: 'amount', heading: 'Backward' },
      ...needs.map(({ key, label }): CalculationRow => ({
        key,
        label,
        kind: 'count',
        unit: 'needed',
        heading: 'Backward',
      })),
    ],
  };
}

interface NeedRow {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** From the deals back to the contacts: each need is the next one by the rate between the two. */
function needRows(setting: PlanSetting): readonly NeedRow[] {
  const { stages, columns } = setting;
  const backward = stages.toReversed().map(({ key, title }, index, all): NeedRow => {
    const next = all[index - 1];
    return {
      key: `need_${key}`,
      label: title,
      text: next ? `need_${next.key} / (base.total.${next.key} / base.total.${key})` : 'revenue / average_deal',
    };
  });
  if (columns.some(({ campaign }) => campaign.costPerLead)) return backward;
  const first = stages[0]!.key;
  const contacts = `need_${first} / (base.total.${first} / tactics.total.audience)`;
  return [...backward, { key: 'need_contacts', label: 'Contacts', text: contacts }];
}

function lastOf({ stages }: PlanSetting): string {
  return stages.at(-1)!.key;
}
