import type { CamConfig } from '../schema/cam-config.ts';
import { missing, whenKnown, type Known } from '../units/missing.ts';
import type { Status } from '../units/value.ts';
import { convert } from './money.ts';
import type { Performance } from './performance/performance.ts';

/** Why a partner needs the channel account manager's eye before a page is sent, and how much is at stake. */
export interface Attention {
  /** Statuses that are not good, worst first. */
  readonly statuses: readonly Status[];
  /** Target that today's pipeline does not cover, in the territory's currency. */
  readonly atStake: Known<number>;
}

/** remaining target × (1 − coverage ÷ required coverage); nothing when the target is met or the need is covered. */
export function attentionOf(
  { figures, currency, review }: Performance,
  { currency: territory, rates }: CamConfig,
): Attention {
  const statuses = [figures.pace.status, figures.coverage.status].flatMap((status) =>
    status?.meaning === 'bad' || status?.meaning === 'watch' ? [status] : [],
  );
  return {
    statuses: statuses.toSorted((a, b) => Number(a.meaning === 'watch') - Number(b.meaning === 'watch')),
    atStake: whenKnown([atStake(figures)], (amount) =>
      convert(amount, { from: currency, to: territory, on: review.asOf, rates }),
    ),
  };
}

function atStake({
  remaining_target,
  coverage,
  required_coverage,
  open_rest_of_year,
}: Performance['figures']): Known<number> {
  const remaining = remaining_target.value;
  const required = required_coverage.value;
  if (remaining.kind !== 'amount' || required.kind !== 'times') return missing('no target');
  if (remaining.amount <= 0) return 0;
  if (coverage.value.kind !== 'times')
    return open_rest_of_year.value.kind === 'amount' ? remaining.amount : missing('open pipeline unknown');
  return Math.max(0, remaining.amount * (1 - coverage.value.ratio / required.ratio));
}
