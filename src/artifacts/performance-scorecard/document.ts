import type { KeyFigure, Table } from '../../document/block.ts';
import type { Document, Edition, Section } from '../../document/document.ts';
import { chooseRule } from '../../domain/story.ts';
import type { Figure } from '../../domain/figure.ts';
import type { TierStanding } from '../../domain/tiers/tier-standing.ts';
import type { StorySlide } from '../../schema/qbr-storyline.ts';
import { isKnown } from '../../units/missing.ts';
import { plainSentence, sentence, type Sentence } from '../../units/sentence.ts';
import { amount, count, text } from '../../units/value.ts';
import { figuresOf } from '../edition-figures.ts';
import { pageFrame } from '../page-frame.ts';
import { cumulativeChart, againstTable, monthlyChart, paceDifference } from './result-blocks.ts';
import { flagContextOf, periodsChart, topDealsTable } from './pipeline-blocks.ts';
import {
  assumedSentence,
  keptSentence,
  leavingTable,
  requirementsTable,
  tierKeyFigure,
  type TierPage,
} from './tier-blocks.ts';
import { allFigures, type ScorecardResult } from './compute.ts';
import { measureBalance } from '../../domain/metrics/measure-balance.ts';
import { internalMetricNames, metricsHeadline, metricsInShort, metricsTable } from './metric-blocks.ts';
import { footnotedResult } from './footnoted-result.ts';
import { movementBody, movementInShort } from './movement-blocks.ts';

/** The one-page performance scorecard. */
export function scorecardDocument(computed: ScorecardResult, edition: Edition): Document {
  const { result, footnotes } = footnotedResult(computed, edition);
  const { input, performance } = result;
  const frame = pageFrame(input);
  const { bookings_ytd: won } = performance.figures;
  const values = Object.fromEntries(Object.entries(allFigures(computed)).map(([name, { value }]) => [name, value]));
  const nothingYet = won.value.kind !== 'amount' || (!performance.plan && won.value.amount === 0);
  const sections = [
    figuresSection(result),
    ...(nothingYet ? [] : [resultsSection(result)]),
    ...(performance.open ? [pipelineSection(result)] : []),
    ...movementSection(result),
    ...(result.tier ? [programSection(result, result.tier, edition)] : []),
    ...metricsSection(result, edition),
  ];
  return {
    ...frame,
    id: 'performance-scorecard',
    title: 'Performance scorecard',
    edition,
    sections,
    figures: figuresOf(values, edition, internalMetricNames(computed)),
    ...(footnotes.length > 0 && { footnotes }),
  };
}

/** The row of figures on top: results first, then what is still ahead. */
function figuresSection(result: ScorecardResult): Section {
  const figures = scorecardFigures(result);
  const nothingLoaded = figures.every(({ value }) => value.kind === 'missing');
  const words = sentence('No figures of {quarter} are loaded yet.', { quarter: result.values['quarter']! });
  return {
    ...sectionCore(result, 'summary', 'Performance', headlineOf(result, 'summary')),
    layout: 'key-figures',
    top: [{ kind: 'key-figures', figures }],
    main: nothingLoaded ? [{ kind: 'paragraph', text: words }] : [],
    side: [],
  };
}

function resultsSection(result: ScorecardResult): Section {
  const { performance } = result;
  return {
    ...sectionCore(result, 'performance', 'Performance to plan', headlineOf(result, 'performance')),
    layout: 'main-side',
    main: [cumulativeChart(performance), monthlyChart(performance)],
    side: [againstTable(performance)],
  };
}

