import type { CamConfig } from '../../schema/cam-config.ts';
import type { Fact } from '../../schema/fact.ts';
import type { Known } from '../../units/missing.ts';
import { earlier, type PlainDate } from '../../units/plain-date.ts';
import { lastDay, parseYearMonth, type YearMonth } from '../../units/year-month.ts';
import { convert } from '../money.ts';

/** Bookings of months as facts tell them. */
export type MonthlyFacts = ReadonlyMap<YearMonth, Known<number>>;

/**
 * The rows of `facts.csv` that are named `bookings` and have a month as their period, in the partner's currency; a fact in a currency
 * without a rate is unknown, with the reason.
 *
 * @param setting.currency the partner's, also of facts that name none
 * @param setting.on the day of the data: a month that still runs is converted at its rate
 */
export function bookingFacts(
  facts: readonly Fact[],
  { currency, on, config }: { readonly currency: string; readonly on: PlainDate; readonly config: CamConfig },
): MonthlyFacts {
  return new Map(
    facts.flatMap(({ metric, period, value, currency: own = currency }): [YearMonth, Known<number>][] => {
      const month = metric === 'bookings' ? parseYearMonth(period) : undefined;
      if (month === undefined) return [];
      return [
        [month, convert(value, { from: own, to: currency, on: earlier(lastDay(month), on), rates: config.rates })],
      ];
    }),
  );
}
