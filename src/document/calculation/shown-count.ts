/** What counts are shown in: tenths below this, whole ones from it. */
const FEW = 10;
/** Binary noise behind the digits a spreadsheet keeps must not make 13 of 12. */
const NOISE = 1e-9;

/**
 * A count as people plan with it: rounded up to whole ones, below ten to tenths, and never up only because of binary noise: 12,600 deals
 * a year are 3 a partner and month, not 3.1.
 */
export function shownCount(count: number): number {
  const steps = Math.abs(count) < FEW && !isWhole(count) ? 10 : 1;
  const scaled = count * steps;
  return Math.ceil(scaled - NOISE * Math.max(1, Math.abs(scaled))) / steps + 0;
}

function isWhole(count: number): boolean {
  return Math.abs(count - Math.round(count)) <= NOISE * Math.max(1, Math.abs(count));
}
