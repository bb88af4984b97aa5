import type { Campaign, MarketingPlan } from '../../schema/marketing-plan-file.ts';
import type { MarketingTactics, MdfRules, Tactic } from '../../schema/marketing-tactics.ts';
import type { RequestState } from '../../schema/mdf-request.ts';
import { addDays, addWeeks, addWorkingDays, type PlainDate } from '../../units/plain-date.ts';
import type { DateRange } from '../fiscal-calendar.ts';
import { weekOf, weeksOfQuarter, type WeekPlace } from './quarter-weeks.ts';

/** What happens on a day of the calendar, in the order of a campaign's life. */
export type StepKind =
  'preparation' | 'request' | 'first-spend' | 'run' | 'follow-up' | 'results' | 'claim' | 'verify' | 'review';

/** `late`: its day is past and it is not known to be done; `past`: it is a day of a plan under way that nobody has to report. */
export type StepState = 'done' | 'past' | 'late' | 'ahead';

/** One thing that has to happen, and when. */
export interface CalendarStep {
  readonly kind: StepKind;
  /** Id of the campaign; absent for a review of the whole plan. */
  readonly campaign?: string;
  readonly on: PlainDate;
  /** The last day, where it takes several. */
  readonly until?: PlainDate;
  readonly what: string;
  /** Who sees to it, where somebody is named. */
  readonly who?: string;
  readonly state: StepState;
  /** The week of the quarter it falls into. */
  readonly week: WeekPlace;
}

/** The calendar of a plan: the thirteen weeks of its quarter and what falls into them, before and after. */
export interface MarketingCalendar {
  readonly weeks: readonly DateRange[];
  readonly campaigns: readonly { readonly id: string; readonly title: string }[];
  /** In the order of their days. */
  readonly steps: readonly CalendarStep[];
}

/** What of a campaign the calendar is made from. */
export interface ScheduledCampaign {
  readonly campaign: Campaign;
  readonly tactic: Pick<Tactic, 'preparation'>;
  readonly title: string;
  readonly start: PlainDate;
  readonly end: PlainDate;
  readonly firstSpend: PlainDate;
  /** What MDF pays of it, a ratio; nothing is asked for where it is 0. */
  readonly fundingShare: number;
}

export interface CalendarSetting {
  readonly plan: Pick<MarketingPlan, 'status' | 'reviews'>;
  readonly library: Pick<MarketingTactics, 'mdf'> & { readonly waterfall: { readonly lead_follow_up_days: number } };
  /** First and last day of the plan's quarter. */
  readonly quarter: DateRange;
  readonly asOf: PlainDate;
}

/**
 * When everything about a plan's campaigns has to happen: preparation by the weeks the library says, the last day of the request for funds,
 * first spend, run, calls to the last leads, counts, claim, verification, and the reviews of the pipeline.
 */
export function marketingCalendar(
  campaigns: readonly ScheduledCampaign[],
  { plan, library, quarter, asOf }: CalendarSetting,
): MarketingCalendar {
  const weeks = weeksOfQuarter(quarter);
  const setting = { mdf: library.mdf, calledWithin: library.waterfall.lead_follow_up_days, asOf };
  const reviews = plan.reviews.dates.map((on): Dated => ({
    kind: 'review',
    on,
    what: 'Review of the pipeline',
    ...named(plan.reviews.owner),
  }));
  const dated = [...campaigns.flatMap((campaign) => stepsOf(campaign, setting)), ...reviews];
  const steps = dated
    .map((step) => ({ ...step, week: weekOf(step.on, weeks), state: stateOf(step, { status: plan.status, asOf }) }))
    .map(({ isDone: _, isReported: __, ...step }) => step)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return { weeks, campaigns: campaigns.map(({ campaign: { id }, title }) => ({ id, title })), steps };
}

/**
 * The last day on which funds can be asked for: so many days before money is first committed.
 */
export function requestBy(firstSpend: PlainDate, { deadlines }: Pick<MdfRules, 'deadlines'>): PlainDate {
  return addDays(firstSpend, -deadlines.submit_days_before_first_spend);
}

