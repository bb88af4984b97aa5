import type { PlainDate } from '../units/plain-date.ts';

/** One value of a plan that is another one now; absent on a side: the plan does not have it there. */
export interface ValueChange<Value> {
  /** Its place in the plan. */
  readonly at: string;
  readonly was?: Value;
  readonly is?: Value;
}

/** Who changed what both sides had agreed to, when, and why. */
export interface ChangeOrigin {
  readonly on: PlainDate;
  readonly by: string;
  readonly why?: string | undefined;
}

/** A change as the plan's file keeps it. */
export interface RecordedChange<Value> extends ValueChange<Value> {
  readonly on: PlainDate;
  readonly by: string;
  readonly why?: string;
}

/** The values in which two plans differ, in the order of the first, then those that only the second has. */
export function valueChanges<Value>(
  was: ReadonlyMap<string, Value>,
  is: ReadonlyMap<string, Value>,
): readonly ValueChange<Value>[] {
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((at) => was.get(at) !== is.get(at))
    .map((at) => {
      const [old, now] = [was.get(at), is.get(at)];
      return { at, ...(old !== undefined && { was: old }), ...(now !== undefined && { is: now }) };
    });
}

/** The changes with their day, who made them and why. */
export function recordedChanges<Value>(
  changes: readonly ValueChange<Value>[],
  { on, by, why }: ChangeOrigin,
): RecordedChange<Value>[] {
  return changes.map((change) => ({ on, ...change, by, ...(why !== undefined && { why }) }));
}
