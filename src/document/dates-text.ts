import { formatDate, type Locale } from '../units/format.ts';
import type { ReviewDates } from './document.ts';

/** What the dates of a page are of: its results and its pipeline, or the one day it was made for. */
export function datesText({ results, pipeline, isOneDay }: ReviewDates, locale: Locale): readonly string[] {
  if (isOneDay) return [`As of ${formatDate(pipeline, locale)}`];
  return [`Results to ${formatDate(results, locale)}`, `pipeline as of ${formatDate(pipeline, locale)}`];
}
