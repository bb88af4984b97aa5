import type { PipelineState } from './pipeline-state.ts';

/** What became of deals that are open on both of two days. */
export interface DealMoves {
  /** Keys of deals whose close date is later than it was. */
  readonly slipped: ReadonlySet<string>;
  readonly forward: ReadonlySet<string>;
  readonly back: ReadonlySet<string>;
  /** Deals open on both days of which a stage is not known, or is not among the program's. */
  readonly stageUnknown: number;
}

/** Compares the close dates and stages of deals that are open on both days; `stages` in the order of the program. */
export function dealMoves(before: PipelineState, now: PipelineState, stages: readonly string[]): DealMoves {
  const both = [...now.deals.values()].flatMap((here) => {
    const was = before.deals.get(here.key);
    return was ? [{ key: here.key, was, here }] : [];
  });
  const place = (stage: string | undefined) => (stage === undefined ? -1 : stages.indexOf(stage));
  const staged = both.map(({ key, was, here }) => ({ key, from: place(was.stage), to: place(here.stage) }));
  const known = staged.filter(({ from, to }) => from >= 0 && to >= 0);
  const isLater = (was: string | undefined, here: string | undefined) =>
    was !== undefined && here !== undefined && here > was;
  return {
    slipped: keysOf(both.filter(({ was, here }) => isLater(was.closeDate, here.closeDate))),
    forward: keysOf(known.filter(({ from, to }) => to > from)),
    back: keysOf(known.filter(({ from, to }) => to < from)),
    stageUnknown: staged.length - known.length,
  };
}

/**
 * How often the close date of each open deal was put off, over all days on which it is known; deals that are known on one day only have
 * no entry.
 *
 * @param states oldest first, the present one last
 */
export function timesPutOff(states: readonly PipelineState[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const key of states.at(-1)?.deals.keys() ?? []) {
    const dates = states.flatMap(({ deals }) => deals.get(key)?.closeDate ?? []);
    if (dates.length > 1) times.set(key, dates.filter((date, index) => index > 0 && date > dates[index - 1]!).length);
  }
  return times;
}

function keysOf(deals: readonly { readonly key: string }[]): ReadonlySet<string> {
  return new Set(deals.map(({ key }) => key));
}
