/** Ends of a value axis. */
export interface AxisRange {
  readonly min: number;
  readonly max: number;
}

/** Ends of the value axis: from zero, or from below it where values are negative, with some air above the highest. */
export function axisRange(values: readonly (number | null)[], air: number): AxisRange {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  if (low === 0 && high === 0) return { min: 0, max: 1 };
  const margin = (high - low) * air;
  return { min: low < 0 ? low - margin : 0, max: high > 0 ? high + margin : 0 };
}
