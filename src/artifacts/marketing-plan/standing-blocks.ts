import type { Block, Row, Table } from '../../document/block.ts';
import type { Edition } from '../../document/document.ts';
import { roundUp } from '../../domain/marketing/waterfall/backward.ts';
import { convert } from '../../domain/money.ts';
import { countAt } from '../../domain/marketing/waterfall/waterfall.ts';
import type { MarketingPlan } from '../../schema/marketing-plan-file.ts';
import { addKnown, isKnown, whenKnown, type Known } from '../../units/missing.ts';
import { formatSentence } from '../../units/format.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { amount, count, date, none, text, type Status, type Value } from '../../units/value.ts';
import { pageFrame } from '../page-frame.ts';
import type { MarketingPlanResult } from './compute.ts';
import { hasBegun } from './result-blocks.ts';

/** Who agreed to the plan and when; or that nobody has written one. */
export function standingSentence({ plan, isProposal, values, input }: MarketingPlanResult): Sentence {
  const quarter = values['quarter']!;
  if (isProposal) {
    return sentence('Suggested from the tactic library for {quarter}; none of it was agreed with {partner}.', {
      quarter,
      partner: text(input.files.partner.name),
    });
  }
  if (!plan.agreed) return sentence('Draft of the {quarter} plan, not agreed yet.', { quarter });
  const { on, partner, vendor } = plan.agreed;
  return sentence('{quarter} plan, agreed on {on} by {partner} and {vendor}.', {
    quarter,
    on: date(on),
    partner: text(partner),
    vendor: text(vendor),
  });
}

/** Why a proposal shows no money: the library's amounts cannot be turned into the partner's currency. */
export function rateSentence({ isProposal, currency, input }: MarketingPlanResult): Sentence[] {
  const { config, marketingTactics: library, review } = input;
  const rate = convert(1, { from: library.currency, to: currency, on: review.asOf, rates: config.rates });
  if (!isProposal || isKnown(rate)) return [];
  return [sentence('Its money is left out: {why}.', { why: text(rate.missing) })];
}

/** What each payer puts in and gets back, base and conservative; the vendor's return only inside. */
export function returnTable({ base, conservative, currency, verified }: MarketingPlanResult, edition: Edition): Table {
  const row = (label: string, pick: (result: typeof base) => Value, emphasis?: Row['emphasis']): Row => ({
    cells: {
      what: { value: text(label) },
      base: { value: pick(base) },
      conservative: { value: pick(conservative) },
    },
    ...(emphasis && { emphasis }),
  });
  const moneyRow = (label: string, pick: (result: typeof base) => Known<number>) =>
    row(label, (result) => amount(pick(result), currency));
  return {
    kind: 'table',
    id: 'returns',
    heading: sentence('What each side puts in and gets back'),
    columns: [
      { key: 'what', label: '', align: 'left', weight: 2, cut: 'text' },
      { key: 'base', label: 'Base', align: 'right', weight: 1, cut: 'fixed' },
      { key: 'conservative', label: 'Conserv.', align: 'right', weight: 1, cut: 'fixed' },
    ],
    rows: [
      moneyRow('Revenue in the quarter', ({ revenueInQuarter }) => revenueInQuarter),
      moneyRow('Revenue later', ({ revenueLater }) => revenueLater),
      moneyRow('Margin, services included', ({ margin }) => margin),
      moneyRow('Own share of the cost', ({ money }) => money.ownShare),
      row('Return on own share', ({ returns }) => returns.return_partner.value, 'strong'),
      row('Return before funding', ({ returns }) => returns.return_before_funding.value),
      // Before it runs it stands beside what is spent.
      ...(hasBegun({ verified }) ? [moneyRow('Paid by MDF', ({ money }) => money.mdf)] : []),
      ...(edition === 'internal'
        ? [
            row('Our margin', ({ returns }) => returns.vendor_margin.value),
            row('Our margin per 1 of MDF', ({ returns }) => returns.return_vendor.value, 'strong'),
          ]
        : []),
    ],
    isWhole: true,
  };
}

/** The marks of a complete plan, with what is missing; in short a line of words on pages that end. */
export function marksBlocks({ marks }: MarketingPlanResult, { isShort }: { readonly isShort: boolean }): Block[] {
  const done: Status = { meaning: 'good', word: 'done' };
  const open: Status = { meaning: 'watch', word: 'open' };
  const missing = marks.filter((mark) => !mark.done);
  const heading = sentence('{done} of {all} marks of a complete plan', {
    done: count(marks.length - missing.length),
    all: count(marks.length),
  });
  const table: Table = {
    kind: 'table',
    id: 'marks',
    heading,
    columns: [
      { key: 'mark', label: 'Mark', align: 'left', weight: 1.8, cut: 'text' },
      { key: 'status', label: '', align: 'left', weight: 0.6, cut: 'fixed' },
      { key: 'todo', label: 'What is missing', align: 'left', weight: 3, cut: 'text', tone: 'soft', wraps: true },
    ],
    // What is open comes first: a page that is short of room cuts the end.
    rows: [...missing, ...marks.filter((mark) => mark.done)].map((mark) => ({
      cells: {
        mark: { value: text(mark.title) },
        status: { value: none, status: mark.done ? done : open },
        ...(mark.missing !== '' && { todo: { value: text(mark.missing) } }),
      },
    })),
    cutLast: true,
    ...(isShort && { detail: true }),
  };
  if (!isShort) return [table];
  const words = sentence(missing.length === 0 ? `${heading.pattern}.` : `${heading.pattern}. {open}`, {
    ...heading.values,
    open: text(missing.map((mark) => mark.missing).join(' ')),
  });
  return [table, { kind: 'paragraph', shortOf: 'marks', text: words }];
}

