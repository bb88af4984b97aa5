import { fiscalQuarterOf, type FiscalCalendar } from '../../domain/fiscal-calendar.ts';
import type { Deal } from '../../schema/deal.ts';
import { formatFiscalQuarter } from '../../units/fiscal-quarter.ts';

/** A deal of a partner's closed quarter before and after an import. */
export interface DealThenAndNow {
  readonly partner: string;
  readonly calendar: FiscalCalendar;
  /** Undefined where the partner was not credited with it. */
  readonly was: Deal | undefined;
  readonly is: Deal | undefined;
  /** Whether it was among the bookings of the quarter. */
  readonly counted: boolean;
  readonly counts: boolean;
  /** Partners whose file it stood in and stands in. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Why a deal makes another sum of a closed quarter, as a clause. */
export function whyRestated(deal: DealThenAndNow): string {
  const { was, is, counted, counts, partner, from, to, calendar } = deal;
  if (counted && counts) return 'its amount changed';
  if (counted) {
    if (!is) return to === undefined || to === partner ? 'is credited to another partner now' : `moved to ${to}`;
    return stateOf(is, { other: was, calendar, verb: 'is', when: 'now' });
  }
  if (from === undefined) return 'was not there before';
  if (!was) return from === partner ? 'was credited to another partner before' : `moved from ${from}`;
  return stateOf(was, { other: is, calendar, verb: 'was', when: 'before' });
}

interface Telling {
  readonly other: Deal | undefined;
  readonly calendar: FiscalCalendar;
  readonly verb: 'is' | 'was';
  readonly when: 'now' | 'before';
}

/** What keeps a deal out of the quarter at the one time, beside what it is at the other. */
function stateOf(deal: Deal, { other, calendar, verb, when }: Telling): string {
  if (deal.status !== 'won') return `${verb} ${deal.status} ${when}`;
  const [quarter, otherQuarter] = [quarterOf(deal, calendar), other && quarterOf(other, calendar)];
  if (quarter === undefined) return `${verb === 'is' ? 'has' : 'had'} no close date ${when}`;
  return quarter === otherQuarter ? `${verb} no booking by its type ${when}` : `${verb} of ${quarter} ${when}`;
}

function quarterOf({ close_date }: Deal, calendar: FiscalCalendar): string | undefined {
  return close_date === undefined ? undefined : formatFiscalQuarter(fiscalQuarterOf(close_date, calendar));
}
