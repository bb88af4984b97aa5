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
import { formatMonthName, NO_BREAK_SPACE } from '../../units/format.ts';
import { monthOf } from '../../units/year-month.ts';
import { plainSentence, sentence } from '../../units/sentence.ts';
import { none, shortDate, text, type Status } from '../../units/value.ts';
import type { MarketingPlanResult } from './compute.ts';

/** How a step is marked in its week, and what the mark means; of several in a week the first ones of these stand. */
const MARKS: Readonly<Record<StepKind, readonly [mark: string, means: string]>> = {
  run: ['R', 'run'],
  request: ['M', 'MDF asked for by'],
  'first-spend': ['S', 'first spend'],
  claim: ['C', 'claim by'],
  verify: ['V', 'verification'],
  review: ['W', 'review'],
  results: ['N', 'counts'],
  'follow-up': ['F', 'leads called'],
  preparation: ['P', 'preparation'],
};
/** Letters that a narrow column has room for. */
const MOST_MARKS = 2;
const KINDS = Object.keys(MARKS) as readonly StepKind[];
const STATES: Readonly<Partial<Record<CalendarStep['state'], Status>>> = {
  done: { meaning: 'good', word: 'done' },
  late: { meaning: 'bad', word: 'late' },
};
const REVIEWS = 'Reviews';
/** With more campaigns the calendar would take the rows that say what they bring. */
const MOST_ON_ONE_PAGE = 4;

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

/** Whether a plan has so many campaigns that their calendar stands on a sheet of its own. */
export function fillsOwnSheet({ campaigns }: { readonly campaigns: readonly unknown[] }): boolean {
  return campaigns.length > MOST_ON_ONE_PAGE;
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
  const labels = { before: 'before', after: 'after' };
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
    ...(fillsOwnSheet(calendar) ? { isWhole: true } : { cutLast: true }),
    heading: plainSentence('Calendar'),
    aside: plainSentence('weeks by the day on which they begin'),
    columns: [
      { key: 'what', label: '', align: 'left', weight: 5, cut: 'name' },
      ...places.map((place): Column => ({
        ...{
          key: `w${place}`,
          label: typeof place === 'number' ? beginning(calendar, place) : labels[place],
          align: 'right',
          weight: 1,
          cut: 'fixed',
          isCentred: true,
        },
      })),
    ],
    rows: rows.map(({ title, steps }): Row => ({
      cells: {
        what: { value: text(title) },
        ...Object.fromEntries(places.map((place) => [`w${place}`, markIn(place, steps, calendar)])),
      },
    })),
  };
}

/** The day a week begins on; of the first week of a month with its name. */
function beginning({ weeks }: MarketingCalendar, week: number): string {
  const { from } = weeks[week - 1]!;
  const { day, month } = partsOfDate(from);
  const isFirst = week === 1 || partsOfDate(weeks[week - 2]!.from).month !== month;
  return isFirst ? `${day}${NO_BREAK_SPACE}${formatMonthName(monthOf(from))}` : `${day}`;
}

function markIn(place: WeekPlace, steps: readonly CalendarStep[], calendar: MarketingCalendar): Cell {
  const here = steps.filter((step) => isIn(place, step, calendar));
  const kinds = KINDS.filter((known) => here.some((step) => step.kind === known)).slice(0, MOST_MARKS);
  // A week without anything keeps its place.
  if (kinds.length === 0) return { value: text('·') };
  const isLate = here.some(({ state }) => state === 'late');
  const value = text(`${kinds.map((kind) => MARKS[kind][0]).join('')}${isLate ? '!' : ''}`);
  // What is late is red on a pale ground.
  const tint = kinds.includes('run') && !isLate ? 'strong' : 'soft';
  return { value, tint, ...(isLate && { meaning: 'bad' }) };
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
