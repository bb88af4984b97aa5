import { creditDeals } from '../../domain/deal-credit.ts';
import type { CamConfig } from '../../schema/cam-config.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { plainDate, type PlainDate } from '../../units/plain-date.ts';
import { buildSnapshot, isSameSnapshot } from './build-snapshot.ts';
import type { DealBook, PartnerDeals } from './deal-book.ts';

/** The day a file's figures stand for, and whether that is only the day the import runs. */
export interface DataDate {
  readonly date: PlainDate;
  readonly isToday: boolean;
}

export interface SnapshotPlan {
  readonly book: DealBook;
  readonly config: CamConfig;
  /** Partners the import names or takes deals from, with the date and files of their data. */
  readonly touched: ReadonlyMap<string, DataDate & { readonly sources: Snapshot['sources'] }>;
  readonly partners: readonly PartnerFiles[];
}

/** The date a file's name carries: `pipeline-2026-04-14.csv`, `deals_20260414.csv`. */
export function dateInName(file: string): PlainDate | undefined {
  const match = /(?<!\d)(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/.exec(file);
  return match ? plainDate(Number(match[1]), Number(match[3]), Number(match[4])) : undefined;
}

/**
 * The snapshots an import adds: one a touched partner, dated by the data. None is planned where that day's snapshot says the same
 * already or where, without a date of its own, the import changed nothing since the newest one.
 */
export function planSnapshots({ book, config, touched, partners }: SnapshotPlan): { id: string; snapshot: Snapshot }[] {
  const known = new Map(partners.map((files) => [files.id, files]));
  const shelves = [...book.partners()];
  const credited = creditDeals(
    shelves.map((shelf) => asFiles(shelf)),
    config.bookings.shared_deals,
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

function asFiles({ id, partner, columns, rows }: PartnerDeals): PartnerFiles {
  return { id, partner, deals: { path: '', columns, rows }, qbr: new Map(), snapshots: [] };
}