type Measure = NonNullable<MarketingPlan['goals'][number]['measure']>;

const MEASURES: Readonly<Record<Measure, string>> = {
  inquiries: 'inquiries',
  'qualified-leads': 'qualified leads',
  'won-deals': 'won deals',
  revenue: 'revenue',
};

/** The goals of the plan, with what its tactics come to; none without a goal. */
export function goalsTable(result: MarketingPlanResult): Table[] {
  const { plan, input } = result;
  if (plan.goals.length === 0) return [];
  const titles = new Map(input.marketingTactics.goals.map(({ id, title }) => [id, title]));
  return [
    {
      kind: 'table',
      id: 'goals',
      heading: sentence('Goals'),
      columns: [
        { key: 'goal', label: 'Goal', align: 'left', weight: 1.9, cut: 'text', wraps: true },
        { key: 'target', label: 'To reach', align: 'left', weight: 1.5, cut: 'text', wraps: true },
        { key: 'expected', label: 'Expected', align: 'right', weight: 0.9, cut: 'fixed' },
      ],
      rows: plan.goals.map(({ id, measure, target }) => ({
        cells: {
          goal: { value: text(titles.get(id) ?? id) },
          ...(measure && target !== undefined && goalCells(result, { id, measure, target })),
        },
      })),
    },
  ];
}

/** Of a goal only the tactics that serve it count. */
function goalCells(
  { campaigns, currency, input }: MarketingPlanResult,
  { id, measure, target }: { readonly id: string; readonly measure: Measure; readonly target: number },
): Row['cells'] {
  const { stages, judged_at: judged } = input.marketingTactics.waterfall;
  const serving = campaigns.filter(({ goals }) => goals.includes(id));
  const sum = (pick: (campaign: (typeof serving)[number]) => Known<number>) => addKnown(serving.map(pick));
  const at = (stage: string) => sum(({ base }) => countAt(base.counts, stage));
  const expected: Record<Measure, () => Value> = {
    inquiries: () => count(at(stages[0]!.id)),
    'qualified-leads': () => count(at(judged)),
    'won-deals': () => count(at(stages.at(-1)!.id)),
    revenue: () =>
      amount(
        sum(({ base }) => base.revenue),
        currency,
      ),
  };
  const { format } = pageFrame(input);
  const wanted = sentence(`{target} ${MEASURES[measure]}`, {
    target: measure === 'revenue' ? amount(target, currency) : count(target),
  });
  return {
    target: { value: text(formatSentence(wanted, format)) },
    expected: { value: expected[measure]() },
  };
}

/** What the wanted revenue takes at every stage, rounded up, in the quarter, a month and a week; none without such a number. */
export function needsBlocks({ needs, plan, currency, input }: MarketingPlanResult): Block[] {
  const { target_revenue: target } = plan;
  if (needs.length === 0 || target === undefined) return [];
  const { format } = pageFrame(input);
  const titles = new Map(input.marketingTactics.waterfall.stages.map(({ id, title }) => [id, title]));
  const up = (need: Known<number>) => count(whenKnown([need], roundUp));
  return [
    {
      kind: 'table',
      id: 'needs',
      heading: sentence('What {target} of revenue takes, at these rates', { target: amount(target, currency) }),
      columns: [
        { key: 'stage', label: '', align: 'left', weight: 1.8, cut: 'text' },
        { key: 'quarter', label: 'Quarter', align: 'right', weight: 0.8, cut: 'fixed' },
        { key: 'month', label: 'Month', align: 'right', weight: 0.8, cut: 'fixed' },
        { key: 'week', label: 'Week', align: 'right', weight: 0.8, cut: 'fixed' },
      ],
      rows: needs.map((need) => ({
        cells: {
          stage: { value: text(titles.get(need.of) ?? 'People spoken to') },
          quarter: { value: up(need.perQuarter) },
          month: { value: up(need.perMonth) },
          week: { value: up(need.perWeek) },
        },
      })),
      detail: true,
    },
    {
      kind: 'paragraph',
      shortOf: 'needs',
      text: sentence('{target} of revenue takes {all} at these rates.', {
        target: amount(target, currency),
        all: text(needs.map(inWords).join(', ')),
      }),
    },
  ];

  function inWords({ of, perQuarter }: (typeof needs)[number]): string {
    const words = of === 'contacts' ? 'people spoken to' : (titles.get(of) ?? of).toLowerCase();
    return formatSentence(sentence(`{need} ${words}`, { need: up(perQuarter) }), format);
  }
}
