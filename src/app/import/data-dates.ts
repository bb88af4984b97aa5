import type { Snapshot } from '../../schema/snapshot.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { plainDate, type PlainDate } from '../../units/plain-date.ts';
import type { PlannedDeals, UnderstoodTable } from './deals/plan-deals.ts';
import type { ImportSetting } from './import-setting.ts';

/** The day a partner's figures stand for, the files they come from, and whether that day is only the one the import runs on. */
export interface DataDate {
  readonly date: PlainDate;
  readonly isToday: boolean;
  readonly sources: Snapshot['sources'];
}

/** Dates of the partners an import touches: each partner's data is as new as the newest file that names it. */
export function dataDates(
  setting: ImportSetting,
  understood: readonly UnderstoodTable[],
  planned: readonly PlannedDeals[],
): Map<string, DataDate> {
  const touched = new Map<string, DataDate>();
  planned.forEach(({ touched: ids, rows }, index) => {
    const { file, sha256 } = understood[index]!.table;
    const { date, isToday } = dateOfFile(file, setting);
    for (const id of ids) {
      const before = touched.get(id);
      const sources = [...(before?.sources ?? []), { file, rows, sha256 }];
      touched.set(id, before && before.date >= date ? { ...before, sources } : { date, isToday, sources });
    }
  });
  return touched;
}

/** The day the data of a file is of: what its name says, otherwise what was stated for the import, otherwise today. */
export function dateOfFile(
  file: string,
  { request, effects, territory }: Pick<ImportSetting, 'request' | 'effects' | 'territory'>,
): Pick<DataDate, 'date' | 'isToday'> {
  const known = dateInName(file) ?? request.asOf ?? territory.config.as_of;
  return { date: known ?? effects.today, isToday: known === undefined };
}

/** The date a file's name carries: `pipeline-2026-04-14.csv`, `deals_20260414.csv`. */
function dateInName(file: string): PlainDate | undefined {
  const match = /(?<!\d)(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/.exec(file);
  return match ? plainDate(Number(match[1]), Number(match[3]), Number(match[4])) : undefined;
}

/** Says where an export is older than the data it would replace: what stands there now was newer. */
export function olderThanKnown(
  dates: ReadonlyMap<string, DataDate>,
  partners: readonly PartnerFiles[],
): { where: string; message: string }[] {
  const newest = new Map<string, PlainDate>();
  for (const { id, snapshots } of partners) {
    const [data, known] = [dates.get(id), snapshots.at(-1)?.date];
    if (!data || known === undefined || known <= data.date) continue;
    const file = data.sources.at(-1)!.file;
    if (known > (newest.get(file) ?? '')) newest.set(file, known);
  }
  return Array.from(newest, ([where, date]) => ({
    where,
    message: `older than data imported before, which is of ${date}: its deals now stand as they stood earlier`,
  }));
}
