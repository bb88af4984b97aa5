import type { CamConfig } from '../schema/cam-config.ts';
import type { PlainDate } from '../units/plain-date.ts';

/** The date a command looks from: the one asked for, else the territory's own, else today. */
export function asOfDate({
  asked,
  config,
  today,
}: {
  readonly asked: PlainDate | undefined;
  readonly config: CamConfig;
  readonly today: PlainDate;
}): PlainDate {
  return asked ?? config.as_of ?? today;
}
