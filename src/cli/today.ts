import { plainDate, type PlainDate } from '../units/plain-date.ts';

/** The day the clock on the wall shows, in the time zone of whoever runs the command. */
export function todayOn(clock: Date): PlainDate {
  const today = plainDate(clock.getFullYear(), clock.getMonth() + 1, clock.getDate());
  if (!today) throw new Error(`The clock of this computer shows the year ${clock.getFullYear()}.`);
  return today;
}
