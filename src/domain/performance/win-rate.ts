import { isKnown, missing, type Known } from '../../units/missing.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { Thresholds } from '../../schema/cam-config.ts';
import { selectDeals, sum, type DealAt, type Selection } from '../deals-at.ts';
import { completedQuarters, rangeOfQuarter, type DateRange, type FiscalCalendar } from '../fiscal-calendar.ts';
import { quotient } from '../quotient.ts';

/** A partner's own win rate by value over its last four completed quarters, and the coverage it requires. */
export interface WinRate {
  readonly range: DateRange;
  readonly closed: Selection;
  readonly wonAmount: number;
  readonly lostAmount: number;
  /** Won amount ÷ (won + lost amount). */
  readonly byValue: Known<number>;
  /** So few losses that the rate cannot be believed. */
  readonly fewLossesLogged: boolean;
  /** There are enough losses, but none has an amount: by value they tell nothing. One kind of few losses logged. */
  readonly lossesWithoutAmounts: boolean;
  /** A multiple: 1 ÷ the rate, not below the floor; the fallback where the rate cannot be used. */
  readonly requiredCoverage: number;
  /** What the required coverage rests on, as a clause. */
  readonly basis:
    | 'own win rate'
    | 'floor'
    | 'fewer closed deals than needed'
    | 'closed deals without amounts'
    | 'few losses logged'
    | 'losses without amounts'
    | 'nothing won';
  /** The share of open value that the forecast counts: the own rate, or one over the fallback coverage. */
  readonly forecastRate: number;
}

/** Win rate and required coverage as of a day; house defaults for all thresholds, see `cam.yaml`. */
export function winRateOf(
  deals: readonly DealAt[],
  {
    on,
    calendar,
    thresholds,
  }: { readonly on: PlainDate; readonly calendar: FiscalCalendar; readonly thresholds: Thresholds['coverage'] },
): WinRate {
  const quarters = completedQuarters(on, 4, calendar);
  const range = { from: rangeOfQuarter(quarters[0]!, calendar).from, to: rangeOfQuarter(quarters[3]!, calendar).to };
  const closed = selectDeals(deals, (deal) => closedVerdict(deal, range));
  const amountOf = (state: 'won' | 'lost') =>
    sum(
      closed.counted
        .filter((deal) => deal.state === state)
        .map(({ amount }) => amount)
        .filter(isKnown),
    );
  const [wonAmount, lostAmount] = [amountOf('won'), amountOf('lost')];
  const byValue: Known<number> =
    wonAmount + lostAmount > 0
      ? quotient(wonAmount, wonAmount + lostAmount)
      : missing('no closed deals with an amount in the last four quarters');
  const enough = closed.counted.length >= thresholds.minimum_closed_deals;
  const losses = closed.counted.filter(({ state }) => state === 'lost').length;
  const fewLossesLogged =
    enough &&
    isKnown(byValue) &&
    (byValue > thresholds.few_losses_win_rate_percent / 100 || losses < thresholds.few_losses_below);
  const lossesWithoutAmounts = fewLossesLogged && lostAmount === 0 && losses >= thresholds.few_losses_below;
  const fallback = (basis: WinRate['basis']) => ({
    requiredCoverage: thresholds.fallback,
    basis,
    forecastRate: 1 / thresholds.fallback,
  });
  const core = { range, closed, wonAmount, lostAmount, byValue, fewLossesLogged, lossesWithoutAmounts };
  if (!enough) return { ...core, ...fallback('fewer closed deals than needed') };
  if (!isKnown(byValue)) return { ...core, ...fallback('closed deals without amounts') };
  if (lossesWithoutAmounts) return { ...core, ...fallback('losses without amounts') };
  if (fewLossesLogged) return { ...core, ...fallback('few losses logged') };
  // Returns may outweigh what was won.
  if (byValue <= 0) return { ...core, ...fallback('nothing won') };
  const needed = quotient(1, byValue);
  return {
    ...core,
    requiredCoverage: Math.max(needed, thresholds.floor),
    basis: needed < thresholds.floor ? 'floor' : 'own win rate',
    forecastRate: byValue,
  };
}

function closedVerdict({ deal, state, counts }: DealAt, range: DateRange): true | string {
  if (state !== 'won' && state !== 'lost') return state;
  if (!counts) return 'not a kind of booking';
  if (deal.close_date === undefined) return 'closed without a date';
  if (deal.close_date < range.from) return 'closed before';
  if (deal.close_date > range.to) return 'closed after';
  return true;
}
