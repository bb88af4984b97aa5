import type { Column, Row, Table } from '../../document/block.ts';
import { countAt } from '../../domain/marketing/waterfall.ts';
import { formatSentence } from '../../units/format.ts';
import { sentence } from '../../units/sentence.ts';
import { amount, count, none, preciseShare, shortDate, text, type Value } from '../../units/value.ts';
import { isKnown } from '../../units/missing.ts';
import { pageFrame } from '../page-frame.ts';
import type { MarketingPlanResult } from './compute.ts';

const right = (key: string, label: string, weight: number): Column => ({
  key,
  label,
  align: 'right',
  weight,
  cut: 'fixed',
});

/** Every tactic with what it costs and what it brings, and all of them together. */
export function tacticsTable({ campaigns, base, currency, input }: MarketingPlanResult): Table {
  const { stages, judged_at: judged } = input.marketingTactics.waterfall;
  const [first, last] = [stages[0]!, stages.at(-1)!];
  const middle = stages.find(({ id }) => id === judged)!;
  const shown = [first, ...(middle.id === first.id || middle.id === last.id ? [] : [middle]), last];
  const row = (result: typeof base): Row['cells'] => ({
    cost: { value: amount(result.money.totalCost, currency) },
    mdf: { value: amount(result.money.mdf, currency) },
    ...Object.fromEntries(shown.map(({ id }) => [id, { value: count(countAt(result.counts, id)) }])),
    revenue: { value: amount(result.revenue, currency) },
    roi: { value: result.returns.return_partner.value },
  });
  return {
    kind: 'table',
    id: 'tactics',
    heading: sentence('Tactics'),
    columns: [
      { key: 'tactic', label: 'Tactic', align: 'left', weight: 2.2, cut: 'name' },
      right('start', 'Starts', 0.8),
      right('audience', 'Audience', 0.8),
      right('cost', 'Cost', 0.8),
      right('mdf', 'MDF', 0.8),
      ...shown.map(({ id, title }) => right(id, title, 0.9)),
      right('revenue', 'Revenue', 0.9),
      right('roi', 'Own return', 0.9),
    ],
    rows: [
      ...campaigns.map((campaign) => ({
        cells: {
          tactic: { value: text(campaign.title) },
          start: { value: shortDate(campaign.start) },
          audience: { value: count(campaign.audience.size) },
          ...row(campaign.base),
        },
      })),
      { emphasis: 'strong', cells: { tactic: { value: text('All') }, ...row(base) } },
    ],
    cutLast: true,
  };
}

/** Leads by stage, and the share that comes on: of the tactics together, beside the conservative case. */
export function waterfallTable({ base, conservative, input }: MarketingPlanResult): Table {
  const { stages } = input.marketingTactics.waterfall;
  const passed = ({ counts }: typeof base, index: number): Value => {
    const [here, next] = [counts[index]?.count, counts[index + 1]?.count];
    if (here === undefined || next === undefined || !isKnown(here) || !isKnown(next) || here === 0) return none;
    return preciseShare(next / here);
  };
  return {
    kind: 'table',
    id: 'waterfall',
    heading: sentence('Lead waterfall'),
    columns: [
      { key: 'stage', label: 'Stage', align: 'left', weight: 2, cut: 'text' },
      right('base', 'Base', 0.9),
      right('conservative', 'Conserv.', 0.9),
      right('next', 'Go on', 0.9),
      right('next_conservative', 'Conserv.', 0.9),
    ],
    rows: stages.map(({ id, title }, index) => ({
      cells: {
        stage: { value: text(title) },
        base: { value: count(countAt(base.counts, id)) },
        conservative: { value: count(countAt(conservative.counts, id)) },
        next: { value: passed(base, index) },
        next_conservative: { value: passed(conservative, index) },
      },
    })),
    cutLast: true,
  };
}

/** The rate of each step of each tactic, with where it is from. */
export function ratesTable({ campaigns, input }: MarketingPlanResult): Table {
  const { format } = pageFrame(input);
  const title = (stage: string) =>
    input.marketingTactics.waterfall.stages.find(({ id }) => id === stage)?.title ?? stage;
  const rows = campaigns.flatMap(({ title: name, base, conservative, days, responseRate, audience }): Row[] => [
    {
      group: name,
      cells: {
        tactic: { value: text(name) },
        step: { value: text(`${audience.who} who answer`) },
        base: { value: preciseShare(responseRate.value) },
        conservative: { value: preciseShare(responseRate.value) },
        source: { value: text(responseRate.source) },
      },
    },
    ...base.rates.map((rate, index) => ({
      group: name,
      cells: {
        tactic: { value: text(name) },
        step: { value: text(`to ${title(rate.to).toLowerCase()}`) },
        base: { value: preciseShare(rate.rate) },
        conservative: { value: preciseShare(conservative.rates[index]!.rate) },
        days: { value: count(days[index]!.days) },
        source: { value: text(formatSentence(rate.source, format)) },
      },
    })),
  ]);
  return {
    kind: 'table',
    id: 'rates',
    heading: sentence('Rates and days, with where they are from'),
    columns: [
      { key: 'tactic', label: 'Tactic', align: 'left', weight: 1.6, cut: 'name' },
      { key: 'step', label: 'Step', align: 'left', weight: 1.6, cut: 'text' },
      right('base', 'Base', 0.7),
      right('conservative', 'Conserv.', 0.8),
      right('days', 'Days', 0.6),
      { key: 'source', label: 'Source', align: 'left', weight: 2.4, cut: 'text', tone: 'soft' },
    ],
    rows,
  };
}
