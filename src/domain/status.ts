import type { Status } from '../units/value.ts';
import type { Thresholds } from '../schema/cam-config.ts';

/** Bookings against the plan to date; `pace` is a ratio. */
export function statusOfPace(pace: number, { pace_percent }: Thresholds): Status {
  if (pace >= pace_percent.green_from / 100) return { meaning: 'good', word: 'ahead' };
  if (pace >= pace_percent.red_below / 100) return { meaning: 'watch', word: 'near plan' };
  return { meaning: 'bad', word: 'behind' };
}

/** Thresholds a printed pace must not be rounded across, as ratios. */
export function paceThresholds({ pace_percent }: Thresholds): number[] {
  return [pace_percent.red_below / 100, pace_percent.green_from / 100];
}

/** Open pipeline against the partner's own need; both are multiples of the remaining target. */
export function statusOfCoverage(
  coverage: number,
  required: number,
  { coverage: { thin_from_percent } }: Thresholds,
): Status {
  if (coverage >= required) return { meaning: 'good', word: 'covered' };
  if (coverage >= (required * thin_from_percent) / 100) return { meaning: 'watch', word: 'thin' };
  return { meaning: 'bad', word: 'short' };
}

export const NO_DATA: Status = { meaning: 'unknown', word: 'no data' };
export const NO_PLAN: Status = { meaning: 'unknown', word: 'no plan' };
export const NO_TARGET: Status = { meaning: 'unknown', word: 'no target' };
export const TARGET_MET: Status = { meaning: 'good', word: 'target met' };
