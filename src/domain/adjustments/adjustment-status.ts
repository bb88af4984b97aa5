import type { Adjustment } from '../../schema/adjustments.ts';
import type { PlainDate } from '../../units/plain-date.ts';

/** How an adjustment stood on a day: settled later = still open then; undefined for one that was recorded later. */
export function adjustmentStatusOn(
  { recorded, settled, status }: Adjustment,
  on: PlainDate,
): Adjustment['status'] | undefined {
  if (recorded > on) return undefined;
  return settled !== undefined && settled <= on ? status : 'open';
}
