import type { Paragraph, Row, Table } from '../../document/block.ts';
import { countAt } from '../../domain/marketing/waterfall/waterfall.ts';
import { formatSentence } from '../../units/format.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, count, preciseShare, shortDate, text, type Value } from '../../units/value.ts';
import { isKnown, missing, whenKnown, type Known } from '../../units/missing.ts';
import { pageFrame } from '../page-frame.ts';
import { rightColumn } from '../right-column.ts';
import type { MarketingPlanResult } from './compute.ts';
import { hasBegun } from './result-blocks.ts';

/** Every tactic with what it costs and what it brings, and all of them together. */
export function tacticsTable(result: MarketingPlanResult): Table {
  const { campaigns, base, currency, input } = result;
  const { stages, judged_at: judged } = input.marketingTactics.waterfall;
  const [first, last] = [stages[0]!, stages.at(-1)!];
  const middle = stages.find(({ id }) => id === judged)!;
  const shown = [first, ...(middle.id === first.id || middle.id === last.id ? [] : [middle]), last];
  const row = ({ counts, money, revenue, returns }: typeof base): Row['cells'] => ({
    cost: { value: amount(money.totalCost, currency) },
    mdf: { value: amount(money.mdf, currency) },
    ...Object.fromEntries(shown.map(({ id }) => [id, { value: count(countAt(counts, id)) }])),
    revenue: { value: amount(revenue, currency) },
    roi: { value: returns.return_partner.value },
  });
  return {
    kind: 'table',
    id: 'tactics',
    heading: sentence('Tactics'),
    columns: [
      { key: 'tactic', label: 'Tactic', align: 'left', weight: 2.2, cut: 'name' },
      rightColumn('start', 'Starts', 0.8),
      rightColumn('audience', 'Audience', 0.8),
      rightColumn('cost', 'Cost', 0.8),
      rightColumn('mdf', 'MDF', 0.8),
      ...shown.map(({ id, title }) => rightColumn(id, title, 0.9)),
      rightColumn('revenue', 'Revenue', 0.9),
      rightColumn('roi', 'Own return', 0.9),
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
    endsInTotal: true,
    cutLast: true,
    // Once it runs, what came of it says the same and more.
    ...(hasBegun(result) && { detail: true }),
  };
}

/** The share of leads that comes on from stage to stage, of the tactics together: base and conservative. */
export function passedOnTable({ base, conservative, input }: MarketingPlanResult): Table {
  const { stages } = input.marketingTactics.waterfall;
  const row = (label: string, { counts }: typeof base): Row => ({
    cells: {
      rate: { value: text(label) },
      ...Object.fromEntries(
        counts
          .slice(1)
          .map(({ stage, count: next }, index) => [stage, { value: passedOn(counts[index]!.count, next) }]),
      ),
    },
  });
  return {
    kind: 'table',
    id: 'passed-on',
    heading: sentence('Rate to the next stage'),
    columns: [
      { key: 'rate', label: '', align: 'left', weight: 1.1, cut: 'fixed' },
      ...stages.slice(1).map(({ id, title, short }) => rightColumn(id, `→ ${(short ?? title).toLowerCase()}`, 1.2)),
    ],
    rows: [row('Base', base), row('Conservative', conservative)],
    detail: true,
  };
}

function passedOn(here: Known<number>, next: Known<number>): Value {
  return preciseShare(whenKnown([here, next], (from, to) => (from > 0 ? to / from : missing('no lead comes so far'))));
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
      rightColumn('base', 'Base', 0.7),
      rightColumn('conservative', 'Conserv.', 0.8),
      rightColumn('days', 'Days', 0.6),
      { key: 'source', label: 'Source', align: 'left', weight: 2.4, cut: 'text', tone: 'soft', wraps: true },
    ],
    rows,
    detail: true,
  };
}

/** How many of the rates are the partner's own, for pages that end. */
export function ratesInShort({ campaigns }: MarketingPlanResult): Paragraph {
  const origins = campaigns.flatMap(({ base }) => base.rates.map(({ origin }) => origin));
  const from = (...which: readonly string[]) => count(origins.filter((origin) => which.includes(origin)).length);
  return {
    kind: 'paragraph',
    shortOf: 'rates',
    text: sentence(
      "Of {all|rate|rates} {own} are the partner's own history, {plan} are from the plan, {library} from the tactic library; each stands with its source in the workbook.",
      {
        all: count(origins.length),
        own: from('history', 'runs'),
        plan: from('plan'),
        library: from('tactic', 'library'),
      },
    ),
  };
}

/** What a won deal counts for, and where that is from: a type's starting numbers are no plan that the partner agreed to. */
export function worthSentence({ campaigns, currency }: MarketingPlanResult): Sentence[] {
  const worths = new Map(
    campaigns.map(({ worth }) => [`${worth.source} ${String(worth.revenue)} ${String(worth.margin)}`, worth]),
  );
  const known = [...worths.values()].filter(({ revenue, margin }) => isKnown(revenue) && isKnown(margin));
  if (known.length === 0) return [];
  const parts = known.map((_, index) => `{revenue_${index}}, {margin_${index}} of it your margin ({source_${index}})`);
  return [
    sentence(
      `A won deal counts ${parts.join('; or ')}.`,
      Object.fromEntries(
        known.flatMap(({ revenue, margin, source }, index) => [
          [`revenue_${index}`, amount(revenue, currency)],
          [`margin_${index}`, amount(margin, currency)],
          [`source_${index}`, text(source)],
        ]),
      ),
    ),
  ];
}
