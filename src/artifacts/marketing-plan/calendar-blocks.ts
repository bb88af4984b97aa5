import type { Block, Cell, Column, Row } from '../../document/block.ts';
import {
  marketingCalendar,
  type CalendarStep,
  type MarketingCalendar,
  type StepKind,
} from '../../domain/marketing/calendar.ts';
import type { WeekPlace } from '../../domain/marketing/quarter-weeks.ts';
import { weekOf } from '../../domain/marketing/quarter-weeks.ts';
import { partsOfDate } from '../../units/plain-date.ts';
import { plainSentence, sentence } from '../../units/sentence.ts';
import { count, none, shortDate, text, type Status } from '../../units/value.ts';
import type { MarketingPlanResult } from './compute.ts';

/** How a step is marked in its week, and what the mark means; in a week of several the first of these stands. */
const MARKS: Readonly<Record<StepKind, readonly [mark: string, means: string]>> = {
  run: ['R', 'run'],
  request: ['M', 'last day to ask for MDF'],
  'first-spend': ['S', 'first spend'],
  claim: ['C', 'last day of the claim'],
  verify: ['V', 'verification'],
  review: ['W', 'review of the pipeline'],
  results: ['N', 'counts handed in'],
  'follow-up': ['F', 'last lead called'],
  preparation: ['P', 'preparation'],
};
const KINDS = Object.keys(MARKS) as readonly StepKind[];
const STATES: Readonly<Partial<Record<CalendarStep['state'], Status>>> = {
  done: { meaning: 'good', word: 'done' },
  late: { meaning: 'bad', word: 'late' },
};
const REVIEWS = 'Reviews';

/** The calendar of a plan worked out. */
export function calendarOf({ plan, range, campaigns, input }: Planned): MarketingCalendar {
  return marketingCalendar(campaigns, {
    ...{ plan, quarter: range, asOf: input.review.asOf },
    library: input.marketingTactics,
  });
}

/** The thirteen weeks of the quarter with a mark for what falls into each, what the marks mean, and every step with its day. */
export function calendarBlocks(result: Planned): readonly Block[] {
  const calendar = calendarOf(result);
  if (calendar.campaigns.length === 0) return [];
  return [weeksTable(calendar), legend(calendar), stepsTable(calendar)];
}

type Planned = Pick<MarketingPlanResult, 'plan' | 'range' | 'campaigns' | 'input'>;

function weeksTable(calendar: MarketingCalendar): Block {
  const numbers = calendar.weeks.map((_, index) => index + 1);
  const has = (place: WeekPlace) => calendar.steps.some(({ week }) => week === place);
  const places: readonly WeekPlace[] = [
    ...(has('before') ? (['before'] as const) : []),
    ...numbers,
    ...(has('after') ? (['after'] as const) : []),
  ];
  const labels: Readonly<Record<string, string>> = { before: '<1', after: `>${numbers.length}` };
  const rows = [
    ...calendar.campaigns.map(({ id, title }) => ({
      title,
      steps: calendar.steps.filter((one) => one.campaign === id),
    })),
    { title: REVIEWS, steps: calendar.steps.filter(({ kind }) => kind === 'review') },
  ].filter(({ steps }) => steps.length > 0);
  return {
    kind: 'table',
    id: 'calendar',
    // A timetable with half its rows is none.
    cutLast: true,
    heading: plainSentence('Calendar'),
    aside: plainSentence('weeks of the quarter; day of the month on which each begins'),
    columns: [
      { key: 'what', label: '', align: 'left', weight: 5, cut: 'name' },
      ...places.map((place): Column => ({
        ...{
          key: `w${place}`,
          label: labels[place] ?? `${place}`,
          align: 'right',
          weight: 1,
          cut: 'fixed',
          isCentred: true,
        },
      })),
    ],
    rows: [
      { cells: { what: { value: text('begins on the') }, ...beginnings(calendar) }, emphasis: 'indent' },
      ...rows.map(({ title, steps }): Row => ({
        cells: {
          what: { value: text(title) },
          ...Object.fromEntries(places.flatMap((place) => markIn(place, steps, calendar))),
        },
      })),
    ],
  };
}

function beginnings({ weeks }: MarketingCalendar): Record<string, Cell> {
  return Object.fromEntries(weeks.map(({ from }, index) => [`w${index + 1}`, { value: count(partsOfDate(from).day) }]));
}

function markIn(place: WeekPlace, steps: readonly CalendarStep[], calendar: MarketingCalendar): [string, Cell][] {
  const here = steps.filter((step) => isIn(place, step, calendar));
  const kind = KINDS.find((known) => here.some((step) => step.kind === known));
  if (!kind) return [];
  const isLate = here.some(({ state }) => state === 'late');
  const value = text(`${MARKS[kind][0]}${isLate ? '!' : ''}`);
  // What is late is red on a pale ground.
  const tint = kind === 'run' && !isLate ? 'strong' : 'soft';
  return [[`w${place}`, { value, tint, ...(isLate && { meaning: 'bad' }) }]];
}

/** What takes several days stands in every week it touches. */
function isIn(place: WeekPlace, { week, until }: CalendarStep, { weeks }: MarketingCalendar): boolean {
  if (until === undefined || typeof place !== 'number' || typeof week !== 'number') return week === place;
  const last = weekOf(until, weeks);
  return place >= week && (last === 'after' || (typeof last === 'number' && place <= last));
}

function legend({ steps }: MarketingCalendar): Block {
  const used = KINDS.filter((kind) => steps.some((step) => step.kind === kind));
  const words = used.map((kind) => `${MARKS[kind][0]} ${MARKS[kind][1]}`);
  const late = steps.some(({ state }) => state === 'late') ? ['! late'] : [];
  return { kind: 'paragraph', text: plainSentence([...words, ...late].join(' · ')) };
}

function stepsTable({ steps, campaigns }: MarketingCalendar): Block {
  const titles = new Map(campaigns.map(({ id, title }) => [id, title]));
  const isSomebodyNamed = steps.some(({ who }) => who !== undefined);
  return {
    kind: 'table',
    id: 'steps',
    heading: sentence('What has to be done, and by when'),
    detail: true,
    columns: [
      { key: 'on', label: 'By', align: 'right', weight: 2, cut: 'fixed' },
      { key: 'campaign', label: 'Tactic', align: 'left', weight: 4, cut: 'name' },
      { key: 'what', label: 'What', align: 'left', weight: 8, cut: 'text', wraps: true },
      ...(isSomebodyNamed
        ? [{ key: 'who', label: 'Who', align: 'left', weight: 3, cut: 'name' } as const satisfies Column]
        : []),
      { key: 'state', label: '', align: 'left', weight: 2, cut: 'fixed' },
    ],
    rows: steps.map(({ on, campaign, what, who, state }): Row => {
      const status = STATES[state];
      return {
        cells: {
          on: { value: shortDate(on) },
          campaign: { value: text((campaign === undefined ? undefined : titles.get(campaign)) ?? REVIEWS) },
          what: { value: text(what) },
          ...(who !== undefined && { who: { value: text(who) } }),
          ...(status && { state: { value: none, status } }),
        },
      };
    }),
  };
}
