import { singleLine } from '../units/clean-text.ts';
import { Failure } from '../units/failure.ts';
import { parsePlainDate, type PlainDate } from '../units/plain-date.ts';

/**
 * The day that was typed behind a flag; undefined where the flag was not typed.
 * @throws Failure (usage) when it is none
 */
export function dayOption(typed: unknown, flag: string): PlainDate | undefined {
  return typed === undefined ? undefined : dayOf(String(typed), flag);
}

/**
 * A day as it was typed or given by the environment.
 * @param by the flag or the variable
 * @throws Failure (usage) when it is none
 */
export function dayOf(text: string, by: string): PlainDate {
  const day = parsePlainDate(text.trim());
  if (day) return day;
  const remedy = 'Write it as YYYY-MM-DD, for example 2026-02-28.';
  throw new Failure('usage', `${by}: "${singleLine(text)}" is not a date.`, remedy);
}