function pipelineSection(result: ScorecardResult): Section {
  const { performance, input } = result;
  const slide = slideOf(result, 'pipeline');
  const format = pageFrame(input).format;
  const apart = apartSentence(result);
  const movement = movementInShort(result);
  return {
    ...sectionCore(result, 'pipeline', 'Pipeline to target', headlineOf(result, 'pipeline')),
    layout: 'side-main',
    side: [
      ...(performance.figures.open_pipeline.value.kind === 'amount'
        ? [periodsChart(performance, { format, quarters: true })]
        : []),
    ],
    main: [
      largestDeals(
        topDealsTable(flagContextOf(input, performance), { rules: slide?.risk ?? [], most: 7, stages: false }),
      ),
      ...(apart ? [{ kind: 'paragraph' as const, text: apart }] : []),
      ...(movement ? [movement] : []),
    ],
    ...stripOf(result),
  };
}

/** How many rows the sheet has room for is known only to the format: the heading names no number of them. */
function largestDeals(table: Table): Table {
  const { aside: _, ...deals } = table;
  if (table.rows.length <= (table.most ?? Infinity)) return table;
  return { ...deals, heading: sentence('Largest of {all|open deal|open deals}', { all: count(table.rows.length) }) };
}

function programSection(result: ScorecardResult, standing: TierStanding, edition: Edition): Section {
  const page = tierPage(result, standing);
  const [leaving, kept, assumed] = [leavingTable(page), keptSentence(page), assumedSentence(page)];
  const metrics = metricsInShort(result, edition);
  return {
    ...sectionCore(result, 'program', 'Program status', headlineOf(result, 'program')),
    layout: 'main-side',
    main: [
      requirementsTable(page),
      ...[assumed, kept].flatMap((text) => (text ? [{ kind: 'paragraph' as const, text }] : [])),
    ],
    side: [...(leaving ? [leaving] : []), ...(metrics ? [metrics] : [])],
    source: 'program rules, deals, certifications',
  };
}

/** Every metric by quarter; the internal page says when they measure only what was. */
function metricsSection(result: ScorecardResult, edition: Edition): Section[] {
  const table = metricsTable(result, edition);
  if (!table) return [];
  const note = edition === 'internal' ? measureBalance(result.input.metrics) : undefined;
  return [
    {
      ...sectionCore(result, 'metrics', 'Metrics', metricsHeadline(result, edition)),
      layout: 'table',
      main: [table, ...(note === undefined ? [] : [{ kind: 'paragraph' as const, text: plainSentence(note) }])],
    },
  ];
}

/** The way from the earlier export to this one: on pages without an end, and on every page that was asked for it. */
function movementSection(result: ScorecardResult): Section[] {
  const body = movementBody(result, pageFrame(result.input).format);
  if (!body) return [];
  const core = sectionCore(result, 'movement', 'Movement', body.headline);
  return [{ ...core, ...(body.wasAsked && { ownSheet: true }), layout: 'side-main', ...body.columns }];
}

function tierPage({ input, performance, figures }: ScorecardResult, standing: TierStanding): TierPage {
  const { tiers, assumed } = input;
  const { format } = pageFrame(input);
  return { standing, figures, tiers, format, currency: performance.currency, ...(assumed && { assumed }) };
}

