import type { Block, Table, Timeline } from '../../../document/block.ts';
import { lifeStageOf } from '../../../domain/life-stage/life-stage.ts';
import { onboardingOf } from '../../../domain/life-stage/onboarding.ts';
import { conditionHolds, fillPattern } from '../../../domain/story.ts';
import type { StorySlide } from '../../../schema/qbr-storyline.ts';
import { isKnown } from '../../../units/missing.ts';
import { sentence } from '../../../units/sentence.ts';
import { shortDate, text, none, type Value } from '../../../units/value.ts';
import {
  dealCells,
  flagContextOf,
  periodsChart,
  rankedOpenDeals,
  stagesChart,
  topDealsTable,
} from '../../performance-scorecard/index.ts';
import { checkpointsAhead, nextOnboardingSteps } from '../../onboarding-blocks.ts';
import { firstDealsRule } from '../first-deals.ts';
import type { SlideBody, SlideBuilder, SlideContext } from '../slide.ts';
import { fallbackPanels } from './fallback-panels.ts';

const MOST_TOP_DEALS = 7;

/** What is open for what is left, with the largest deals; a recovery page where nothing is open. */
export const pipelineSlide: SlideBuilder = (context) => {
  const { slide, figures, result } = context;
  const first = firstDealsRule(context);
  if (first) return firstDealsPage(context, first);
  if (slide.fallback && conditionHolds(slide.fallback.when, figures))
    return fallbackPanels(context, slide.fallback.panels, 'deals');
  const { performance } = result.scorecard;
  const most = slide.top_deals?.most ?? MOST_TOP_DEALS;
  const deals = topDealsTable(flagContextOf(result.input, performance), {
    rules: slide.risk ?? [],
    most,
    stages: true,
  });
  const table = { ...deals, overflow: { sumColumn: 'amount', where: 'in the appendix' } };
  // Without amounts there is nothing to draw: the deals have the page to themselves.
  if (performance.figures.open_pipeline.value.kind !== 'amount')
    return { layout: 'table', main: [table], source: 'deals' };
  return {
    layout: 'side-main',
    side: [periodsChart(performance, { format: context.format, quarters: false }), stagesChart(performance)],
    main: [table],
    source: 'deals',
  };
};

function firstDealsPage(context: SlideContext, rule: NonNullable<StorySlide['first_deals']>): SlideBody {
  const { figures, result, subject, vendor } = context;
  const onboarding = onboardingOf(result.input, lifeStageOf(result.input));
  const sides = { partner: subject.shortName, vendor };
  const items = rule.items.flatMap((pattern) => fillPattern(pattern, figures) ?? []).map((lead) => ({ lead }));
  const main: Block[] = [
    ...dealsSoFar(context),
    timeline(context),
    ...(onboarding ? nextOnboardingSteps(onboarding, sides) : []),
  ];
  return {
    layout: 'main-side',
    kicker: { number: rule.number, name: rule.kicker },
    main,
    side: [
      ...(items.length > 0 ? [{ kind: 'panel', tone: 'accent', heading: sentence(rule.heading), items } as const] : []),
      ...(onboarding ? checkpointsAhead(onboarding) : []),
    ],
    strip: false,
    source: 'deals',
  };
}

/** Won deals first, then the open ones. */
function dealsSoFar({ result }: SlideContext): Table[] {
  const { performance } = result.scorecard;
  const won = performance.figures.bookings_ytd.evidence.selection?.counted ?? [];
  const deals = [...won, ...rankedOpenDeals(performance)];
  if (deals.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'deals-so-far',
      heading: sentence('Deals so far'),
      columns: [
        { key: 'account', label: 'Account', align: 'left', weight: 2, cut: 'name', tone: 'strong' },
        { key: 'deal', label: 'Deal', align: 'left', weight: 2.4, cut: 'text', tone: 'soft' },
        { key: 'amount', label: 'Amount', align: 'right', weight: 0.9, cut: 'fixed' },
        { key: 'status', label: 'Status', align: 'left', weight: 1.2, cut: 'text' },
        { key: 'close', label: 'Close', align: 'right', weight: 0.9, cut: 'fixed' },
      ],
      rows: deals.map((deal) => ({
        cells: {
          ...dealCells(deal, performance.currency, performance),
          status:
            deal.state === 'won'
              ? { value: none, status: { meaning: 'good', word: 'won' } }
              : { value: text(deal.deal.stage ?? 'open') },
        },
      })),
      most: 6,
      overflow: { sumColumn: 'amount' },
    },
  ];
}

/** From the agreement to the end of the fiscal year, with the first closings on the way. */
function timeline({ result }: SlideContext): Timeline {
  const { performance, input } = result.scorecard;
  const { review } = performance;
  const signed = input.files.partner.agreement_signed;
  const won = (performance.figures.bookings_ytd.evidence.selection?.counted ?? [])
    .map(({ deal }) => deal.close_date!)
    .sort()[0];
  const next = rankedOpenDeals(performance)
    .filter(({ deal, amount }) => isKnown(amount) && deal.close_date !== undefined && deal.close_date > review.pipeline)
    .map(({ deal }) => deal.close_date!)
    .sort()[0];
  const point = (day: typeof signed, words: string, done: boolean) =>
    day === undefined ? [] : [{ day, date: shortDate(day) as Value, label: sentence(words), done }];
  const points = [
    ...point(signed, 'signed', true),
    ...point(won, 'first deal won', true),
    ...point(review.asOf, 'today', true),
    ...point(next, won ? 'next deal planned' : 'first deal planned', false),
    ...point(review.yearRange.to, 'end of the fiscal year', false),
  ];
  return {
    kind: 'timeline',
    heading: sentence('From the agreement to today and on'),
    points: points
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      .map(({ date, label, done }) => ({ date, label, done })),
  };
}
