import { conditionHolds } from '../../domain/story.ts';
import type { QbrFile } from '../../schema/qbr-file.ts';
import type { StorySlide } from '../../schema/qbr-storyline.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';
import { formatDate } from '../../units/format.ts';
import { daysBetween } from '../../units/plain-date.ts';
import type { Value } from '../../units/value.ts';
import type { ArtifactInput } from '../artifact.ts';
import type { PlannedProfit } from '../business-plan/index.ts';
import type { MarketingReview } from '../marketing-plan/index.ts';
import type { CapabilityResult } from '../capability-scorecard/index.ts';
import type { ScorecardResult } from '../performance-scorecard/index.ts';
import { waitingLines } from './confirmed.ts';
import { marketingValues } from './marketing-values.ts';
import type { OpenInput } from './open-input.ts';
import { profitValues } from './profit-values.ts';
import { reviewStoryValues } from './story-values.ts';
import { uncountedCampaigns } from './uncounted-campaigns.ts';

/** One partner's review: its figures, its own file, and what is still missing. */
export interface QbrResult {
  readonly input: ArtifactInput;
  readonly scorecard: ScorecardResult;
  readonly capability: CapabilityResult;
  /** The partner's own plan; undefined where none was made. */
  readonly plan?: PlannedProfit;
  /** The quarter's joint marketing; undefined where no plan was written. */
  readonly marketing?: MarketingReview;
  readonly values: Readonly<Record<string, Value>>;
  readonly file?: QbrFile;
  readonly openInputs: readonly OpenInput[];
}

/** Figures whose absence leaves out part of a slide that is still shown. */
const WORTH_ASKING = [
  {
    figure: 'plan_to_date',
    slide: 'performance',
    what: 'A target for the fiscal year, by quarter or month',
    effort: '15 minutes',
    opens: 'Pace and coverage against plan',
  },
  {
    figure: 'stale_deals',
    slide: 'pipeline',
    what: 'The last activity of deals in the export',
    effort: '10 minutes',
    opens: 'Which deals have gone quiet',
  },
] as const;

/**
 * Collects what the review can say.
 *
 * @param siblings the partner's scorecards, computed once for all pages
 * @param built ids of the slides this version can draw; others neither show nor ask for input
 */
export function computeQbr(
  input: ArtifactInput,
  { scorecard, capability, plan, marketing }: Pick<QbrResult, 'scorecard' | 'capability' | 'plan' | 'marketing'>,
  built: ReadonlySet<string>,
): QbrResult {
  const file = input.files.qbr.get(formatFiscalQuarter(input.review.quarter));
  const values = {
    ...scorecard.values,
    ...capability.values,
    ...reviewStoryValues(input),
    ...profitValues(plan),
    ...marketingValues(input, marketing),
  };
  const openInputs = [...openInputsOf(input, values, file, built), ...uncountedCampaigns(marketing, built)];
  return {
    input,
    scorecard,
    capability,
    values: { ...values, open_inputs: { kind: 'count', count: openInputs.length } },
    openInputs,
    ...(plan && { plan }),
    ...(marketing && { marketing }),
    ...(file && { file }),
  };
}

/** Whether the storyline shows a slide with these figures. */
export function isShown(slide: StorySlide, values: Readonly<Record<string, Value>>): boolean {
  return needsKnown(slide, values) && (!slide.show_when || conditionHolds(slide.show_when, { values }));
}

function needsKnown({ needs }: StorySlide, values: Readonly<Record<string, Value>>): boolean {
  return needs.every((name) => values[name] !== undefined && values[name].kind !== 'missing');
}

function openInputsOf(
  { storyline, files, review, config }: ArtifactInput,
  values: Readonly<Record<string, Value>>,
  file: QbrFile | undefined,
  built: ReadonlySet<string>,
): OpenInput[] {
  const slides = storyline.slides.filter(({ id }) => built.has(id));
  const leftOut = slides
    .filter((slide) => slide.open_input && !needsKnown(slide, values))
    .map(({ id, open_input, open_effort, question }) => ({
      slide: id,
      what: open_input!,
      ...(open_effort !== undefined && { effort: open_effort }),
      opens: question,
    }));
  const partial = files.deals
    ? WORTH_ASKING.filter(({ figure }) => values[figure]?.kind === 'missing').map(({ figure: _, ...asked }) => asked)
    : [];
  const older = staleExport(review, config);
  const withoutAmount = withoutAmounts(files.deals?.rows ?? []);
  return [
    ...leftOut,
    ...partial.filter(({ slide }) => needsOf(slides, slide, values)),
    ...older,
    ...withoutAmount,
    ...unconfirmed(file),
  ];
}

function needsOf(slides: readonly StorySlide[], id: string, values: Readonly<Record<string, Value>>): boolean {
  const slide = slides.find((candidate) => candidate.id === id);
  return slide !== undefined && needsKnown(slide, values);
}

/** Two weeks without an export: the pages are true, but of then. */
const FRESH_DAYS = 14;

function staleExport({ pipeline, asOf }: ArtifactInput['review'], { locale }: ArtifactInput['config']): OpenInput[] {
  if (daysBetween(pipeline, asOf) <= FRESH_DAYS) return [];
  const what = `An export newer than that of ${formatDate(pipeline, locale)}`;
  return [{ slide: 'pipeline', what, effort: '5 minutes', opens: 'Results and pipeline as they stand today' }];
}

function withoutAmounts(
  deals: readonly { readonly status: string; readonly amount?: number | undefined }[],
): OpenInput[] {
  const open = deals.filter(({ status, amount }) => status === 'open' && amount === undefined).length;
  if (open === 0) return [];
  return [
    {
      slide: 'pipeline',
      what: `The amount of ${open} open ${open === 1 ? 'deal' : 'deals'}`,
      effort: '5 minutes',
      opens: 'Their value in pipeline and coverage',
    },
  ];
}

function unconfirmed(file: QbrFile | undefined): OpenInput[] {
  const { decisions, asksOfVendor, asksOfPartner, commitments } = waitingLines(file);
  const waiting = decisions.length + asksOfVendor.length + asksOfPartner.length + commitments.length;
  if (waiting === 0) return [];
  return [
    {
      slide: 'summary',
      what: `Your confirmation of ${waiting} ${waiting === 1 ? 'line' : 'lines'} in the review's file`,
      effort: '5 minutes',
      opens: 'Decisions, asks and commitments in the partner edition',
    },
  ];
}
