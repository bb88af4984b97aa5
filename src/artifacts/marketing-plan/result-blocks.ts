import type { KeyFigure, Row, Table } from '../../document/block.ts';
import type { ClusterChart } from '../../document/chart.ts';
import type { CampaignOutcome } from '../../domain/marketing/verification/verified-campaign.ts';
import { countAt } from '../../domain/marketing/waterfall/waterfall.ts';
import { formatSentence } from '../../units/format.ts';
import { plainSentence, sentence } from '../../units/sentence.ts';
import { amount, count, none, text, type Value } from '../../units/value.ts';
import { pageFrame } from '../page-frame.ts';
import { rightColumn } from '../right-column.ts';
import type { MarketingPlanResult } from './compute.ts';
import { leadsByStage } from './leads-by-stage.ts';

/** Leads by stage: planned beside what came where campaigns have begun, else the base case beside the conservative one. */
export function waterfallChart(result: MarketingPlanResult): ClusterChart {
  const { base, conservative, verified, input, values } = result;
  const { waterfall } = input.marketingTactics;
  if (hasBegun(result)) {
    return leadsByStage(waterfall, {
      id: 'waterfall',
      description: plainSentence('Leads at each stage, planned beside what came'),
      reference: { label: 'plan', counts: verified.planned.counts },
      actual: { label: 'actual', counts: verified.actual.counts },
    });
  }
  return leadsByStage(waterfall, {
    id: 'waterfall',
    description: sentence(
      'Leads at each stage: {qualified} qualify and {won} are won, {slow} in the conservative case',
      {
        qualified: values['qualified']!,
        won: values['won']!,
        slow: values['won_conservative']!,
      },
    ),
    reference: { label: 'conservative', counts: conservative.counts },
    actual: { label: 'base', counts: base.counts },
  });
}

/** Whether there is anything to compare the plan with. */
export function hasBegun({ verified }: Pick<MarketingPlanResult, 'verified'>): boolean {
  return verified.campaigns.length > 0;
}

/** What came of the campaigns that have begun, with what was planned of them. */
export function actualKeyFigures({ verified: { planned, actual }, currency, input }: MarketingPlanResult): KeyFigure[] {
  const { stages, judged_at: judged } = input.marketingTactics.waterfall;
  const last = stages.at(-1)!.id;
  const figure = (label: string, pick: (outcome: CampaignOutcome) => Value): KeyFigure => ({
    label: sentence(label),
    value: pick(actual),
    comparison: sentence('{value} planned', { value: pick(planned) }),
  });
  return [
    figure('Own return', ({ returns }) => returns.return_partner.value),
    figure('Spend', ({ money }) => amount(money.totalCost, currency)),
    figure('Qualified leads', ({ counts }) => count(countAt(counts, judged))),
    figure('Won deals', ({ counts }) => count(countAt(counts, last))),
    figure('Revenue', ({ money }) => amount(money.revenue, currency)),
  ];
}

/** What came of each campaign that has begun, what to do with it, and why. */
export function verdictTable({ verified, currency, input }: MarketingPlanResult): Table {
  const { stages, judged_at: judged } = input.marketingTactics.waterfall;
  const last = stages.at(-1)!;
  const cells = ({ counts, money, returns }: CampaignOutcome, planned: CampaignOutcome): Row['cells'] => ({
    spend: { value: amount(money.totalCost, currency) },
    planned: { value: count(countAt(planned.counts, judged)) },
    qualified: { value: count(countAt(counts, judged)) },
    won: { value: count(countAt(counts, last.id)) },
    revenue: { value: amount(money.revenue, currency) },
    roi: { value: returns.return_partner.value },
  });
  return {
    kind: 'table',
    id: 'verdicts',
    heading: sentence('What came of it'),
    columns: [
      { key: 'campaign', label: 'Campaign', align: 'left', weight: 2, cut: 'name', wraps: true },
      rightColumn('spend', 'Spend', 0.8),
      rightColumn('planned', 'Qualified, plan', 1),
      rightColumn('qualified', 'actual', 0.7),
      rightColumn('won', last.title, 0.6),
      rightColumn('revenue', 'Revenue', 0.8),
      rightColumn('roi', 'Own return', 0.9),
      { key: 'verdict', label: 'Verdict', align: 'left', weight: 1, cut: 'fixed' },
      { key: 'why', label: 'Why', align: 'left', weight: 2.2, cut: 'text', wraps: true },
      {
        key: 'reason',
        label: 'In full',
        align: 'left',
        weight: 3,
        cut: 'text',
        tone: 'soft',
        wraps: true,
        detail: true,
      },
    ],
    rows: [
      ...verified.campaigns.map(({ title, planned, actual, verdict }) => ({
        cells: {
          campaign: { value: text(title) },
          ...cells(actual, planned),
          ...(verdict && {
            verdict: { value: none, status: verdict.status },
            why: { value: says(verdict.inShort) },
            reason: { value: says(verdict.reason) },
          }),
        },
      })),
      {
        emphasis: 'strong',
        cells: { campaign: { value: text('All') }, ...cells(verified.actual, verified.planned) },
      },
    ],
    endsInTotal: true,
    cutLast: true,
  };

  function says(reason: NonNullable<(typeof verified.campaigns)[number]['verdict']>['reason']) {
    return text(formatSentence(reason, pageFrame(input).format));
  }
}
