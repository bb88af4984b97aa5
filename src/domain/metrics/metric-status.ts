import type { Metric, MetricLimits, MetricsTemplate } from '../../schema/metrics.ts';
import { isKnown, type Known } from '../../units/missing.ts';
import type { Meaning, Status } from '../../units/value.ts';
import { quotient } from '../quotient.ts';
import { NO_TARGET } from '../status.ts';
import type { SourceReading } from './source-reading.ts';

/** How a metric stands: by its limits, else as the figure it reads is judged. Undefined where nothing judges it. */
export function statusOfMetric(
  { status, direction }: Metric,
  {
    reading,
    target,
    words,
  }: {
    readonly reading: SourceReading;
    readonly target: Known<number> | undefined;
    readonly words: MetricsTemplate['words'];
  },
): Status | undefined {
  const { number } = reading;
  if (!isKnown(number)) return undefined;
  const said = status?.words ?? words[direction === 'down' ? 'less' : 'more'];
  const judged = (meaning: Exclude<Meaning, 'unknown'>): Status => ({ meaning, word: said[meaning] });
  if (status?.value) return judged(meaningOf(number, status.value));
  if (!status?.percent_of_target) return reading.status;
  if (target === undefined || !isKnown(target)) return NO_TARGET;
  const share = shareOf(number, target);
  return share === undefined ? undefined : judged(meaningOf(share * 100, status.percent_of_target));
}

/** Of a target of nothing there is no share: nothing is just what was wanted where less is better. */
function shareOf(number: number, target: number): number | undefined {
  if (target > 0) return quotient(number, target);
  return target === 0 ? (number > 0 ? Infinity : 1) : undefined;
}

function meaningOf(value: number, limits: MetricLimits): Exclude<Meaning, 'unknown'> {
  const { red_below: red, green_from: green, green_to: goodTo, red_above: badAbove } = limits;
  if (red !== undefined && green !== undefined) return value >= green ? 'good' : value >= red ? 'watch' : 'bad';
  if (goodTo !== undefined && badAbove !== undefined)
    return value <= goodTo ? 'good' : value <= badAbove ? 'watch' : 'bad';
  throw new Error('Limits of a metric come in pairs.');
}
