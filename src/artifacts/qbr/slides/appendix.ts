import type { Column, Row, Table } from '../../../document/block.ts';
import type { DealAt } from '../../../domain/deals-at.ts';
import { formatSentence } from '../../../units/format.ts';
import { plural } from '../../../units/plural.ts';
import { sentence } from '../../../units/sentence.ts';
import { count, date, share, text, times, type Value } from '../../../units/value.ts';
import { dealCells, dealFlags, flagCell, flagContextOf, rankedOpenDeals } from '../../performance-scorecard/index.ts';
import type { SlideBuilder, SlideContext } from '../slide.ts';

/** Deals a page holds in one table; more stand side by side, with room for one flag each. */
const DEALS_IN_ONE_TABLE = 15;

/** Every open deal behind the figures, by close date; what the partner must not see stands in the internal edition only. */
export const dealsAppendix: SlideBuilder = (context) => {
  const { performance } = context.result.scorecard;
  const deals = rankedOpenDeals(performance).sort(byCloseDate);
  const columns = context.edition === 'internal' ? INTERNAL_COLUMNS : PARTNER_COLUMNS;
  const flags = deals.length > DEALS_IN_ONE_TABLE ? 1 : 2;
  const filled = deals.map((deal) => dealRow(deal, flags, context));
  const used = columns.filter(({ key }) => key === 'account' || filled.some(({ cells }) => says(cells, key)));
  return {
    layout: 'appendix',
    main: [{ kind: 'table', id: 'deals', columns: used, rows: filled }],
    side: [],
    strip: false,
    source: 'deals',
  };
};

/** A product that is but the name of its deal says nothing new. */
function says(cells: Row['cells'], key: string): boolean {
  const value = cells[key]?.value;
  const deal = key === 'product' ? cells['deal']?.value : undefined;
  return value !== undefined && !(value.kind === 'text' && deal?.kind === 'text' && value.text === deal.text);
}

const PARTNER_COLUMNS: readonly Column[] = [
  { key: 'account', label: 'Account', align: 'left', weight: 2.3, cut: 'name', tone: 'strong' },
  { key: 'deal', label: 'Deal', align: 'left', weight: 2.7, cut: 'text', tone: 'soft' },
  { key: 'product', label: 'Product', align: 'left', weight: 1.5, cut: 'text' },
  { key: 'stage', label: 'Stage', align: 'left', weight: 1.1, cut: 'text' },
  { key: 'close', label: 'Close', align: 'right', weight: 0.9, cut: 'fixed' },
  { key: 'amount', label: 'Amount', align: 'right', weight: 0.9, cut: 'fixed' },
  { key: 'registration', label: 'Registration', align: 'left', weight: 1.2, cut: 'fixed', tone: 'soft' },
  { key: 'flag', label: 'Flag', align: 'left', weight: 1.8, cut: 'text' },
];

const INTERNAL_COLUMNS: readonly Column[] = [
  ...PARTNER_COLUMNS.filter(({ key }) => key !== 'product' && key !== 'registration'),
  { key: 'odds', label: 'Odds', align: 'right', weight: 0.6, cut: 'fixed' },
  { key: 'category', label: 'Category', align: 'left', weight: 1, cut: 'text' },
  { key: 'next', label: 'Next step', align: 'left', weight: 2.4, cut: 'text', tone: 'soft' },
];

function dealRow(deal: DealAt, flags: number, { result, edition }: SlideContext): Row {
  const { performance } = result.scorecard;
  const { input } = result;
  const rules = input.storyline.slides.find(({ id }) => id === 'pipeline')?.risk ?? [];
  const { product, registration_id, probability_percent, forecast_category, next_step } = deal.deal;
  const cell = (key: string, value: Value | undefined) => (value ? { [key]: { value } } : {});
  return {
    cells: {
      ...dealCells(deal, performance.currency, performance),
      ...cell('product', product === undefined ? undefined : text(product)),
      ...cell('registration', registration_id === undefined ? undefined : text(registration_id)),
      ...flagCell(dealFlags(deal, rules, flagContextOf(input, performance)).slice(0, flags)),
      ...(edition === 'internal' && {
        ...cell('odds', probability_percent === undefined ? undefined : share(probability_percent / 100)),
        ...cell('category', forecast_category === undefined ? undefined : text(forecast_category)),
        ...cell('next', next_step === undefined ? undefined : text(next_step)),
      }),
    },
  };
}

