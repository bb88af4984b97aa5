import { input } from '@inquirer/prompts';
import { isPeriod } from '../../schema/fact.ts';
import type { YearMonth } from '../../units/year-month.ts';
import { promptOutput } from './prompt-output.ts';

/** Asks which period a figure is of; Enter takes the month that is proposed. */
export function askPeriod({
  metric,
  month,
  json,
}: {
  readonly metric: string;
  readonly month: YearMonth;
  readonly json: boolean;
}): Promise<string> {
  const allowed = 'Write a month 2026-02, a quarter FY26-Q3, a year FY26 or a day 2026-02-28.';
  return input(
    { message: `${metric} of which period?`, default: month, validate: (typed) => isPeriod(typed.trim()) || allowed },
    promptOutput(json),
  );
}
