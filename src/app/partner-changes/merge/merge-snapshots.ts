import type { Snapshot } from '../../../schema/snapshot.ts';
import { isSameSnapshot, snapshotText } from '../../import/build-snapshot.ts';
import { NOTHING, type InBoth, type MergePart, type Merging, type PlannedChange } from './merge-plan.ts';

/**
 * The snapshots of both as one partner would have had them: for each day on which either has one, the sum of what was last known of the
 * two. Two snapshots that cannot be added (another currency, a deal in both) are not: the one of the partner that stays is kept.
 */
export function mergeSnapshots({ from, into, currencies }: Merging): MergePart {
  const [ours, theirs] = [into.reading.snapshots, from.reading.snapshots];
  if (theirs.length === 0) return NOTHING;
  const files: PlannedChange[] = [];
  const both: InBoth[] = [];
  const days = [...new Set([...ours, ...theirs].map(({ date }) => date))].toSorted();
  for (const date of days) {
    const [own, other] = [ours, theirs].map((list) => list.findLast((snapshot) => snapshot.date <= date));
    const why = other && whyNotAdded(own, other, currencies.into);
    if (why !== undefined) {
      both.push({
        file: `snapshots/${date}.json`,
        what: 'figures of that day',
        kept: `those of ${into.id}`,
        left: why,
      });
      continue;
    }
    const sum = own && other ? added(own, other, date) : (own ?? other);
    const standing = ours.find((snapshot) => snapshot.date === date);
    if (!sum || (standing && isSameSnapshot(standing, sum))) continue;
    files.push({ path: `${into.folder}/snapshots/${date}.json`, content: snapshotText(sum) });
  }
  return { ...NOTHING, files, both, taken: [{ what: 'snapshots', count: files.length }] };
}

function whyNotAdded(own: Snapshot | undefined, other: Snapshot, currency: string): string | undefined {
  const expected = own?.currency ?? currency;
  if (expected !== other.currency) return `in ${other.currency}, not in ${expected}`;
  const keys = new Set(own?.deals?.map(({ key }) => key));
  const shared = other.deals?.find(({ key }) => keys.has(key));
  return shared && `the deal ${shared.key} is in both`;
}

function added(own: Snapshot, other: Snapshot, date: Snapshot['date']): Snapshot {
  const sources = [...own.sources, ...other.sources];
  const isFirst = (source: Snapshot['sources'][number], index: number): boolean =>
    index === sources.findIndex(({ file, sha256 }) => file === source.file && sha256 === source.sha256);
  return {
    schemaVersion: 1,
    date,
    currency: own.currency,
    // Both were usually taken from one export: it is named once.
    sources: sources.filter(isFirst),
    open: {
      amount: openAmount(own.open, other.open),
      deals: own.open.deals + other.open.deals,
      withoutAmount: own.open.withoutAmount + other.open.withoutAmount,
    },
    bookings: addedMonths([...own.bookings, ...other.bookings]),
    ...(own.deals && other.deals && { deals: [...own.deals, ...other.deals] }),
  };
}

/** Unknown only where there are deals and none of them has an amount, as in each of the two. */
function openAmount(a: Snapshot['open'], b: Snapshot['open']): number | null {
  const known = [a.amount, b.amount].filter((amount) => amount !== null);
  return known.length === 0 || (known.length === 1 && isUnknownRest(a, b)) ? null : toCents(known);
}

/** One side is unknown and the other, being empty, adds nothing to it. */
function isUnknownRest(a: Snapshot['open'], b: Snapshot['open']): boolean {
  return [a, b].every(({ amount, deals }) => amount === null || deals === 0);
}

function addedMonths(bookings: Snapshot['bookings']): Snapshot['bookings'] {
  const months = new Map<string, Snapshot['bookings'][number]>();
  for (const entry of bookings) {
    const known = months.get(entry.month);
    const sum = known && { ...known, amount: toCents([known.amount, entry.amount]), deals: known.deals + entry.deals };
    months.set(entry.month, sum ?? entry);
  }
  return [...months.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

/** Sums of cents lose a little in binary; four decimals hold every currency's smallest coin. */
function toCents(amounts: readonly number[]): number {
  return Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 1e4) / 1e4 + 0;
}
