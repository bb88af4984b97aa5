import { missing, type Known } from '../../units/missing.ts';
import { daysBetween, type PlainDate } from '../../units/plain-date.ts';
import type { Deal } from '../../schema/deal.ts';
import { selectDeals, type DealAt, type Selection } from '../deals-at.ts';
import type { DateRange } from '../fiscal-calendar.ts';

/** What is open on a day, and what of it needs a hand. */
export interface OpenPipeline {
  readonly on: PlainDate;
  readonly all: Selection;
  /** Open deals whose close date has passed. */
  readonly overdue: Selection;
  readonly withoutCloseDate: Selection;
  /** Unknown when next steps were not loaded. */
  readonly withoutNextStep: Known<Selection>;
  /** Open deals without activity for more than the quiet days; unknown when activity was not loaded. */
  readonly quiet: Known<Selection>;
  /** Open deals that close in a span, are not past their date and will be bookings once they are won. */
  readonly closingIn: (range: DateRange) => Selection;
}

/**
 * @param deals the partner's deals as they stood on `on`
 * @param columns the columns that were loaded: without `last_activity` nothing can be called quiet
 */
export function openPipelineOf(
  deals: readonly DealAt[],
  {
    on,
    columns,
    quietDays,
  }: { readonly on: PlainDate; readonly columns: ReadonlySet<keyof Deal>; readonly quietDays: number },
): OpenPipeline {
  const open = (rule: (deal: Deal, counts: boolean) => true | string) =>
    selectDeals(deals, ({ deal, state, counts }) =>
      state === 'open' ? rule(deal, counts) : state === 'not yet created' ? 'created later' : state,
    );
  const ifLoaded = (column: keyof Deal, rule: (deal: Deal) => true | string): Known<Selection> =>
    columns.has(column) ? open(rule) : missing(`${column.replace('_', ' ')} of deals not loaded`);
  return {
    on,
    all: open(() => true),
    overdue: open((deal) => (isOverdue(deal, on) ? true : 'close date not passed')),
    withoutCloseDate: open((deal) => (deal.close_date === undefined ? true : 'has a close date')),
    withoutNextStep: ifLoaded('next_step', (deal) =>
      deal.status !== 'open'
        ? 'closed later, its next step then unknown'
        : deal.next_step === undefined
          ? true
          : 'has a next step',
    ),
    quiet: ifLoaded('last_activity', (deal) =>
      isQuiet(deal, on, quietDays)
        ? true
        : deal.last_activity === undefined
          ? 'last activity unknown'
          : 'recently active',
    ),
    closingIn: (range) =>
      open((deal, counts) => (counts ? closingVerdict(deal, on, range) : 'open, but no kind of booking')),
  };
}

function isOverdue(deal: Deal, on: PlainDate): boolean {
  return deal.close_date !== undefined && deal.close_date < on;
}

function isQuiet(deal: Deal, on: PlainDate, quietDays: number): boolean {
  return deal.last_activity !== undefined && daysBetween(deal.last_activity, on) > quietDays;
}

function closingVerdict(deal: Deal, on: PlainDate, { from, to }: DateRange): true | string {
  if (deal.close_date === undefined) return 'open without a close date';
  if (isOverdue(deal, on)) return 'open, past the close date';
  if (deal.close_date < from) return 'open, closing before';
  if (deal.close_date > to) return 'open, closing later';
  return true;
}
