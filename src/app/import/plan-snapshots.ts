import { creditDeals } from '../../domain/deal-credit.ts';
import type { CamConfig } from '../../schema/cam-config.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { buildSnapshot, isSameSnapshot } from './build-snapshot.ts';
import type { DataDate } from './data-dates.ts';
import type { DealBook, PartnerDeals } from './deal-book.ts';

export interface SnapshotPlan {
  readonly book: DealBook;
  readonly config: CamConfig;
  /** Partners the import names or takes deals from, with the date and files of their data. */
  readonly touched: ReadonlyMap<string, DataDate>;
  readonly partners: readonly PartnerFiles[];
}

/**
 * The snapshots an import adds: one a touched partner, dated by the data. None is planned where that day's snapshot says the same
 * already or where, without a date of its own, the import changed nothing since the newest one.
 */
export function planSnapshots({ book, config, touched, partners }: SnapshotPlan): { id: string; snapshot: Snapshot }[] {
  const known = new Map(partners.map((files) => [files.id, files]));
  const shelves = [...book.partners()];
  const credited = creditDeals(
    shelves.map((shelf) => asPartnerFiles(shelf)),
    config,
  );
  const planned: { id: string; snapshot: Snapshot }[] = [];
  for (const { id, partner, changed } of shelves) {
    const data = touched.get(id);
    if (!data) continue;
    const build = (date: PlainDate): Snapshot =>
      buildSnapshot({
        deals: credited.get(id)!,
        date,
        currency: partner.currency ?? config.currency,
        config,
        sources: data.sources,
      });
    const snapshots = known.get(id)?.snapshots ?? [];
    const snapshot = build(data.date);
    const sameDay = snapshots.find(({ date }) => date === data.date);
    const newest = snapshots.at(-1);
    if (sameDay && isSameSnapshot(sameDay, snapshot)) continue;
    if (data.isToday && !changed && newest && isSameSnapshot(newest, build(newest.date))) continue;
    planned.push({ id, snapshot });
  }
  return planned;
}

/** The deals of a partner as they stand in the book, in the shape of the files they will be. */
export function asPartnerFiles({ id, partner, columns, rows }: PartnerDeals): PartnerFiles {
  return { id, partner, deals: { path: '', columns, rows }, qbr: new Map(), snapshots: [] };
}
