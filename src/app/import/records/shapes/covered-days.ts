import { addDays, type PlainDate } from '../../../../units/plain-date.ts';
import { firstDay, lastDay, type YearMonth } from '../../../../units/year-month.ts';

/** The days a file's lines run over, both ends counted. */
export interface CoveredDays {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** A month begins and ends with days on which nobody sells: a long weekend at either end leaves it whole. */
const DAYS_WITHOUT_SALES = 4;

/** The days of a month that a file covers; `whole` where nothing of it can be missing. */
export function coverageOf(month: YearMonth, { from, to }: CoveredDays): CoveredDays & { readonly whole: boolean } {
  const [first, last] = [firstDay(month), lastDay(month)];
  const begins = from <= addDays(first, DAYS_WITHOUT_SALES);
  const ends = to >= addDays(last, -DAYS_WITHOUT_SALES);
  const covered = { from: begins ? first : from, to: ends ? last : to };
  return { ...covered, whole: begins && ends };
}

/** First and last of some days; undefined when there are none. */
export function spanOf(days: Iterable<PlainDate>): CoveredDays | undefined {
  let span: CoveredDays | undefined;
  for (const day of days) {
    span = { from: !span || day < span.from ? day : span.from, to: !span || day > span.to ? day : span.to };
  }
  return span;
}