/** Results and outlook as key figures; what is not known keeps its place with the reason. */
function scorecardFigures(result: ScorecardResult): KeyFigure[] {
  const { performance, tier } = result;
  const { figures, periods, currency } = performance;
  const next = periods.find(({ scope }) => scope === 'next');
  const won = (total: Figure, pace: Figure, plan: Figure, lastYear: Figure): KeyFigure => ({
    label: sentence(total.label),
    value: total.value,
    comparison:
      pace.value.kind === 'share'
        ? sentence('{pace} of plan to date', { pace: pace.value })
        : sentence('no plan to compare with'),
    ...(pace.status && { status: pace.status }),
    against: { plan: plan.value, versusPlan: paceDifference(pace.value), versusLastYear: lastYear.value },
  });
  return [
    won(figures.bookings_ytd, figures.pace, figures.plan_to_date, figures.change_vs_last_year),
    won(figures.bookings_quarter, figures.pace_quarter, figures.plan_quarter, figures.change_quarter_vs_last_year),
    {
      label: sentence(figures.forecast.label),
      value: figures.forecast.value,
      ...(figures.forecast_vs_target.value.kind === 'share' && {
        comparison: sentence('{share} of {target}', {
          share: figures.forecast_vs_target.value,
          target: figures.coverage_target.value,
        }),
      }),
      ...(figures.forecast.status && { status: figures.forecast.status }),
      against: { plan: figures.coverage_target.value, versusPlan: paceDifference(figures.forecast_vs_target.value) },
    },
    {
      label: sentence(figures.coverage.label),
      value: figures.coverage.value,
      comparison: sentence('needed {need}', { need: figures.required_coverage.value }),
      ...(figures.coverage.status && { status: figures.coverage.status }),
      against: { plan: figures.required_coverage.value },
    },
    ...(tier
      ? [tierKeyFigure(tierPage(result, tier))]
      : next
        ? [
            {
              label: sentence('Open, {period}', { period: text(next.label) }),
              value: amount(next.open.amount, currency),
              ...(isKnown(next.wonYearAgo) && {
                comparison: sentence('{won} won a year before', { won: amount(next.wonYearAgo, currency) }),
              }),
              status: next.status,
            },
          ]
        : []),
  ];
}

function apartSentence({ performance: { figures } }: ScorecardResult): Sentence | undefined {
  const worth = figures.won_undated_amount.value;
  const isWorthKnown = worth.kind === 'amount';
  const parts = [
    ['overdue', figures.overdue_deals, 'past the close date'],
    ['next', figures.no_next_step_deals, 'without a next step'],
    ['quiet', figures.stale_deals, 'quiet'],
    ['date', figures.no_close_date_deals, 'without a close date'],
    // Money that is won and stands in no period, because nobody said when.
    ['undated', figures.won_undated_deals, `won without a close date${isWorthKnown ? ' ({worth}, in no period)' : ''}`],
  ] as const;
  const known = parts.filter(([, { value }]) => value.kind === 'count' && value.count > 0);
  const unregistered = figures.won_unregistered.value;
  const never = unregistered.kind === 'count' && unregistered.count > 0 ? unregistered : undefined;
  if (known.length === 0 && !never) return undefined;
  const open =
    known.length > 0 ? [`Needs a look: ${known.map(([name, , words]) => `{${name}} ${words}`).join(', ')}.`] : [];
  const won = never ? ['{never|deal|deals} won in twelve months without a registration.'] : [];
  return sentence([...open, ...won].join(' '), {
    ...Object.fromEntries(known.map(([name, { value }]) => [name, value])),
    ...(isWorthKnown && known.some(([name]) => name === 'undated') && { worth }),
    ...(never && { never }),
  });
}

function stripOf(result: ScorecardResult): Pick<Section, 'strip'> {
  const slide = slideOf(result, 'performance');
  const figures = { values: result.values };
  const why = chooseRule(slide?.strip?.why ?? [], figures);
  const next = chooseRule(slideOf(result, 'pipeline')?.strip?.next ?? [], figures);
  return why ? { strip: { why: why.sentence, ...(next && { next: next.sentence }) } } : {};
}

function headlineOf(result: ScorecardResult, id: string): Sentence {
  const chosen = chooseRule(slideOf(result, id)?.headlines ?? [], { values: result.values });
  return chosen?.sentence ?? sentence('Results and pipeline of {quarter}', { quarter: result.values['quarter']! });
}

function slideOf({ input }: ScorecardResult, id: string): StorySlide | undefined {
  return input.storyline.slides.find((slide) => slide.id === id);
}

function sectionCore({ input }: ScorecardResult, id: string, name: string, headline: Sentence) {
  const targets = input.files.partner.targets.length > 0 ? ', targets' : '';
  return { id, kicker: { number: '', name }, headline, notes: [], source: `deals${targets}` };
}