interface Dated extends Omit<CalendarStep, 'state' | 'week'> {
  /** It is known to be done. */
  readonly isDone?: boolean;
  /** That it is done is said in the plan: silence means that it is not. */
  readonly isReported?: boolean;
}

const NOT_SENT: readonly RequestState[] = ['draft', 'rejected'];

interface StepSetting {
  readonly mdf: MdfRules;
  readonly calledWithin: number;
  readonly asOf: PlainDate;
}

/** What was handed in later was not known on the day. */
function stepsOf(scheduled: ScheduledCampaign, setting: StepSetting): readonly Dated[] {
  const { campaign, tactic, title, start, end, firstSpend } = scheduled;
  const { follow_up: followUp, actual, verify_on: verifyOn } = campaign;
  const hasRun = actual !== undefined && actual.on <= setting.asOf;
  const steps: Dated[] = [
    ...preparationOf(scheduled),
    { kind: 'first-spend', on: firstSpend, what: 'First spend', ...named(campaign.owner) },
    {
      kind: 'run',
      on: start,
      ...(end > start && { until: end }),
      what: tactic.preparation['0'] ?? title,
      ...named(campaign.owner),
      isDone: hasRun,
    },
    {
      kind: 'follow-up',
      on: addWorkingDays(end, followUp?.days ?? setting.calledWithin),
      what: 'The last lead is called',
      ...named(followUp?.owner),
    },
    ...(scheduled.fundingShare > 0 ? fundingSteps(scheduled, setting) : []),
    ...(verifyOn === undefined
      ? []
      : [{ kind: 'verify', on: verifyOn, what: 'Verification', isDone: hasRun, isReported: true } as const]),
  ];
  return steps.map((step) => ({ ...step, campaign: campaign.id }));
}

/** What has to be ready so many weeks before the run; what the run itself needs is part of the run. */
function preparationOf({ tactic, start, campaign }: ScheduledCampaign): readonly Dated[] {
  return Object.entries(tactic.preparation)
    .map(([weeks, what]) => ({ weeks: Number(weeks), what }))
    .filter(({ weeks }) => weeks > 0)
    .map(({ weeks, what }) => ({
      kind: 'preparation',
      on: addWeeks(start, -weeks),
      what,
      ...named(campaign.owner),
    }));
}

function fundingSteps({ campaign, end, firstSpend }: ScheduledCampaign, { mdf, asOf }: StepSetting): readonly Dated[] {
  const { request, claim, actual } = campaign;
  const isSent = request !== undefined && !NOT_SENT.includes(request.status);
  const { results_days_after_end: results, claim_days_after_end: claimDays } = mdf.deadlines;
  if (request?.status === 'declined' || request?.status === 'expired') return [];
  return [
    {
      kind: 'request',
      on: requestBy(firstSpend, mdf),
      what: 'Last day to ask for MDF',
      ...named(request?.requester),
      isDone: isSent && (request.submitted === undefined || request.submitted <= asOf),
      isReported: true,
    },
    {
      kind: 'results',
      on: addDays(end, results),
      what: 'Counts handed in',
      isDone: actual !== undefined && actual.on <= asOf,
      isReported: true,
    },
    {
      kind: 'claim',
      on: request?.claim_by ?? addDays(end, claimDays),
      what: 'Last day of the claim',
      isDone: claim !== undefined && claim.date <= asOf,
      isReported: true,
    },
  ];
}

function named(who: string | undefined): { readonly who?: string } {
  return who === undefined ? {} : { who };
}

/** Nothing of a draft was begun on a day before it: what should have been done by now is late. */
function stateOf(
  { on, until = on, isDone = false, isReported = false }: Dated,
  { status, asOf }: { readonly status: MarketingPlan['status']; readonly asOf: PlainDate },
): StepState {
  if (isDone) return 'done';
  if (until >= asOf && !(status === 'draft' && on < asOf)) return 'ahead';
  return status === 'draft' || isReported ? 'late' : 'past';
}
