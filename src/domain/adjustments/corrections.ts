import type { Adjustment } from '../../schema/adjustments.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { firstDay, type YearMonth } from '../../units/year-month.ts';
import type { DateRange } from '../fiscal-calendar.ts';
import { adjustmentStatusOn } from './adjustment-status.ts';

/** What an accepted correction adds to the bookings of a month, or takes from them. */
export interface Correction {
  readonly id: string;
  readonly month: YearMonth;
  /** In the partner's currency, signed. */
  readonly amount: number;
}

/** The corrections that hold on a day: accepted by then. A page as of an earlier day says what it said then. */
export function correctionsOn(adjustments: readonly Adjustment[], on: PlainDate): readonly Correction[] {
  return adjustments.flatMap((adjustment) => {
    const { id, month, amount } = adjustment;
    const holds = adjustmentStatusOn(adjustment, on) === 'accepted';
    return holds && month !== undefined && amount !== undefined ? [{ id, month, amount }] : [];
  });
}

/** Corrections of the months that begin in a span: a correction knows no days, so that spans side by side never count it twice. */
export function correctionsWithin(corrections: readonly Correction[], { from, to }: DateRange): readonly Correction[] {
  return corrections.filter(({ month }) => firstDay(month) >= from && firstDay(month) <= to);
}
