import type { CamConfig } from '../../schema/cam-config.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import { isKnown, isMissing, missing, type Known } from '../../units/missing.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { dealKey } from '../deal-credit.ts';
import type { DealAt } from '../deals-at.ts';
import { bridgeOf, type Bridge } from './bridge.ts';
import { dealMoves, timesPutOff, type DealMoves } from './deal-moves.ts';
import { stateOfDeals, stateOfSnapshot, type PipelineState } from './pipeline-state.ts';

/** How the open pipeline came from an earlier export to what it is. */
export interface PipelineMovement {
  readonly before: PipelineState;
  readonly now: PipelineState;
  /** Of all open deals. */
  readonly whole: Bridge;
  /** Of the deals that are to close by the end of the fiscal year. */
  readonly thisYear: Bridge;
  readonly moves: DealMoves;
  /** Every deal of the partner as it stands on the later day, by its key. */
  readonly listed: ReadonlyMap<string, DealAt>;
}

export interface MovementInput {
  /** Oldest first. */
  readonly snapshots: readonly Snapshot[];
  /** Every deal as it stands on the day of the data; undefined when none were loaded. */
  readonly deals: readonly DealAt[] | undefined;
  readonly on: PlainDate;
  /** Counted from the newest export up to this day; without one, from the one before `on`. */
  readonly since?: PlainDate;
  readonly yearEnd: PlainDate;
  readonly currency: string;
  readonly config: CamConfig;
}

/**
 * The movement since the latest snapshot strictly before the day of the data, or up to the day that is asked for. Unknown without one,
 * and where it does not hold what a comparison needs: nothing is guessed.
 */
export function movementOf(given: MovementInput): Known<PipelineMovement> {
  const { snapshots, deals, on, yearEnd, currency, config } = given;
  if (!deals) return missing('no deals imported');
  const { before: latest, older } = snapshotsToCompare(snapshots, given);
  if (isMissing(latest)) return latest;
  const before = stateOfSnapshot(latest, { currency, config });
  if (isMissing(before)) return before;
  const now = stateOfDeals(deals, on, { currency, config });
  const knownBefore = new Set(older.flatMap(({ deals: listed = [] }) => listed.map(({ key }) => key)));
  const input = { before, now, all: deals, knownBefore };
  const stages = config.stages.map(({ name }) => name);
  return {
    before,
    now,
    whole: bridgeOf(input),
    thisYear: bridgeOf({ ...input, closingBy: yearEnd }),
    moves: dealMoves(before, now, stages),
    listed: new Map(deals.map((deal) => [dealKey(deal.deal), deal])),
  };
}

/** The snapshot that the data of a day is compared with, and those from before it. @param snapshots oldest first */
export function snapshotsToCompare(
  snapshots: readonly Snapshot[],
  { on, since }: { readonly on: PlainDate; readonly since?: PlainDate | undefined },
): { readonly before: Known<Snapshot>; readonly older: readonly Snapshot[] } {
  const earlier = snapshots.filter(({ date }) => date < on && (since === undefined || date <= since));
  const none = since === undefined ? 'no earlier export on record' : `no export up to ${since} on record`;
  return { before: earlier.at(-1) ?? missing(none), older: earlier.slice(0, -1) };
}

/** How often each open deal was put off, as the exports up to a day and the deals on it show. */
export function putOffTimes({ snapshots, deals, on, currency, config }: MovementInput): ReadonlyMap<string, number> {
  const earlier = snapshots
    .filter(({ date }) => date < on)
    .map((snapshot) => stateOfSnapshot(snapshot, { currency, config }))
    .filter(isKnown);
  return timesPutOff([...earlier, stateOfDeals(deals ?? [], on, { currency, config })]);
}
