import { Failure } from '../units/failure.ts';
import { parsePlainDate, type PlainDate } from '../units/plain-date.ts';

/**
 * The day that was typed behind a flag.
 * @throws Failure (usage) when it is none
 */
export function dayOption(typed: unknown, flag: string): PlainDate | undefined {
  if (typed === undefined) return undefined;
  const day = parsePlainDate(String(typed).trim());
  if (day) return day;
  const remedy = 'Write it as YYYY-MM-DD, for example 2026-02-28.';
  throw new Failure('usage', `${flag}: "${String(typed)}" is not a date.`, remedy);
}
