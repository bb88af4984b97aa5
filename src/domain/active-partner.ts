import type { Partner } from '../schema/partner.ts';
import type { PlainDate } from '../units/plain-date.ts';

/** Whether a partner is worked with on a day: the day it retires is its last one. */
export function isActive({ retired }: Pick<Partner, 'retired'>, on: PlainDate): boolean {
  return retired === undefined || on <= retired;
}
