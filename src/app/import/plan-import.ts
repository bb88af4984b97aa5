import type { UnderstoodTable } from './deals/plan-deals.ts';
import { combineReports } from './combine-reports.ts';
import { nameNearest, oddNewNames } from './like-names.ts';
import type { ImportSetting } from './import-setting.ts';
import type { PlannedImport } from './planned-import.ts';
import { recordFiles, takePartners, takeRecords } from './records/take-records.ts';
import type { UnderstoodRecords } from './records/understand-records.ts';
import { takeDeals } from './take-deals.ts';

/** A file of an import, of whatever kind its rows are. */
export type UnderstoodFile = UnderstoodTable | UnderstoodRecords;

/** Whether the rows of a file are records of another kind than deals. */
export function holdsRecords(file: UnderstoodFile): file is UnderstoodRecords {
  return 'kind' in file;
}

/**
 * Plans an import in memory: partners first, then deals, then what belongs to partners, each seeing the partners that those before it
 * add. Every file comes out once, whatever changes in it.
 */
export async function planImport(
  setting: ImportSetting,
  files: readonly UnderstoodFile[],
  partnerIds: readonly string[],
): Promise<PlannedImport> {
  const records = files.filter(holdsRecords);
  const lists = takePartners(
    setting,
    records.filter(({ kind }) => kind.id === 'partners'),
    partnerIds,
  );
  const known = [...partnerIds, ...lists.created.map(({ id }) => id)];
  const afterLists = { ...setting, territory: lists.after };
  const exports = files.filter((file): file is UnderstoodTable => !holdsRecords(file));
  const deals = exports.length === 0 ? undefined : await takeDeals(afterLists, exports, known);
  const made = deals?.created ?? [];
  const partners = [
    ...lists.after.partners,
    ...made.map(({ id, partner }) => ({ id, partner, qbr: new Map(), snapshots: [] })),
  ];
  const rest = takeRecords(
    { ...setting, territory: { ...lists.after, partners } },
    records.filter(({ kind }) => kind.id !== 'partners'),
    [...known, ...made.map(({ id }) => id)],
  );
  const created = [...lists.created, ...made, ...rest.created];
  const written = await recordFiles(setting.territory, [...lists.changes, ...rest.changes], created);
  const paths = new Set(written.map(({ path }) => path));
  const reports = [...lists.reports, ...(deals ? [deals.report] : []), ...rest.reports];
  const newOnes = rest.created.map(({ id, partner }) => ({ id, name: partner.name }));
  const [first, ...others] = reports.map((report) => nameNearest(report, setting.territory.partners));
  const odd = oddNewNames(created, setting.territory.partners);
  const told = [{ ...first!, warnings: [...first!.warnings, ...odd] }, ...others];
  return {
    report: combineReports(told, { request: setting.request, createdPartners: newOnes }),
    files: [...written, ...(deals?.files ?? []).filter(({ path }) => !paths.has(path))],
    created,
  };
}