function byCloseDate(a: DealAt, b: DealAt): number {
  const [first, second] = [a.deal.close_date ?? '9999', b.deal.close_date ?? '9999'];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** How the figures are computed, and the files they come from. */
export const definitionsAppendix: SlideBuilder = (context) => {
  return {
    layout: 'appendix',
    main: [definitionsTable(context), { kind: 'paragraph', text: bookingsWords(context) }],
    side: [sourcesTable(context)],
    strip: false,
    source: 'all files of the review',
  };
};

function definitionsTable(context: SlideContext): Table {
  const { figures, plan, review } = context.result.scorecard.performance;
  const known = (value: Value) => value.kind !== 'missing';
  const end = context.figures.values['rest_end']!;
  const rows: [string, ReturnType<typeof sentence> | undefined][] = [
    ['Won', sentence('Won deals by close date up to {day}', { day: date(review.results) })],
    [
      'Plan to date',
      plan &&
        sentence(
          plan.basis === 'months'
            ? 'Monthly plan up to {day}; the running month counted by days'
            : "The year's target by days up to {day}",
          { day: date(review.results) },
        ),
    ],
    ['Pace', known(figures.pace.value) ? sentence('Won ÷ plan to date, not the full year') : undefined],
    [
      'Coverage',
      known(figures.coverage.value) ? sentence('Open pipeline closing by {end} ÷ (target − won)', { end }) : undefined,
    ],
    ['Needed coverage', known(figures.open_pipeline.value) ? neededWords(context) : undefined],
    [
      'Forecast',
      known(figures.forecast.value)
        ? sentence('Won + open pipeline of the year × {rate}', { rate: figures.forecast_rate.value })
        : undefined,
    ],
    [
      'Capability',
      known(context.result.capability.figures['score']!.value)
        ? sentence('Weighted mean of your own answers, 1 to 100; what was not answered counts on neither side')
        : undefined,
    ],
    ['Last year', known(figures.change_vs_last_year.value) ? sentence('The same days of last year') : undefined],
  ];
  return {
    kind: 'table',
    id: 'definitions',
    heading: sentence('How figures are computed'),
    columns: [
      { key: 'figure', label: 'Figure', align: 'left', weight: 1.6, cut: 'text', tone: 'strong' },
      { key: 'definition', label: 'Definition', align: 'left', weight: 5.4, cut: 'text' },
    ],
    rows: rows.flatMap(([name, words]) =>
      words
        ? [
            {
              cells: {
                figure: { value: text(name) },
                definition: { value: text(formatSentence(words, context.format)) },
              },
            },
          ]
        : [],
    ),
  };
}

function neededWords({ result }: SlideContext): ReturnType<typeof sentence> {
  const { figures } = result.scorecard.performance;
  const { floor, minimum_closed_deals } = result.input.config.thresholds.coverage;
  const need = figures.required_coverage.value;
  const { value: used } = figures.own_rate_used;
  if (used.kind === 'flag' && used.flag) {
    const rate = figures.win_rate_by_value.value;
    return sentence('1 ÷ own win rate by value of {rate}, at least {floor}', { rate, floor: times(floor) });
  }
  const { value: blank } = figures.losses_without_amounts;
  if (blank.kind === 'flag' && blank.flag) {
    return sentence('{need}, as the losses carry no amounts; otherwise 1 ÷ own win rate by value', { need });
  }
  const { value: few } = figures.few_losses_logged;
  if (few.kind === 'flag' && few.flag) {
    return sentence('{need}, as few losses are logged; otherwise 1 ÷ own win rate by value', { need });
  }
  return sentence('{need} until the own win rate rests on {deals} closed deals in four quarters', {
    need,
    deals: count(minimum_closed_deals),
  });
}

function bookingsWords({ result }: SlideContext): ReturnType<typeof sentence> {
  const { bookings } = result.input.config;
  return sentence('Amounts in {currency}, {kinds} bookings, shown to three figures; sums are made before rounding.', {
    currency: text(result.scorecard.performance.currency),
    kinds: text(bookings.count.join(', ')),
  });
}

function sourcesTable({ result }: SlideContext): Table {
  const { files, review } = result.input;
  const rows: Row[] = [];
  const add = (name: string, held: string, day: Value) =>
    rows.push({ cells: { source: { value: text(name) }, held: { value: text(held) }, asOf: { value: day } } });
  if (files.deals) add('Deals', plural(files.deals.rows.length, 'row'), date(review.pipeline));
  const target = result.scorecard.performance.plan;
  if (target) add('Targets', target.basis === 'months' ? '12 months' : 'one year', date(target.agreed));
  if (files.facts) add('Other figures', plural(files.facts.rows.length, 'row'), date(review.results));
  if (files.commitments) add('Commitments', plural(files.commitments.commitments.length, 'line'), date(review.asOf));
  const assessed = result.capability.now?.assessed;
  if (assessed) add('Assessment', plural(assessed.score.questionsAnswered, 'answer'), date(assessed.assessment.date));
  return {
    kind: 'table',
    id: 'sources',
    heading: sentence('Sources'),
    columns: [
      { key: 'source', label: 'Source', align: 'left', weight: 1.6, cut: 'text', tone: 'strong' },
      { key: 'held', label: 'Held', align: 'left', weight: 1.2, cut: 'text' },
      { key: 'asOf', label: 'As of', align: 'right', weight: 1.2, cut: 'fixed' },
    ],
    rows,
  };
}
