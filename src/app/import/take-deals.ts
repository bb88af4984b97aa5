import { join } from 'node:path';
import { knownPartner } from '../known-partner.ts';
import { standingText } from '../standing-text.ts';
import { snapshotText } from './build-snapshot.ts';
import { dataDates, olderThanKnown } from './data-dates.ts';
import { DealBook } from './deal-book.ts';
import { dealsCsv } from './deals-csv.ts';
import { planDeals, type UnderstoodTable } from './deals/plan-deals.ts';
import type { ImportSetting } from './import-setting.ts';
import { PartnerDirectory } from './partner-directory.ts';
import { planSnapshots } from './plan-snapshots.ts';
import { reportOn } from './report-import.ts';
import type { PlannedImport } from './planned-import.ts';
import type { PlannedFile } from './write-import.ts';

/**
 * Plans an import of deals in memory: what it would write, and what became of every row.
 * @throws Failure when the partner that all rows belong to is not there
 */
export async function takeDeals(
  setting: ImportSetting,
  understood: readonly UnderstoodTable[],
  partnerIds: readonly string[],
): Promise<PlannedImport> {
  const { request, wanted, territory } = setting;
  const book = new DealBook(territory);
  const directory = new PartnerDirectory(territory, partnerIds, {
    type: understood.map(({ stated }) => stated.mapping.partner_type).find((type) => type !== undefined) ?? 'var',
    mayCreate: (name) => request.createPartners || wanted.has(name),
    onCreate: ({ id, partner }) => book.addPartner(id, partner),
  });
  const { partner, createPartners } = request;
  const whole = partner === undefined || createPartners ? partner : knownPartner(partner, partnerIds);
  const rules = { config: territory.config, partner: whole === undefined ? undefined : directory.require(whole) };
  const planned = understood.map((table) => planDeals(table, { book, directory, rules }));
  const touched = dataDates(setting, understood, planned);
  const { config, partners } = territory;
  const snapshots = planSnapshots({ book, config, touched, partners });
  const files = await plannedFiles(request.root, { book, directory, snapshots });
  const createdPartners = directory.created.map(({ id, partner }) => ({ id, name: partner.name }));
  const report = reportOn(setting, understood, planned);
  const warnings = [...olderThanKnown(touched, partners), ...report.warnings];
  return {
    report: { ...report, warnings, createdPartners, needsMapping: undefined },
    files,
    created: directory.created,
  };
}

interface PlannedChanges {
  readonly book: DealBook;
  readonly directory: PartnerDirectory;
  readonly snapshots: ReturnType<typeof planSnapshots>;
}

/** The files to write in their order: an interruption may leave a deal with two partners, never with none. */
async function plannedFiles(root: string, { book, directory, snapshots }: PlannedChanges): Promise<PlannedFile[]> {
  const changed = [...book.partners()].filter((partner) => partner.changed);
  // Partners that a deal moves to come before the one it leaves.
  const ordered = changed.toSorted((a, b) => Number(b.gained) - Number(a.gained));
  const dealFiles = ordered.map(async (deals): Promise<PlannedFile> => {
    const file = fileOf(deals.id, 'deals.csv', 'deals');
    return { ...file, content: dealsCsv(await standingText(join(root, file.path)), deals) };
  });
  return [
    ...directory.created.map(({ id, file }) => ({ ...fileOf(id, 'partner.yaml', 'partner'), content: file })),
    ...(await Promise.all(dealFiles)),
    ...snapshots.map(({ id, snapshot }) => ({
      ...fileOf(id, `snapshots/${snapshot.date}.json`, 'snapshot'),
      content: snapshotText(snapshot),
    })),
  ];
}

function fileOf(id: string, name: string, kind: PlannedFile['kind']): Omit<PlannedFile, 'content'> {
  return { path: `partners/${id}/${name}`, kind, partner: id };
}
